import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { p2NoCommonTransform } from "./p2-no-common-transform.ts";

ruleTest(p2NoCommonTransform, twoSites, {
  "sets with the same transforms are none of it": ``,
  "other names and another order of the same transforms are none of it": `
    === SiteB
    crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-sha256-hmac esp-aes 256
  `,
  "one set in common among several is enough": `
    === SiteB
    crypto ipsec transform-set OLD esp-3des esp-sha-hmac
    set transform-set TS-AES256 => set transform-set OLD TS-AES256
  `,
  "sets without overlap are reported on both entries": {
    text: `
      === SiteA
      @ set transform-set TS-AES256   !want none(error)
      === SiteB
      crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-aes 192 esp-sha256-hmac
      @ set transform-set TS-AES256   !also none
    `,
    value: "TS-AES256 of SiteB: esp-aes 192 esp-sha256-hmac",
  },
});
