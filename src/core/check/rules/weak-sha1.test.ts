import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { weakSha1 } from "./weak-sha1.ts";

const sha1Set =
  "crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha-hmac";

ruleTest(weakSha1, twoSites, {
  "SHA-256 is none of it": ``,
  "a policy without a hash line has SHA-1, and sets name it": `
    === SiteA
    - hash sha256
    @ crypto isakmp policy 10   !want policy(info)
    ${sha1Set}   !want set(info)
    === SiteB
    hash sha256 => hash sha   !want policy(info)
    ${sha1Set}   !want set(info)
  `,
});
