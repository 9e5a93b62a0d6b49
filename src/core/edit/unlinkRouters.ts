import type { Peering, PeeringEnd } from "../derive/peering.ts";
import { draftOf, type DesignDraft } from "./designDraft.ts";
import type { Operation } from "./edit.ts";
import { forgetPeer, peerableAddresses, removePeer } from "./peerRemoval.ts";

/**
 * Removes a peering from both configurations as one undo: each end's crypto map entry, or just the peer where the entry has
 * others, with what only it used. A dynamic entry stays, since it serves whoever calls; only the key and the permits for this peer
 * go.
 */
export function unlinkRouters({ a, b }: Pick<Peering, "a" | "b">): Operation {
  return {
    label: "Remove peering",
    plan(design) {
      const draft = draftOf(design);
      removeEnd(draft, a, b);
      if (b) removeEnd(draft, b, a);
      return draft.edits();
    },
  };
}

function removeEnd(draft: DesignDraft, end: PeeringEnd, other: PeeringEnd | null): void {
  if (end.peer && end.dynamicMap === null) {
    const position = end.peer.position - 1;
    const name = `${end.cryptoMap} ${end.sequence}`;
    const peer = draft.elements(end.router).cryptoMapEntry.get(name)?.peers[position];
    removePeer(draft, end.router, name, (one) => one === peer);
  }
  // A key may be for another address of the other router than the one that the entry names.
  if (!other) return;
  for (const address of peerableAddresses(draft.elements(other.router))) forgetPeer(draft, end.router, address);
}
