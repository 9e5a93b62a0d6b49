import type { Rule } from "../rule.ts";
import { denyNotMirrored } from "../rules/deny-not-mirrored.ts";
import { dynamicBothEnds } from "../rules/dynamic-both-ends.ts";
import { dynamicResponderInitiates } from "../rules/dynamic-responder-initiates.ts";
import { manualVsIsakmp } from "../rules/manual-vs-isakmp.ts";
import { p2LifetimeDiffers } from "../rules/p2-lifetime-differs.ts";
import { p2LifetimeGtP1 } from "../rules/p2-lifetime-gt-p1.ts";
import { p2ModeMismatch } from "../rules/p2-mode-mismatch.ts";
import { p2NoCommonTransform } from "../rules/p2-no-common-transform.ts";
import { p2PfsBare } from "../rules/p2-pfs-bare.ts";
import { p2PfsGroup } from "../rules/p2-pfs-group.ts";
import { p2PfsOneway } from "../rules/p2-pfs-oneway.ts";
import { p2PortsNotSwapped } from "../rules/p2-ports-not-swapped.ts";
import { p2SelectorNone } from "../rules/p2-selector-none.ts";
import { p2SelectorOneway } from "../rules/p2-selector-oneway.ts";
import { p2SelectorReversed } from "../rules/p2-selector-reversed.ts";
import { peerNotReciprocal } from "../rules/peer-not-reciprocal.ts";
import { selectorAnyPeerMismatch } from "../rules/selector-any-peer-mismatch.ts";

/** Section 4.5 of the rule catalogue. */
export const phase2Rules: readonly Rule[] = [
  peerNotReciprocal,
  p2NoCommonTransform,
  p2ModeMismatch,
  p2PfsOneway,
  p2PfsGroup,
  p2PfsBare,
  p2LifetimeDiffers,
  p2LifetimeGtP1,
  p2SelectorOneway,
  p2SelectorNone,
  p2SelectorReversed,
  p2PortsNotSwapped,
  dynamicBothEnds,
  dynamicResponderInitiates,
  manualVsIsakmp,
  denyNotMirrored,
  selectorAnyPeerMismatch,
];
