import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { ikeDisabled } from "./ike-disabled.ts";

ruleTest(ikeDisabled, twoSites, {
  "IKE is on unless somebody switches it off": ``,
  "without IKE entries can't negotiate": `
    no crypto isakmp enable   !want off(error)
    @ crypto map VPN 10 ipsec-isakmp   !also off
  `,
  "manual entries need no IKE": {
    base: "",
    text: `
      no crypto isakmp enable
      crypto map VPN 10 ipsec-manual
       set peer 192.0.2.1
    `,
  },
  "dynamic ones do": {
    base: "",
    text: `
      no crypto isakmp enable   !want off
      crypto dynamic-map DYN 10
       set transform-set TS
    `,
  },
});
