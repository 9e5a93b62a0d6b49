import type { Elements, Router } from "../model/router.ts";
import type { TransformSet } from "../model/transformSet.ts";
import type { Ipv4Address } from "../net/ipv4.ts";
import { peerAddress, type EntryView } from "./cryptoMapSet.ts";
import type { NormalAccessList } from "./cryptoAccessList.ts";
import { dialectOf } from "./dialect.ts";
import { hasMirroredDeny } from "./flows.ts";
import { boundProfile, profileAccepts, type IsakmpIdentity } from "./isakmpIdentity.ts";
import { selectorCovers, type Selector } from "./selector.ts";
import { acceptsPfs, commonTransformSet, usableTransformSets, type PfsSetting } from "./transforms.ts";

/** What an initiator asks for in the first message of quick mode. */
export interface Proposal {
  /** Where it comes from, as the responder sees it; null where the text doesn't tell. */
  readonly from: Ipv4Address | null;
  readonly identity: IsakmpIdentity;
  /** From the responder's point of view: its own side is the source. */
  readonly selectors: readonly Selector[];
  /** The initiator's own list: a deny that both ends have mirrored keeps nobody out. */
  readonly accessList: NormalAccessList | undefined;
  readonly transformSets: readonly TransformSet[];
  readonly pfs: PfsSetting;
}

/** Why a crypto map entry can't serve a proposal. `unsure` marks one that the text alone doesn't settle. */
export interface Objection {
  readonly about: "peer" | "profile" | "selector" | "transform" | "pfs";
  readonly unsure: boolean;
}

/** All that stands between a proposal and an entry; none means that the entry takes it. Reference: section 3.3. */
export function objectionsTo(router: Router, view: EntryView, proposal: Proposal): readonly Objection[] {
  const { elements } = router;
  const objections: Objection[] = [];
  enter(objections, "peer", listsPeer(elements, view, proposal.from));
  const profile = boundProfile(elements, view);
  if (profile) enter(objections, "profile", profileAccepts(profile, proposal.identity, frontVrfOf(view)));
  const takesAll = proposal.selectors.every((selector) => acceptsSelector(view, selector, proposal.accessList));
  enter(objections, "selector", takesAll);
  const common = commonTransformSet(proposal.transformSets, usableTransformSets(router, view.body));
  enter(objections, "transform", common !== undefined);
  enter(objections, "pfs", acceptsPfs(proposal.pfs, { pfs: view.body.pfs, dialect: dialectOf(router) }));
  return objections;
}

function enter(objections: Objection[], about: Objection["about"], answer: boolean | null): void {
  if (answer !== true) objections.push({ about, unsure: answer === null });
}

/**
 * Whether an entry's peers hold an address: a dynamic entry without peers takes any; null where the address isn't known, or is none of
 * those that are while the text does not tell where a peer's name leads.
 */
export function listsPeer(elements: Elements, view: EntryView, from: Ipv4Address | null): boolean | null {
  const { peers } = view.body;
  if (view.dynamic && peers.length === 0) return true;
  let open = false;
  for (const peer of peers) {
    // `set peer NAME dynamic` is resolved only when this router starts a negotiation. Reference: section 2.5.
    if (peer.dynamic) continue;
    const address = peerAddress(elements, peer);
    if (address === null || from === null) open = true;
    else if (address === from) return true;
  }
  return open ? null : false;
}

/**
 * The routing table that peers of an end are reached through: that of the interface which carries its map, empty for the global one.
 * Null where the text tells nothing of that interface, as in a fragment.
 */
export function frontVrfOf(view: EntryView): string | null {
  const [carrier] = view.set.carriers;
  return carrier?.vrf ?? (carrier?.address === undefined ? null : "");
}

/**
 * Whether an entry lets a peer have a selector, seen from the entry's side: a permit must cover it; in a static entry no earlier
 * deny that the peer doesn't mirror may touch it; a dynamic entry without `match address` takes any. Reference: sections 2.6 and 3.3. Several permits of a
 * dynamic list count as their union (appendix C, "Permits in a dynamic ACL").
 */
export function acceptsSelector(view: EntryView, selector: Selector, peerList: NormalAccessList | undefined): boolean {
  if (view.dynamic && view.body.matchAddress === undefined) return true;
  const list = view.accessList;
  if (!list) return false;
  for (const position of list.index.intersecting(selector)) {
    const identity = list.identities[position];
    if (!identity) continue;
    if (identity.action === "deny") {
      if (!view.dynamic && !hasMirroredDeny(identity, peerList)) return false;
    } else if (identity.selectors.some((one) => selectorCovers(one, selector))) {
      return true;
    }
  }
  return false;
}
