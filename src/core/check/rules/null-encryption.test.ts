import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { nullEncryption } from "./null-encryption.ts";

const setOf = (transforms: string) =>
  `crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 ${transforms}`;

ruleTest(nullEncryption, twoSites, {
  "a cipher is none of it, with AH beside it or not": `
    crypto ipsec transform-set BOTH ah-sha256-hmac esp-aes 256
  `,
  "esp-null encrypts nothing": `
    === SiteA
    ${setOf("esp-null esp-sha256-hmac")}   !want set(warning)
    === SiteB
    ${setOf("esp-null esp-sha256-hmac")}   !want set(warning)
  `,
  "nor does AH alone": `
    crypto ipsec transform-set OLD ah-sha-hmac   !want set(warning)
  `,
  "a release that refuses esp-null fails the tunnel": `
    === SiteA
    version 17.12
    ${setOf("esp-null esp-sha256-hmac")}   !want set(error)
    === SiteB
    ${setOf("esp-null esp-sha256-hmac")}   !want set(warning)
  `,
});
