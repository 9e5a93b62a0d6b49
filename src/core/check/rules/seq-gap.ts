import { ownName } from "../../derive/routerNames.ts";
import type { Edit } from "../../edit/edit.ts";
import type { CryptoMapEntry, DynamicMapEntry } from "../../model/cryptoMap.ts";
import type { Place, Router } from "../../model/router.ts";
import { routerRule } from "../rule.ts";

const step = 10;
const highest = 65535;

/** An entry that has to come between two others needs a number between theirs. */
export const seqGap = routerRule({
  id: "seq-gap",
  severity: "info",
  fix: "auto",
  docs: {
    what: "Entries of a crypto map follow each other without a gap in their sequence numbers.",
    why: "Nothing can be put between them without numbering the rest anew, and order decides which entry takes what.",
    remedy: "Number the entries in tens.",
    source: "Common practice; Cisco's own samples number entries in tens",
  },
  messages: {
    noGap: "{router}: entries {first} and {second} of {map} leave no room between them.",
  },
  check(router, report) {
    for (const { kind, title, entries } of [
      ...setsOf(router, "cryptoMapEntry"),
      ...setsOf(router, "dynamicMapEntry"),
    ]) {
      const index = entries.findIndex((entry, at) => entries[at + 1]?.sequence === entry.sequence + 1);
      const [first, second] = [entries[index], entries[index + 1]];
      if (!first || !second) continue;
      const place = (entry: Entry): Place => ({ router: router.id, kind, name: nameOf(entry) });
      report({
        message: "noGap",
        data: { router: ownName(router), first: first.sequence, second: second.sequence, map: title },
        places: [place(second), place(first)],
        fixes:
          entries.length * step > highest
            ? []
            : [
                {
                  title: `Number the entries of ${title} in tens`,
                  safe: true,
                  edits: renumbered(router, kind, entries),
                },
              ],
      });
    }
  },
});

type Entry = CryptoMapEntry | DynamicMapEntry;
type EntryKind = "cryptoMapEntry" | "dynamicMapEntry";

function setsOf({ elements }: Router, kind: EntryKind) {
  const sets = new Map<string, Entry[]>();
  for (const entry of elements[kind].values()) {
    const others = sets.get(entry.map);
    if (others) others.push(entry);
    else sets.set(entry.map, [entry]);
  }
  return [...sets].map(([map, entries]) => ({
    kind,
    title: kind === "cryptoMapEntry" ? `crypto map ${map}` : `dynamic map ${map}`,
    entries: entries.sort((one, other) => one.sequence - other.sequence),
  }));
}

/** Renames go in such an order that no entry takes the number of one that is still to be renamed. */
function renumbered(router: Router, kind: EntryKind, entries: readonly Entry[]): readonly Edit[] {
  const renames = entries.map((entry, index) => ({ entry, sequence: (index + 1) * step }));
  const down = renames.filter(({ entry, sequence }) => sequence < entry.sequence);
  const up = renames.filter(({ entry, sequence }) => sequence > entry.sequence).reverse();
  return [...down, ...up].map(({ entry, sequence }) => ({
    op: "put",
    key: { router: router.id, kind, name: nameOf(entry) },
    element: { ...entry, sequence },
  }));
}

function nameOf({ map, sequence }: Entry): string {
  return `${map} ${sequence}`;
}
