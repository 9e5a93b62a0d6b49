import { ruleTest } from "../../testing/ruleTest.ts";
import { siteA, twoSites } from "../../testing/twoSites.ts";
import { mapEntryNoAcl } from "./map-entry-no-acl.ts";

const alone = `=== SiteA\n${siteA}`;

ruleTest(mapEntryNoAcl, twoSites, {
  "an entry without an access list is reported on its first line": {
    text: `
      - match address VPN-PEER
      @ crypto map VPN 10 ipsec-isakmp   !want noList
    `,
    value: "10.2.0.0/24",
  },
  "an entry with an access list is none of it, be the list there or not": `
    match address VPN-PEER => match address NOWHERE
  `,
  "a dynamic entry may have none": `
    crypto map VPN 100 ipsec-isakmp dynamic DYN
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
  `,
  "where the design lacks the peer, a list that nothing uses is offered": {
    base: alone,
    text: `
      - match address VPN-PEER
      @ crypto map VPN 10 ipsec-isakmp   !want noList
    `,
    value: { choice: "VPN-PEER", name: "10.2.0.0/24" },
  },
  "with nothing missing it is silent": { base: alone, text: "" },
});
