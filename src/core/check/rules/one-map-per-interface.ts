import { ownName } from "../../derive/routerNames.ts";
import { linesSetting } from "../../derive/sourceLines.ts";
import { putEdit, removeEdit } from "../../edit/elementEdits.ts";
import { LAST_SEQUENCE } from "../../edit/entrySequences.ts";
import type { Edit } from "../../edit/edit.ts";
import type { CryptoMapEntry } from "../../model/cryptoMap.ts";
import type { Router } from "../../model/router.ts";
import type { Fix } from "../finding.ts";
import { routerRule } from "../rule.ts";

/**
 * An interface that was given two maps. The model holds the last one, as IOS does; the text still tells the other, and its entries
 * are there for nothing.
 */
export const oneMapPerInterface = routerRule({
  id: "one-map-per-interface",
  severity: "error",
  fix: "ask",
  docs: {
    what: "Two different crypto maps are put on one interface.",
    why: "An interface takes one map; the second command replaces the first, and the entries of the first map protect nothing.",
    remedy: "Make one map of the two: entries with different sequence numbers, under one name.",
    source: "Cisco, Security for VPNs with IPsec, Applying Crypto Map Sets to Interfaces",
  },
  messages: { replaced: "{router}: {interface} is given crypto map {lost} and then {map}; only {map} is applied." },
  check(router, report) {
    const applied = new Set([...router.elements.interface.values()].map((one) => one.cryptoMap?.name));
    // Nothing was lost where every map that has entries stands on some interface.
    if ([...router.elements.cryptoMapEntry.values()].every((entry) => applied.has(entry.map))) return;
    for (const [name, maps] of mapsByInterface(router)) {
      const map = router.elements.interface.get(name)?.cryptoMap?.name;
      for (const lost of maps) {
        // A map that is on another interface, or has no entries left, is not lost.
        if (map === undefined || applied.has(lost) || entriesOf(router, lost).length === 0) continue;
        report({
          message: "replaced",
          data: { router: ownName(router), interface: name, lost, map },
          places: [{ router: router.id, kind: "interface", name, field: "cryptoMap" }],
          fixes: joinFixes(router, lost, map),
        });
      }
    }
  },
});

/** The names of all maps that the text puts on each interface. */
function mapsByInterface(router: Router): ReadonlyMap<string, ReadonlySet<string>> {
  const maps = new Map<string, Set<string>>();
  if (!router.source) return maps;
  for (const { place, canonical } of linesSetting(router.source, "interface", "cryptoMap")) {
    if (place === undefined) continue;
    const map = /^crypto map (\S+)/.exec(canonical ?? "")?.[1];
    if (map === undefined) continue;
    const known = maps.get(place.name) ?? new Set();
    maps.set(place.name, known.add(map));
  }
  return maps;
}

function entriesOf(router: Router, map: string): readonly CryptoMapEntry[] {
  return [...router.elements.cryptoMapEntry.values()]
    .filter((entry) => entry.map === map)
    .sort((one, other) => one.sequence - other.sequence);
}

/** Moves the entries of the lost map behind those of the applied one. Its map-wide lines go along where the other has none. */
function joinFixes(router: Router, lost: string, map: string): readonly Fix[] {
  const moved = entriesOf(router, lost);
  const last = Math.max(0, ...entriesOf(router, map).map((entry) => entry.sequence));
  const start = Math.floor(last / 10) * 10;
  if (start + moved.length * 10 > LAST_SEQUENCE) return [];
  const settings = router.elements.cryptoMap.get(lost);
  const settingsEdits: readonly Edit[] = settings
    ? [
        removeEdit(router.id, "cryptoMap", lost),
        ...(router.elements.cryptoMap.has(map) ? [] : [putEdit(router.id, "cryptoMap", { ...settings, name: map })]),
      ]
    : [];
  return [
    {
      title: `Move the entries of crypto map ${lost} into ${map}`,
      safe: false,
      edits: [
        ...moved.map((entry, index) =>
          putEdit(
            router.id,
            "cryptoMapEntry",
            { ...entry, map, sequence: start + (index + 1) * 10 },
            `${lost} ${entry.sequence}`,
          ),
        ),
        ...settingsEdits,
      ],
    },
  ];
}
