import { putEdit } from "../../edit/elementEdits.ts";
import { ALL_ONES } from "../../net/ipv4.ts";
import { clearKeyFor, missingKeys, withKey } from "../keyFixes.ts";
import { projectedRule } from "../projectedRule.ts";

/** Pre-shared keys are asked for, and there is none for the peer. */
export const pskMissing = projectedRule({
  id: "psk-missing",
  severity: "error",
  fix: "ask",
  docs: {
    what: "No pre-shared key of a router covers its peer's address.",
    why: "An initiator without a key can't start main mode; a responder without one accepts no policy with pre-shared keys.",
    remedy: "Add `crypto isakmp key` for the address that the peer really speaks from.",
    source: "Published debug output: No pre-shared key with the peer, can not start main mode",
  },
  messages: {
    none: "{near} has no pre-shared key for {address}, the address of {far}.",
    outside: "{near} has no pre-shared key for its peer {address}.",
  },
  message: ({ data }) => (data.far === data.address ? "outside" : "none"),
  fixes(judged, { a, b, nameA }, { data }) {
    const isA = data.near === nameA;
    const { peering } = judged;
    const [near, far] = isA ? [a, b] : [b, a];
    const [farEnd, nearEnd] = isA ? [peering.b, peering.a] : [peering.a, peering.b];
    if (!near || !far || farEnd?.address === null || farEnd?.address === undefined) return [];
    const theirs = clearKeyFor(far, nearEnd);
    if (theirs) {
      const key = {
        secret: theirs.secret,
        peer: { kind: "address" as const, address: farEnd.address, mask: ALL_ONES },
      };
      return [
        {
          title: `Give ${data.near} the key that ${data.far} has for it`,
          safe: false,
          edits: [putEdit(near.id, "isakmpKey", key)],
        },
      ];
    }
    return [
      {
        title: `Set a pre-shared key between ${data.near} and ${data.far}`,
        safe: false,
        edits: missingKeys(judged, { a, b, nameA, nameB: "" }),
        needs: { label: "Pre-shared key for both ends", type: "key" },
      },
    ];
  },
  complete: (_design, fix, _places, value) => withKey(fix.edits, value),
});
