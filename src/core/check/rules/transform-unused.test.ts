import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { transformUnused } from "./transform-unused.ts";

ruleTest(transformUnused, twoSites, {
  "a set that nothing names": `
    crypto ipsec transform-set OLD esp-3des esp-sha-hmac   !want unused
  `,
  "a dynamic map or an IPsec profile may be the one that names it": `
    crypto ipsec transform-set OLD esp-3des esp-sha-hmac
    crypto ipsec transform-set VTI esp-gcm 256
    crypto dynamic-map DYN 10
     set transform-set OLD
    crypto ipsec profile P
     set transform-set VTI
  `,
  "beside an entry without a set it may be the one that was meant": {
    text: `
      crypto ipsec transform-set OLD esp-3des esp-sha-hmac   !want unused
      @ crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac   !want unused
      - set transform-set TS-AES256
    `,
  },
});
