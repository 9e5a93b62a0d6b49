import { ruleTest } from "../../testing/ruleTest.ts";
import { siteA } from "../../testing/twoSites.ts";
import { defaultPeerNotFirst } from "./default-peer-not-first.ts";

ruleTest(defaultPeerNotFirst, `=== SiteA\n${siteA}`, {
  "a default peer behind another one": `
    +crypto map VPN 10 ipsec-isakmp
     set peer 203.0.113.66 default   !want notFirst
  `,
  "the first peer may be the default one": `
    set peer 203.0.113.2 => set peer 203.0.113.2 default
    +crypto map VPN 10 ipsec-isakmp
     set peer 203.0.113.66
  `,
});
