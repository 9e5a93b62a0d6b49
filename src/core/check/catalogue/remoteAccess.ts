import type { Rule } from "../rule.ts";
import { raDefaultList } from "../rules/ra-default-list.ts";
import { raGroupNoKey } from "../rules/ra-group-no-key.ts";
import { raLimits } from "../rules/ra-limits.ts";
import { raLoginList } from "../rules/ra-login-list.ts";
import { raNatExempt } from "../rules/ra-nat-exempt.ts";
import { raNetList } from "../rules/ra-net-list.ts";
import { raNoAaa } from "../rules/ra-no-aaa.ts";
import { raNoConfigAddress } from "../rules/ra-no-config-address.ts";
import { raNoDynamic } from "../rules/ra-no-dynamic.ts";
import { raNoGroup } from "../rules/ra-no-group.ts";
import { raNoLocalUser } from "../rules/ra-no-local-user.ts";
import { raNoRri } from "../rules/ra-no-rri.ts";
import { raPfs } from "../rules/ra-pfs.ts";
import { raPolicyGroup } from "../rules/ra-policy-group.ts";
import { raPoolOverlap } from "../rules/ra-pool-overlap.ts";
import { raPoolReversed } from "../rules/ra-pool-reversed.ts";
import { raPoolUndefined } from "../rules/ra-pool-undefined.ts";
import { raRadiusOnly } from "../rules/ra-radius-only.ts";
import { raSavePassword } from "../rules/ra-save-password.ts";
import { raSplitAcl } from "../rules/ra-split-acl.ts";

/** Section 4.9 of the rule catalogue: remote access. */
export const remoteAccessRules: readonly Rule[] = [
  raNoAaa,
  raLoginList,
  raNetList,
  raDefaultList,
  raNoLocalUser,
  raNoGroup,
  raGroupNoKey,
  raPoolUndefined,
  raPoolReversed,
  raPoolOverlap,
  raSplitAcl,
  raNoConfigAddress,
  raNoDynamic,
  raPolicyGroup,
  raPfs,
  raNoRri,
  raRadiusOnly,
  raSavePassword,
  raLimits,
  raNatExempt,
];
