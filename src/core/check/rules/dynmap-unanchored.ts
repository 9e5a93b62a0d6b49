import { cryptoMapSets } from "../../derive/cryptoMapSet.ts";
import { ownName } from "../../derive/routerNames.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import type { Router } from "../../model/router.ts";
import { newAnchor } from "../dynamicAnchor.ts";
import type { Fix } from "../finding.ts";
import { routerRule } from "../rule.ts";

/** A dynamic map takes effect only through an entry of a crypto map. */
export const dynmapUnanchored = routerRule({
  id: "dynmap-unanchored",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "A dynamic map is defined and no crypto map entry names it.",
    why: "It has no effect: no peer is taken by it.",
    remedy: "Anchor it with `crypto map NAME SEQUENCE ipsec-isakmp dynamic MAP`, at the highest sequence.",
    source: "Cisco, Security for VPNs with IPsec, Creating Dynamic Crypto Maps",
  },
  messages: { unanchored: "{router}: no crypto map entry names dynamic map {map}, so it has no effect." },
  check(router, report) {
    const { cryptoMapEntry, dynamicMapEntry, interface: interfaces } = router.elements;
    const anchored = new Set([...cryptoMapEntry.values()].map((entry) => entry.dynamicMap));
    const applied = new Set([...interfaces.values()].map((one) => one.cryptoMap?.name));
    const seen = new Set<string>();
    for (const [name, { map }] of dynamicMapEntry) {
      // One on an interface is an error of its own, and its fix anchors it.
      if (seen.has(map) || anchored.has(map) || applied.has(map)) continue;
      seen.add(map);
      report({
        message: "unanchored",
        data: { router: ownName(router), map },
        places: [{ router: router.id, kind: "dynamicMapEntry", name }],
        fixes: anchorFixes(router, map),
      });
    }
  },
});

/** One for each crypto map, those that an interface carries first. */
function anchorFixes(router: Router, map: string): readonly Fix[] {
  const sets = [...cryptoMapSets(router.elements).values()].filter((set) => set.entries.length > 0);
  const applied = sets.filter((set) => set.carriers.length > 0);
  return (applied.length > 0 ? applied : sets).flatMap((set): Fix[] => {
    const anchor = newAnchor(
      set.name,
      set.entries.map(({ entry }) => entry.sequence),
      map,
    );
    if (!anchor) return [];
    return [
      {
        title: `Anchor dynamic map ${map} in crypto map ${set.name}`,
        safe: false,
        edits: [putEdit(router.id, "cryptoMapEntry", anchor)],
      },
    ];
  });
}
