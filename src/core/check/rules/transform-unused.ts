import { nameUse } from "../../derive/references.ts";
import { ownName } from "../../derive/routerNames.ts";
import { transformSetNamed } from "../../derive/transforms.ts";
import { removeEdit } from "../../edit/elementEdits.ts";
import type { Elements } from "../../model/router.ts";
import { cryptoEntries } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";

/** A set that nothing names does nothing. */
export const transformUnused = routerRule({
  id: "transform-unused",
  severity: "info",
  fix: "auto",
  docs: {
    what: "A transform set is defined and nothing refers to it.",
    why: "It does nothing, and a reader takes it for something that is offered.",
    remedy: "Name it in `set transform-set`, or take it out.",
    source: "Cisco IOS Security Command Reference, crypto ipsec transform-set",
  },
  messages: { unused: "{router}: transform set {set} is not used." },
  check(router, report) {
    const { elements } = router;
    const unused = [...elements.transformSet.keys()].filter(
      (name) => nameUse(elements, "transformSet", name).uses.length === 0,
    );
    if (unused.length === 0) return;
    const kept = keptNames(elements);
    // Where an entry lacks its set, or names none that is there, this may be the one that was meant.
    const isWanted = cryptoEntries(router).some(
      ({ body }) => !body.transformSets.some((name) => transformSetNamed(elements, name)),
    );
    for (const name of unused) {
      if (kept.has(name)) continue;
      report({
        message: "unused",
        data: { router: ownName(router), set: name },
        places: [{ router: router.id, kind: "transformSet", name }],
        fixes: isWanted
          ? []
          : [
              {
                title: `Remove transform set ${name}`,
                safe: true,
                edits: [removeEdit(router.id, "transformSet", name)],
              },
            ],
      });
    }
  },
});

/** Names in lines that the model only keeps, such as those of a GDOI group. */
function keptNames(elements: Elements): ReadonlySet<string> {
  const names = new Set<string>();
  const { cryptoMapEntry, dynamicMapEntry, ipsecProfile, keptBlock } = elements;
  const entries = [...cryptoMapEntry.values(), ...dynamicMapEntry.values(), ...ipsecProfile.values()];
  const lines = [
    ...entries.flatMap((one) => one.kept.map((line) => line.text)),
    ...[...keptBlock.values()].flatMap((block) => block.lines),
  ];
  for (const line of lines) {
    const words = /\btransform-set\s+(\S.*)$/.exec(line)?.[1]?.split(/\s+/) ?? [];
    for (const word of words) names.add(word);
  }
  return names;
}
