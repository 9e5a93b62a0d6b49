import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { dynmapUndefined } from "./dynmap-undefined.ts";

ruleTest(dynmapUndefined, twoSites, {
  "an anchor of nothing": `
    crypto map VPN 100 ipsec-isakmp dynamic DYN   !want undefinedMap
  `,
  "names are told apart by case, and the near miss is suggested": `
    crypto map VPN 100 ipsec-isakmp dynamic DYN   !want undefinedMap
    crypto dynamic-map OTHER 10
     set transform-set TS-AES256
    crypto dynamic-map dyn 10
     set transform-set TS-AES256
  `,
  "an anchor of a map that is there": `
    crypto map VPN 100 ipsec-isakmp dynamic DYN
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
  `,
});
