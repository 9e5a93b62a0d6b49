import { cryptoMapSets, type CryptoMapSet, type SetEntry } from "../../derive/cryptoMapSet.ts";
import { ownName } from "../../derive/routerNames.ts";
import { LAST_SEQUENCE, resequenced } from "../../edit/entrySequences.ts";
import type { Router } from "../../model/router.ts";
import { freeLastSequence } from "../dynamicAnchor.ts";
import type { Fix } from "../finding.ts";
import { routerRule } from "../rule.ts";
import { setEntryName } from "../setOverlaps.ts";

/** A dynamic map takes whom no static entry knows, so it is to be asked last. */
export const dynamicNotLast = routerRule({
  id: "dynamic-not-last",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "A crypto map entry that anchors a dynamic map has a lower sequence than a static entry.",
    why: "The static entry's peer is accepted by the dynamic map first, and traffic that both permit waits for a peer that is never called.",
    remedy: "Give the anchor the highest sequence of the map.",
    source: "Cisco, Security for VPNs with IPsec, Creating Dynamic Crypto Maps",
  },
  messages: {
    takes: "{router}: crypto map {anchor} anchors dynamic map {map} before {entry}, whose traffic it takes.",
    accepts:
      "{router}: crypto map {anchor} anchors dynamic map {map}, which has no access list, before {entry}: it accepts that peer too.",
    before: "{router}: crypto map {anchor} anchors dynamic map {map} before the static entry {entry}.",
  },
  check(router, report) {
    for (const set of cryptoMapSets(router.elements).values()) {
      const last = set.entries.filter(({ entry }) => entry.dynamicMap === undefined).at(-1);
      for (const anchor of last ? set.anchors : []) {
        if (!last || anchor.position > last.position) continue;
        const later = set.entries.filter((one) => one.position > anchor.position && one.entry.dynamicMap === undefined);
        const taken = later.find((one) => takesFrom(set, anchor, one));
        const entry = taken ?? later[0] ?? last;
        const isOpen = acceptsAnything(anchor);
        report({
          message: isOpen ? "accepts" : taken ? "takes" : "before",
          severity: taken ? "error" : "warning",
          data: {
            router: ownName(router),
            anchor: setEntryName(anchor),
            map: anchor.entry.dynamicMap ?? "",
            entry: setEntryName(entry),
          },
          places: [anchor, entry].map((one) => ({
            router: router.id,
            kind: "cryptoMapEntry",
            name: setEntryName(one),
          })),
          fixes: fixesOf(router, set, anchor, taken === undefined),
        });
      }
    }
  },
});

/** Whether a dynamic map accepts traffic of a later static entry; without a list it accepts any. */
function takesFrom(set: CryptoMapSet, anchor: SetEntry, later: SetEntry): boolean {
  if (acceptsAnything(anchor)) return true;
  return (later.accessList?.permits ?? []).some((permit) =>
    permit.selectors.some((selector) => set.selectors.intersecting(selector).includes(anchor)),
  );
}

/** A dynamic entry without a list accepts whatever a peer asks for, though it takes no traffic by itself. */
function acceptsAnything(anchor: SetEntry): boolean {
  return anchor.dynamicEntries.some(({ entry }) => entry.matchAddress === undefined);
}

/** Behind all others; where the last number is taken, by numbering the whole map anew. */
function fixesOf(router: Router, set: CryptoMapSet, anchor: SetEntry, safe: boolean): readonly Fix[] {
  const entries = set.entries.map(({ entry }) => entry);
  const others = entries.filter((entry) => entry !== anchor.entry);
  const behind = freeLastSequence(others.map((entry) => entry.sequence));
  const isLast = behind !== undefined && others.every((entry) => entry.sequence < behind);
  const order = [...others, anchor.entry];
  if (!isLast && order.length * 10 > LAST_SEQUENCE) return [];
  const wanted = isLast ? [{ entry: anchor.entry, sequence: behind }] : order.map(inTens);
  return [
    {
      title: `Put ${setEntryName(anchor)} behind the other entries of crypto map ${set.name}`,
      // Where no traffic is at stake, the order changes nothing.
      safe,
      edits: resequenced(
        router.id,
        wanted.map((one) => ({ kind: "cryptoMapEntry", ...one })),
      ),
    },
  ];
}

function inTens<T>(entry: T, index: number): { readonly entry: T; readonly sequence: number } {
  return { entry, sequence: (index + 1) * 10 };
}
