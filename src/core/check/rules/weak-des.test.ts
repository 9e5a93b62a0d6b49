import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { weakDes } from "./weak-des.ts";

const desSet =
  "crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-des esp-sha256-hmac";

ruleTest(weakDes, twoSites, {
  "AES is none of it": ``,
  "a policy without an encryption line has DES, and both ends change together": `
    === SiteA
    - encr aes 256
    @ crypto isakmp policy 10   !want policy(warning)
    === SiteB
    encr aes 256 => encr des   !want policy(warning)
  `,
  "a transform set is reported on its line": `
    === SiteA
    ${desSet}   !want set(warning)
    === SiteB
    ${desSet}   !want set(warning)
  `,
  "a release that refuses DES has nothing else to offer": {
    text: `
      === SiteA
      version 17.12
      encr aes 256 => encr des   !want policy(error)
      === SiteB
      encr aes 256 => encr des   !want policy(warning)
    `,
    value: "AES-128",
  },
  "with the compliance shield off it takes DES": `
    version 17.12
    crypto engine compliance shield disable
    encr aes 256 => encr des   !want policy(warning)
    === SiteB
    encr aes 256 => encr des   !want policy(warning)
  `,
});
