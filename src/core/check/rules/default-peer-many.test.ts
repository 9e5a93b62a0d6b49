import { ruleTest } from "../../testing/ruleTest.ts";
import { siteA } from "../../testing/twoSites.ts";
import { defaultPeerMany } from "./default-peer-many.ts";

ruleTest(defaultPeerMany, `=== SiteA\n${siteA}`, {
  "a second default peer is one too many": `
    set peer 203.0.113.2 => set peer 203.0.113.2 default
    +crypto map VPN 10 ipsec-isakmp
     set peer 203.0.113.66 default   !want many
  `,
  "one default peer among several": `
    set peer 203.0.113.2 => set peer 203.0.113.2 default
    +crypto map VPN 10 ipsec-isakmp
     set peer 203.0.113.66
  `,
});
