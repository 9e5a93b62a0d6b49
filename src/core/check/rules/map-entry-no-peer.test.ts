import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { mapEntryNoPeer } from "./map-entry-no-peer.ts";

ruleTest(mapEntryNoPeer, twoSites, {
  "an entry without a peer is reported on its first line": {
    text: `
      - set peer 203.0.113.2
      @ crypto map VPN 10 ipsec-isakmp   !want noPeer
    `,
    value: "203.0.113.2",
  },
  "an entry with a peer is none of it": ``,
  "an anchor of a dynamic map needs no peer": `
    crypto map VPN 100 ipsec-isakmp dynamic DYN
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
  `,
});
