import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { dynmapNoTransform } from "./dynmap-no-transform.ts";

ruleTest(dynmapNoTransform, twoSites, {
  "an entry without a transform set accepts nothing": `
    crypto map VPN 100 ipsec-isakmp dynamic DYN
    crypto dynamic-map DYN 10   !want noSet(error)
     reverse-route
  `,
  "release 15 has a set of its own": `
    version 15.4
    crypto map VPN 100 ipsec-isakmp dynamic DYN
    crypto dynamic-map DYN 10   !want builtIn(warning)
  `,
  "an entry with one is complete": `
    crypto map VPN 100 ipsec-isakmp dynamic DYN
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
  `,
});
