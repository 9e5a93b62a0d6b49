import type { Rule } from "../rule.ts";
import { manualDiscouraged } from "../rules/manual-discouraged.ts";
import { manualExtraKey } from "../rules/manual-extra-key.ts";
import { manualKeyCross } from "../rules/manual-key-cross.ts";
import { manualKeyHex } from "../rules/manual-key-hex.ts";
import { manualKeyLength } from "../rules/manual-key-length.ts";
import { manualKeyLong } from "../rules/manual-key-long.ts";
import { manualLifetimeSet } from "../rules/manual-lifetime-set.ts";
import { manualMissingKey } from "../rules/manual-missing-key.ts";
import { manualNoAuthenticator } from "../rules/manual-no-authenticator.ts";
import { manualOnePeer } from "../rules/manual-one-peer.ts";
import { manualOneTransform } from "../rules/manual-one-transform.ts";
import { manualSpiCross } from "../rules/manual-spi-cross.ts";
import { manualSpiDup } from "../rules/manual-spi-dup.ts";
import { manualSpiRange } from "../rules/manual-spi-range.ts";
import { manualTransformEqual } from "../rules/manual-transform-equal.ts";
import { manualWeakKey } from "../rules/manual-weak-key.ts";

/** Section 4.6 of the rule catalogue. */
export const manualKeysRules: readonly Rule[] = [
  manualOnePeer,
  manualOneTransform,
  manualMissingKey,
  manualExtraKey,
  manualNoAuthenticator,
  manualSpiRange,
  manualSpiDup,
  manualKeyLength,
  manualKeyLong,
  manualKeyHex,
  manualSpiCross,
  manualKeyCross,
  manualTransformEqual,
  manualDiscouraged,
  manualLifetimeSet,
  manualWeakKey,
];
