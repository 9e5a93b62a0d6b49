import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { noIntegrity } from "./no-integrity.ts";

const bareSet =
  "crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-aes 256";

ruleTest(noIntegrity, twoSites, {
  "an authenticator, AH or a mode that authenticates is enough": `
    crypto ipsec transform-set GCM esp-gcm 256
    crypto ipsec transform-set HEADER ah-sha-hmac esp-aes
  `,
  "a cipher alone is not": `
    === SiteA
    ${bareSet}   !want set(warning)
    === SiteB
    ${bareSet}   !want set(warning)
  `,
});
