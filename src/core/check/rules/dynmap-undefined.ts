import { ownName } from "../../derive/routerNames.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import type { DynamicMapEntry } from "../../model/cryptoMap.ts";
import type { Fix } from "../finding.ts";
import { routerRule } from "../rule.ts";

/** An anchor of a dynamic map that does not exist. */
export const dynmapUndefined = routerRule({
  id: "dynmap-undefined",
  severity: "error",
  fix: "ask",
  docs: {
    what: "A crypto map entry names a dynamic map that is not defined.",
    why: "The entry takes no peer. IOS wants the dynamic map to exist before it is named.",
    remedy: "Define the dynamic map, with a transform set at least, or name the one that was meant.",
    source: "Cisco, Security for VPNs with IPsec, Creating Dynamic Crypto Maps",
  },
  messages: { undefinedMap: "{router}: crypto map {entry} names dynamic map {map}, which is not defined." },
  check(router, report) {
    const maps = new Set([...router.elements.dynamicMapEntry.values()].map((entry) => entry.map));
    for (const [name, entry] of router.elements.cryptoMapEntry) {
      const map = entry.dynamicMap;
      if (map === undefined || maps.has(map)) continue;
      const likely = [...maps].find((one) => one.toLowerCase() === map.toLowerCase());
      const choose: Fix = {
        title: `Name another dynamic map than ${map} in crypto map ${name}`,
        safe: false,
        edits: [],
        needs: {
          label: "Dynamic map",
          type: "choice",
          choices: [...maps],
          ...(likely !== undefined && { suggestion: likely }),
        },
      };
      const [set] = router.elements.transformSet.keys();
      report({
        message: "undefinedMap",
        data: { router: ownName(router), entry: name, map },
        places: [{ router: router.id, kind: "cryptoMapEntry", name }],
        fixes: [
          ...(maps.size > 0 ? [choose] : []),
          ...(set === undefined
            ? []
            : [
                {
                  title: `Define dynamic map ${map} with transform set ${set}`,
                  safe: false,
                  edits: [putEdit(router.id, "dynamicMapEntry", newEntry(map, set))],
                },
              ]),
        ],
      });
    }
  },
  complete(design, _fix, [place], value) {
    const entry = design.routers.get(place.router)?.elements.cryptoMapEntry.get(place.name);
    return entry ? [putEdit(place.router, "cryptoMapEntry", { ...entry, dynamicMap: value })] : [];
  },
});

function newEntry(map: string, transformSet: string): DynamicMapEntry {
  return { map, sequence: 10, peers: [], transformSets: [transformSet], sessionKeys: [], kept: [] };
}
