import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { weak3des } from "./weak-3des.ts";

const legacySet =
  "crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-3des esp-sha256-hmac";

ruleTest(weak3des, twoSites, {
  "AES is none of it": ``,
  "policies at both ends change together": `
    === SiteA
    encr aes 256 => encr 3des   !want policy(warning)
    === SiteB
    encr aes 256 => encr 3des   !want policy(warning)
  `,
  "so do transform sets": `
    === SiteA
    ${legacySet}   !want set(warning)
    === SiteB
    ${legacySet}   !want set(warning)
  `,
  "a release that refuses 3DES fails the tunnel that has nothing else": `
    === SiteA
    ${legacySet}   !want set(warning)
    === SiteB
    version 17.12
    ${legacySet}   !want set(error)
  `,
  "a set that manual keys are made for can't change by itself": `
    crypto ipsec transform-set OLD esp-3des esp-sha-hmac   !want set
    crypto map VPN 20 ipsec-manual
     set peer 192.0.2.77
     set transform-set OLD
  `,
});
