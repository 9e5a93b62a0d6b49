import { completeTransformSet, transformSetFixes } from "../transformSetFixes.ts";
import { counterpartOf } from "../counterpart.ts";
import { changeEntry, entryAt, entryPlace } from "../cryptoEntries.ts";
import { manualEntries } from "../manualEntries.ts";
import { designRule } from "../rule.ts";

/** Keys are made for one set of transforms. */
export const manualOneTransform = designRule({
  id: "manual-one-transform",
  severity: "error",
  fix: "ask",
  docs: {
    what: "An entry with manual keys has no transform set, or several.",
    why: "Nothing is negotiated, so there is no choice to be made: the keys are for the transforms of one set.",
    remedy: "Name exactly one transform set, equal to the peer's.",
    source: "Cisco IOS XE, Security for VPNs with IPsec: only one transform set in a manual crypto map entry",
  },
  messages: {
    none: "{router}: {entry} has manual keys and names no transform set.",
    several: "{router}: {entry} has manual keys and names {count} transform sets, where exactly one is possible.",
  },
  check(design, peerings, report) {
    for (const { entry, router, title } of manualEntries(design, peerings)) {
      const { transformSets } = entry.body;
      if (transformSets.length === 1) continue;
      const place = { router: entry.router.id, kind: entry.kind, name: entry.name };
      report({
        message: transformSets.length > 1 ? "several" : "none",
        data: { router, entry: title, count: transformSets.length },
        places: [entryPlace(entry, transformSets.length > 1 ? "transformSets" : undefined)],
        fixes:
          transformSets.length > 1
            ? [
                {
                  title: `Keep one transform set in ${title}`,
                  safe: false,
                  edits: [],
                  needs: { label: "Transform set", type: "choice", choices: transformSets },
                },
              ]
            : transformSetFixes(entry, counterpartOf(design, peerings, place)),
      });
    }
  },
  complete(design, _fix, [place], value) {
    const entry = entryAt(design, place);
    if (!entry?.body.transformSets.includes(value)) return completeTransformSet(entry, value);
    return [changeEntry(entry, { transformSets: [value] })];
  },
});
