import type { Rule } from "../rule.ts";
import { aggressiveOpen } from "../rules/aggressive-open.ts";
import { keySizeMix } from "../rules/key-size-mix.ts";
import { noIntegrity } from "../rules/no-integrity.ts";
import { noPfs } from "../rules/no-pfs.ts";
import { nullEncryption } from "../rules/null-encryption.ts";
import { sealGmac } from "../rules/seal-gmac.ts";
import { weak3des } from "../rules/weak-3des.ts";
import { weakDes } from "../rules/weak-des.ts";
import { weakDh } from "../rules/weak-dh.ts";
import { weakDh24 } from "../rules/weak-dh24.ts";
import { weakMd5 } from "../rules/weak-md5.ts";
import { weakSha1 } from "../rules/weak-sha1.ts";

/** Section 4.7 of the rule catalogue. */
export const algorithmsRules: readonly Rule[] = [
  weakDes,
  weak3des,
  weakMd5,
  weakSha1,
  weakDh,
  weakDh24,
  nullEncryption,
  noIntegrity,
  sealGmac,
  keySizeMix,
  noPfs,
  aggressiveOpen,
];
