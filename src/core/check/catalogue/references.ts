import { aclEmpty } from "../rules/acl-empty.ts";
import { aclNoPermit } from "../rules/acl-no-permit.ts";
import { aclNotExtended } from "../rules/acl-not-extended.ts";
import { aclUndefined } from "../rules/acl-undefined.ts";
import { anchorHasSubcommands } from "../rules/anchor-has-subcommands.ts";
import { duplicateSeq } from "../rules/duplicate-seq.ts";
import { dynmapNoTransform } from "../rules/dynmap-no-transform.ts";
import { dynmapOnInterface } from "../rules/dynmap-on-interface.ts";
import { dynmapUnanchored } from "../rules/dynmap-unanchored.ts";
import { dynmapUndefined } from "../rules/dynmap-undefined.ts";
import { isakmpProfileNoMatch } from "../rules/isakmp-profile-no-match.ts";
import { keyringEmpty } from "../rules/keyring-empty.ts";
import { keyringUndefined } from "../rules/keyring-undefined.ts";
import { mapEmpty } from "../rules/map-empty.ts";
import { mapEntryNoAcl } from "../rules/map-entry-no-acl.ts";
import { mapEntryNoPeer } from "../rules/map-entry-no-peer.ts";
import { mapEntryNoTransform } from "../rules/map-entry-no-transform.ts";
import { mapInterfaceUndefined } from "../rules/map-interface-undefined.ts";
import { mapUnapplied } from "../rules/map-unapplied.ts";
import { nameClash } from "../rules/name-clash.ts";
import { profileBothIke } from "../rules/profile-both-ike.ts";
import { profileUndefined } from "../rules/profile-undefined.ts";
import { transformDuplicate } from "../rules/transform-duplicate.ts";
import { transformEspAuthOnly } from "../rules/transform-esp-auth-only.ts";
import { transformIllegal } from "../rules/transform-illegal.ts";
import { transformTooMany } from "../rules/transform-too-many.ts";
import { transformUndefined } from "../rules/transform-undefined.ts";
import { transformUnused } from "../rules/transform-unused.ts";
import type { Rule } from "../rule.ts";

/** Section 4.1 of the rule catalogue: references and completeness. */
export const referencesRules: readonly Rule[] = [
  mapEntryNoPeer,
  mapEntryNoAcl,
  mapEntryNoTransform,
  aclUndefined,
  aclEmpty,
  aclNoPermit,
  aclNotExtended,
  transformUndefined,
  transformTooMany,
  transformDuplicate,
  transformIllegal,
  transformEspAuthOnly,
  transformUnused,
  mapUnapplied,
  mapInterfaceUndefined,
  mapEmpty,
  dynmapUndefined,
  dynmapUnanchored,
  dynmapNoTransform,
  dynmapOnInterface,
  anchorHasSubcommands,
  profileUndefined,
  profileBothIke,
  isakmpProfileNoMatch,
  keyringUndefined,
  keyringEmpty,
  duplicateSeq,
  nameClash,
];
