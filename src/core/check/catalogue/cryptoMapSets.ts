import { aceDuplicate } from "../rules/ace-duplicate.ts";
import { aceShadowed } from "../rules/ace-shadowed.ts";
import { aclDenyThenPermit } from "../rules/acl-deny-then-permit.ts";
import { aclOverlapPartial } from "../rules/acl-overlap-partial.ts";
import { aclOverlapShadow } from "../rules/acl-overlap-shadow.ts";
import { aclShared } from "../rules/acl-shared.ts";
import { backupPeerDiffers } from "../rules/backup-peer-differs.ts";
import { defaultPeerMany } from "../rules/default-peer-many.ts";
import { defaultPeerNoDpd } from "../rules/default-peer-no-dpd.ts";
import { defaultPeerNotFirst } from "../rules/default-peer-not-first.ts";
import { dynamicNotLast } from "../rules/dynamic-not-last.ts";
import { idleEqualsGlobal } from "../rules/idle-equals-global.ts";
import { interfaceNoIp } from "../rules/interface-no-ip.ts";
import { localAddressBad } from "../rules/local-address-bad.ts";
import { mapOnLoopbackOrInside } from "../rules/map-on-loopback-or-inside.ts";
import { multiPeerAsMultiSite } from "../rules/multi-peer-as-multi-site.ts";
import { oneMapPerInterface } from "../rules/one-map-per-interface.ts";
import { peerHostname } from "../rules/peer-hostname.ts";
import { peerHostnameDynamicResponder } from "../rules/peer-hostname-dynamic-responder.ts";
import { peerInProtectedNet } from "../rules/peer-in-protected-net.ts";
import { peerIsSelf } from "../rules/peer-is-self.ts";
import { perHostHeavy } from "../rules/per-host-heavy.ts";
import { samePeerManyEntries } from "../rules/same-peer-many-entries.ts";
import { sharedMapNoLocalAddress } from "../rules/shared-map-no-local-address.ts";
import { specificFirst } from "../rules/specific-first.ts";
import { strongerFirst } from "../rules/stronger-first.ts";
import type { Rule } from "../rule.ts";

/** Section 4.2 of the rule catalogue: the structure of crypto map sets. */
export const cryptoMapSetsRules: readonly Rule[] = [
  oneMapPerInterface,
  dynamicNotLast,
  aclShared,
  aclOverlapShadow,
  aclOverlapPartial,
  aclDenyThenPermit,
  specificFirst,
  aceDuplicate,
  aceShadowed,
  strongerFirst,
  samePeerManyEntries,
  multiPeerAsMultiSite,
  defaultPeerNotFirst,
  defaultPeerMany,
  defaultPeerNoDpd,
  idleEqualsGlobal,
  backupPeerDiffers,
  perHostHeavy,
  peerIsSelf,
  peerInProtectedNet,
  peerHostname,
  peerHostnameDynamicResponder,
  sharedMapNoLocalAddress,
  localAddressBad,
  mapOnLoopbackOrInside,
  interfaceNoIp,
];
