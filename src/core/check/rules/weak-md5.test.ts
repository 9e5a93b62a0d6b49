import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { weakMd5 } from "./weak-md5.ts";

const md5Set =
  "crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-aes 256 esp-md5-hmac";

ruleTest(weakMd5, twoSites, {
  "SHA-256 is none of it": ``,
  "policies and sets, at both ends": {
    text: `
      === SiteA
      hash sha256 => hash md5   !want policy(warning)
      ${md5Set}   !want set(warning)
      === SiteB
      hash sha256 => hash md5   !want policy(warning)
      ${md5Set}   !want set(warning)
    `,
    value: "SHA-1",
  },
  "an AH with MD5 too": `
    crypto ipsec transform-set OLD ah-md5-hmac esp-aes   !want set
  `,
  "a router with a stronger policy beside it loses only this one": `
    version 17.12
    crypto isakmp policy 20
     encr aes 256
     hash md5   !want policy(warning)
     authentication pre-share
     group 14
  `,
});
