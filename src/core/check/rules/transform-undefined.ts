import { ownName } from "../../derive/routerNames.ts";
import { transformSetNamed } from "../../derive/transforms.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import type { Router } from "../../model/router.ts";
import { counterpartOf } from "../counterpart.ts";
import { changeEntry, cryptoEntries, entryAt, entryPlace, entryTitle, type CryptoEntry } from "../cryptoEntries.ts";
import type { Fix } from "../finding.ts";
import { routerRule } from "../rule.ts";
import { completeTransformSet, transformSetFixes } from "../transformSetFixes.ts";

/** A name in `set transform-set` that stands for nothing. `default` stands for the built-in set. */
export const transformUndefined = routerRule({
  id: "transform-undefined",
  severity: "error",
  fix: "ask",
  docs: {
    what: "`set transform-set` names a transform set that is not defined.",
    why: "There is nothing to offer under that name; if it is the only one, quick mode has no proposal.",
    remedy: "Define the transform set as the peer has it, or name the one that was meant.",
    source: "Cisco IOS Security Command Reference, set transform-set",
  },
  messages: {
    onlyOne: "{router}: {entry} names transform set {set}, which is not defined, so it has nothing to offer.",
    oneOfSeveral: "{router}: {entry} names transform set {set}, which is not defined.",
    several: "{router}: {entry} names transform sets {set}, which are not defined.",
  },
  check(router, report) {
    for (const entry of cryptoEntries(router)) {
      const { body } = entry;
      const missing = body.transformSets.flatMap((set, index) =>
        transformSetNamed(router.elements, set) ? [] : [{ set, index }],
      );
      const [first, second] = missing;
      if (!first) continue;
      const isAll = missing.length === body.transformSets.length;
      report({
        message: second ? "several" : isAll ? "onlyOne" : "oneOfSeveral",
        data: {
          router: ownName(router),
          entry: entryTitle(entry),
          set: missing.map(({ set }) => set).join(", "),
        },
        places: [entryPlace(entry, "transformSets", first.index)],
        fixes: ({ design, peerings }) => {
          const fixes = transformSetFixes(entry, counterpartOf(design, peerings, entryPlace(entry)), first.index);
          return second ? severalFixes(entry, first.set, fixes) : fixes;
        },
      });
    }
    for (const profile of router.elements.ipsecProfile.values()) {
      profile.transformSets.forEach((set, index) => {
        if (transformSetNamed(router.elements, set)) return;
        report({
          message: profile.transformSets.length > 1 ? "oneOfSeveral" : "onlyOne",
          data: { router: ownName(router), entry: `IPsec profile ${profile.name}`, set },
          places: [
            { router: router.id, kind: "ipsecProfile", name: profile.name, field: "transformSets", item: index },
          ],
          fixes: profileFixes(router, profile.name),
        });
      });
    }
  },
  complete(design, _fix, [place], value) {
    const index = typeof place.item === "number" ? place.item : undefined;
    const entry = entryAt(design, place);
    if (entry) {
      const { elements } = entry.router;
      const defined = entry.body.transformSets.filter((set) => transformSetNamed(elements, set));
      if (entry.body.transformSets.length - defined.length < 2) return completeTransformSet(entry, value, index);
      return [changeEntry(entry, { transformSets: [...new Set([...defined, value])] })];
    }
    if (place.kind !== "ipsecProfile") return [];
    const profile = design.routers.get(place.router)?.elements.ipsecProfile.get(place.name);
    if (!profile) return [];
    const transformSets = [...new Set(profile.transformSets.map((name, at) => (at === index ? value : name)))];
    return [putEdit(place.router, "ipsecProfile", { ...profile, transformSets })];
  },
});

/**
 * Several names without a set: the first of them gets the set that it would get alone, or a person says which set is meant in place
 * of all of them. The names that have a set stay.
 */
function severalFixes(entry: CryptoEntry, first: string, ofFirst: readonly Fix[]): readonly Fix[] {
  const { elements } = entry.router;
  const transformSets = entry.body.transformSets.filter((set) => set === first || transformSetNamed(elements, set));
  const defined = ofFirst
    .filter((fix) => !fix.needs)
    .map(({ title, edits }) => ({
      title: `${title}, and take out what else is not defined`,
      safe: false,
      edits: [...edits, changeEntry(entry, { transformSets })],
    }));
  const choices = [...elements.transformSet.keys()];
  if (choices.length === 0) return defined;
  return [
    ...defined,
    {
      title: `Put one set that is defined in place of all that are not in ${entryTitle(entry)}`,
      safe: false,
      edits: [],
      needs: { label: "Transform set", type: "choice", choices },
    },
  ];
}

function profileFixes(router: Router, profile: string): readonly Fix[] {
  const choices = [...router.elements.transformSet.keys()];
  if (choices.length === 0) return [];
  return [
    {
      title: `Name another transform set in IPsec profile ${profile}`,
      safe: false,
      edits: [],
      needs: { label: "Transform set", type: "choice", choices },
    },
  ];
}
