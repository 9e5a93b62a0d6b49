import type { Rule } from "../rule.ts";
import { dpdOneSided } from "../rules/dpd-one-sided.ts";
import { identityMismatch } from "../rules/identity-mismatch.ts";
import { ikeDisabled } from "../rules/ike-disabled.ts";
import { ikeVersionMismatch } from "../rules/ike-version-mismatch.ts";
import { keyringLocalAddress } from "../rules/keyring-local-address.ts";
import { p1LifetimeDiffers } from "../rules/p1-lifetime-differs.ts";
import { p1LifetimeInitiatorLonger } from "../rules/p1-lifetime-initiator-longer.ts";
import { p1LifetimeShort } from "../rules/p1-lifetime-short.ts";
import { p1NoCommon } from "../rules/p1-no-common.ts";
import { p1NoPolicy } from "../rules/p1-no-policy.ts";
import { p1WeakFirst } from "../rules/p1-weak-first.ts";
import { pskAmbiguous } from "../rules/psk-ambiguous.ts";
import { pskHostnameMainMode } from "../rules/psk-hostname-main-mode.ts";
import { pskMismatch } from "../rules/psk-mismatch.ts";
import { pskMissing } from "../rules/psk-missing.ts";
import { pskNoXauth } from "../rules/psk-no-xauth.ts";
import { pskOpaque } from "../rules/psk-opaque.ts";
import { pskWeak } from "../rules/psk-weak.ts";
import { pskWildcard } from "../rules/psk-wildcard.ts";
import { pskWrongAddress } from "../rules/psk-wrong-address.ts";

/** Section 4.4 of the rule catalogue. */
export const phase1Rules: readonly Rule[] = [
  p1NoPolicy,
  p1NoCommon,
  p1WeakFirst,
  p1LifetimeInitiatorLonger,
  p1LifetimeDiffers,
  p1LifetimeShort,
  pskMissing,
  pskMismatch,
  pskOpaque,
  pskWrongAddress,
  pskWildcard,
  pskHostnameMainMode,
  pskAmbiguous,
  pskNoXauth,
  pskWeak,
  ikeDisabled,
  identityMismatch,
  keyringLocalAddress,
  dpdOneSided,
  ikeVersionMismatch,
];
