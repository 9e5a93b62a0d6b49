import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { transformDuplicate } from "./transform-duplicate.ts";

ruleTest(transformDuplicate, twoSites, {
  "a name that stands twice": `
    set transform-set TS-AES256 => set transform-set TS-AES256 TS-AES256   !want sameName
  `,
  "two names for one content, written in another order": `
    crypto ipsec transform-set AGAIN esp-sha256-hmac esp-aes 256   !also sameContent
    set transform-set TS-AES256 => set transform-set TS-AES256 AGAIN   !want sameContent
  `,
  "a key size that is the default makes no difference": `
    crypto ipsec transform-set A esp-aes esp-sha-hmac
    crypto ipsec transform-set B esp-aes 128 esp-sha-hmac
    set transform-set TS-AES256 => set transform-set TS-AES256 A B   !want sameContent
  `,
  "the mode does": `
    crypto ipsec transform-set TRANSPORT esp-aes 256 esp-sha256-hmac
     mode transport
    set transform-set TS-AES256 => set transform-set TS-AES256 TRANSPORT
  `,
  "names without a set are another rule's": `
    set transform-set TS-AES256 => set transform-set TS-AES256 NO-1 NO-2
  `,
});
