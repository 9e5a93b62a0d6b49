import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { transformEspAuthOnly } from "./transform-esp-auth-only.ts";

ruleTest(transformEspAuthOnly, twoSites, {
  "an authenticator alone": `
    crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-sha256-hmac   !want noCipher
    === SiteB
    crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-null esp-sha256-hmac
  `,
  "AH beside it does not encrypt either": `
    crypto ipsec transform-set BOTH ah-sha-hmac esp-md5-hmac   !want noCipher
  `,
  "a set with a cipher, or of AH alone, is none of it": `
    crypto ipsec transform-set AH ah-sha-hmac
  `,
});
