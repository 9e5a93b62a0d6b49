import type { Rule } from "../rule.ts";
import { aclAnyAny } from "../rules/acl-any-any.ts";
import { aclAnyMulticast } from "../rules/acl-any-multicast.ts";
import { aclAnyRri } from "../rules/acl-any-rri.ts";
import { aclAnySide } from "../rules/acl-any-side.ts";
import { aclDiscontiguous } from "../rules/acl-discontiguous.ts";
import { aclExtras } from "../rules/acl-extras.ts";
import { aclHostBits } from "../rules/acl-host-bits.ts";
import { aclNetmaskAsWildcard } from "../rules/acl-netmask-as-wildcard.ts";
import { aclObjectGroup } from "../rules/acl-object-group.ts";
import { aclPortsRange } from "../rules/acl-ports-range.ts";
import { aclReusedNat } from "../rules/acl-reused-nat.ts";
import { aclSameSrcDst } from "../rules/acl-same-src-dst.ts";
import { aclSourceNotLocal } from "../rules/acl-source-not-local.ts";
import { dynamicManyPermits } from "../rules/dynamic-many-permits.ts";
import { dynamicNoAcl } from "../rules/dynamic-no-acl.ts";
import { manualManyPermits } from "../rules/manual-many-permits.ts";

/** Section 4.3 of the rule catalogue: what crypto access lists say. */
export const cryptoAccessListsRules: readonly Rule[] = [
  aclAnyAny,
  aclAnySide,
  aclAnyMulticast,
  aclAnyRri,
  aclDiscontiguous,
  aclNetmaskAsWildcard,
  aclHostBits,
  aclPortsRange,
  aclExtras,
  aclObjectGroup,
  aclSameSrcDst,
  aclSourceNotLocal,
  manualManyPermits,
  dynamicManyPermits,
  dynamicNoAcl,
  aclReusedNat,
];
