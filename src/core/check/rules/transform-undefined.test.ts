import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { transformUndefined } from "./transform-undefined.ts";

ruleTest(transformUndefined, twoSites, {
  "a set that is not there is reported where it is named": `
    set transform-set TS-AES256 => set transform-set TS-AES   !want onlyOne
  `,
  "where the peer's set is missing too, the fix defines it under the name that is used": `
    - crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac
    @ set transform-set TS-AES256   !want onlyOne
  `,
  "beside a set that is there, it is still a name for nothing": `
    set transform-set TS-AES256 => set transform-set TS-AES256 TS-OTHER   !want oneOfSeveral
  `,
  "several names are one finding": `
    set transform-set TS-AES256 => set transform-set NO-1 TS-AES256 NO-2   !want several
  `,
  "where none of several names stands for a set, one that does can take their place": `
    set transform-set TS-AES256 => set transform-set NO-1 NO-2   !want several
  `,
  "where no set is left at all, the first of several names gets the peer's": `
    - crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac
    set transform-set TS-AES256 => set transform-set NO-1 NO-2   !want several
  `,
  "a name that has a set stays beside the first that gets one": `
    crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac
     mode transport
    set transform-set TS-AES256 => set transform-set NO-1 TS-AES256 NO-2   !want several
  `,
  "the built-in set default needs no definition": `
    set transform-set TS-AES256 => set transform-set TS-AES256 default
  `,
  "an IPsec profile names sets too": `
    crypto ipsec profile VTI
     set transform-set TS-GCM   !want onlyOne
    crypto ipsec profile TWO
     set transform-set TS-GCM TS-AES256   !want oneOfSeveral
  `,
});
