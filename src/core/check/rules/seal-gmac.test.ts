import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { sealGmac } from "./seal-gmac.ts";

const setOf = (transforms: string) =>
  `crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 ${transforms}`;

ruleTest(sealGmac, twoSites, {
  "AES is none of it": ``,
  "SEAL at both ends": {
    text: `
      === SiteA
      ${setOf("esp-seal esp-sha-hmac")}   !want set(warning)
      === SiteB
      ${setOf("esp-seal esp-sha-hmac")}   !want set(warning)
    `,
    value: "esp-aes 256 esp-sha256-hmac",
  },
  "a release that refuses GMAC fails the tunnel": `
    === SiteA
    version 17.12
    ${setOf("esp-gmac 256")}   !want set(error)
    === SiteB
    ${setOf("esp-gmac 256")}   !want set(warning)
  `,
});
