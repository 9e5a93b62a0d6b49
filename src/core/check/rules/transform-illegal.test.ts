import { asRouterId } from "../../model/router.ts";
import { applyEdits } from "../../edit/edit.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { transformIllegal } from "./transform-illegal.ts";

ruleTest(transformIllegal, "", {
  "two of one class": `
    crypto ipsec transform-set TWO-CIPHERS esp-des esp-aes 256 esp-sha-hmac   !want twoOfClass
    crypto ipsec transform-set TWO-HASHES ah-md5-hmac ah-sha-hmac   !want twoOfClass
  `,
  "GCM beside an authenticator": `
    crypto ipsec transform-set GCM esp-gcm 256 esp-sha256-hmac   !want combined
  `,
  "nothing but no encryption": `
    crypto ipsec transform-set NULL esp-null   !want nullAlone
  `,
  "compression alone": `
    crypto ipsec transform-set SMALL comp-lzs   !want compressionAlone
  `,
  "a set whose transforms are gone": {
    text: `
      crypto ipsec transform-set GONE esp-aes   !want empty
    `,
    design: (design) =>
      applyEdits(design, [putEdit(asRouterId("r1"), "transformSet", { name: "GONE", transforms: [], kept: [] })]),
  },
  "what IOS takes": `
    crypto ipsec transform-set AH-AND-ESP ah-sha-hmac esp-3des esp-sha-hmac
    crypto ipsec transform-set FOUR ah-sha-hmac esp-aes esp-md5-hmac comp-lzs
    crypto ipsec transform-set AH ah-sha-hmac
    crypto ipsec transform-set NULL esp-null esp-sha-hmac
    crypto ipsec transform-set GCM esp-gcm 256
    crypto ipsec transform-set ALONE esp-sha-hmac
  `,
});
