import { ownName } from "../../derive/routerNames.ts";
import { usableTransformSets } from "../../derive/transforms.ts";
import { resequenced } from "../../edit/entrySequences.ts";
import type { Router } from "../../model/router.ts";
import type { TransformSet } from "../../model/transformSet.ts";
import { changeEntry, cryptoEntries, dynamicEntries, entryPlace, entryTitle } from "../cryptoEntries.ts";
import type { DynamicCryptoEntry } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";
import { transformStrength } from "../transformStrength.ts";

/** The order of offers is the order of preference. */
export const strongerFirst = routerRule({
  id: "stronger-first",
  severity: "info",
  fix: "auto",
  docs: {
    what: "Transform sets, or entries of a dynamic map, don't stand with the strongest first.",
    why: "The first offer that both ends have is taken, so a stronger one behind it is not used between peers that have both.",
    remedy:
      "Name the strongest transform set first, and give the dynamic entry with the strongest set the lowest sequence.",
    source: "Cisco IOS Security Command Reference, set transform-set; crypto dynamic-map",
  },
  messages: {
    sets: "{router}: {entry} prefers {first} ({weaker}) to {second} ({stronger}), which is stronger.",
    dynamic: "{router}: dynamic map {first} is tried before {second}, which asks for something stronger.",
  },
  check(router, report) {
    for (const entry of cryptoEntries(router)) {
      const { transformSets } = entry.body;
      if (transformSets.length < 2) continue;
      const sets = transformSets.map((name) => router.elements.transformSet.get(name));
      const known = sets.filter((set) => set !== undefined);
      const pair = known.length === sets.length ? firstDescent(known) : undefined;
      if (!pair) continue;
      const [weaker, stronger] = pair;
      const sorted = [...known].sort((one, other) => transformStrength(other) - transformStrength(one));
      report({
        message: "sets",
        data: {
          router: ownName(router),
          entry: entryTitle(entry),
          first: weaker.name,
          weaker: weaker.transforms.join(" "),
          second: stronger.name,
          stronger: stronger.transforms.join(" "),
        },
        places: [
          entryPlace(entry, "transformSets"),
          { router: router.id, kind: "transformSet", name: weaker.name },
          { router: router.id, kind: "transformSet", name: stronger.name },
        ],
        fixes: [
          {
            title: `Put the strongest transform set of ${entryTitle(entry)} first`,
            safe: false,
            edits: [changeEntry(entry, { transformSets: sorted.map((set) => set.name) })],
          },
        ],
      });
    }
    for (const [first, second] of weakerDynamicEntries(router)) {
      report({
        message: "dynamic",
        data: { router: ownName(router), first: first.name, second: second.name },
        places: [entryPlace(first, "transformSets"), entryPlace(second, "transformSets")],
        fixes: [
          {
            title: `Let dynamic map ${first.name} and ${second.name} change places`,
            safe: false,
            edits: resequenced(router.id, [
              { kind: "dynamicMapEntry", entry: first.entry, sequence: second.entry.sequence },
              { kind: "dynamicMapEntry", entry: second.entry, sequence: first.entry.sequence },
            ]),
          },
        ],
      });
    }
  },
});

/** The first set that has a stronger one behind it, with the strongest of those. */
function firstDescent(sets: readonly TransformSet[]): readonly [TransformSet, TransformSet] | undefined {
  for (const [index, set] of sets.entries()) {
    const behind = sets.slice(index + 1).filter((other) => transformStrength(other) > transformStrength(set));
    const [strongest] = behind.sort((one, other) => transformStrength(other) - transformStrength(one));
    if (strongest) return [set, strongest];
  }
  return undefined;
}

/** Neighbours of a dynamic map that any peer could come in by, the first one asking for less. */
function weakerDynamicEntries(router: Router): readonly (readonly [DynamicCryptoEntry, DynamicCryptoEntry])[] {
  if (dynamicEntries(router).length < 2) return [];
  const open = dynamicEntries(router)
    .filter(({ body }) => body.matchAddress === undefined && body.peers.length === 0)
    .sort((one, other) => one.entry.sequence - other.entry.sequence);
  const strength = (entry: DynamicCryptoEntry) =>
    Math.max(0, ...usableTransformSets(router, entry.body).map(transformStrength));
  return open.flatMap((first) => {
    const second = open.find((one) => one.entry.map === first.entry.map && one.entry.sequence > first.entry.sequence);
    return second && strength(second) > strength(first) ? [[first, second] as const] : [];
  });
}
