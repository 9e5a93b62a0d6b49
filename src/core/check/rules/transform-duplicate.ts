import { ownName } from "../../derive/routerNames.ts";
import { transformContent, transformSetNamed } from "../../derive/transforms.ts";
import type { Router } from "../../model/router.ts";
import type { TransformSet } from "../../model/transformSet.ts";
import { changeEntry, cryptoEntries, entryPlace, entryTitle } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";

/** The same offer twice is one offer. */
export const transformDuplicate = routerRule({
  id: "transform-duplicate",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "An entry offers the same transforms twice: one name twice, or two sets of equal content.",
    why: "The second offer is never chosen. Often one of the two sets was meant to be another one.",
    remedy: "Take the second name out, or correct the set that was meant to differ.",
    source: "Cisco IOS Security Command Reference, set transform-set: the first match is used",
  },
  messages: {
    sameName: "{router}: {entry} names transform set {set} twice.",
    sameContent: "{router}: {entry} names {first} and {set}, which hold the same transforms ({content}).",
  },
  check(router, report) {
    for (const entry of cryptoEntries(router)) {
      const { transformSets } = entry.body;
      if (transformSets.length < 2) continue;
      transformSets.forEach((set, index) => {
        const content = offerOf(router, set);
        const first = transformSets
          .slice(0, index)
          .find((other) => other === set || (content !== undefined && offerOf(router, other) === content));
        if (first === undefined) return;
        report({
          message: first === set ? "sameName" : "sameContent",
          data: { router: ownName(router), entry: entryTitle(entry), set, first, content: wordsOf(router, set) },
          places: [
            entryPlace(entry, "transformSets", index),
            ...(first === set ? [] : [{ router: router.id, kind: "transformSet" as const, name: set }]),
          ],
          fixes: [
            {
              title: `Take ${first === set ? "the second " : ""}${set} out of ${entryTitle(entry)}`,
              // The first of the two offers all that the second would.
              safe: true,
              edits: [changeEntry(entry, { transformSets: transformSets.filter((_, at) => at !== index) })],
            },
          ],
        });
      });
    }
  },
});

/** Content and mode; undefined for a name without a set, which is another rule's. */
function offerOf(router: Router, name: string): string | undefined {
  const set = transformSetNamed(router.elements, name);
  return set && `${transformContent(set)} ${modeOf(set)}`;
}

function modeOf(set: TransformSet): string {
  return `${set.mode ?? "tunnel"}${set.modeRequire ? " require" : ""}`;
}

function wordsOf(router: Router, name: string): string {
  return transformSetNamed(router.elements, name)?.transforms.join(" ") ?? "";
}
