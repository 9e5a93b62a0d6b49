import { ownName } from "../../derive/routerNames.ts";
import type { CryptoMapEntry, DynamicMapEntry } from "../../model/cryptoMap.ts";
import type { Elements } from "../../model/router.ts";
import type { Edit } from "../../edit/edit.ts";
import { freeName } from "../../edit/freeName.ts";
import type { FixInput } from "../finding.ts";
import { asksClients } from "../remoteAccess.ts";
import { routerRule } from "../rule.ts";

/** Nobody knows a client's address beforehand, and only a dynamic entry waits for any. */
export const raNoDynamic = routerRule({
  id: "ra-no-dynamic",
  severity: "error",
  fix: "ask",
  docs: {
    what: "A crypto map has lists for clients, and no entry of it anchors a dynamic map.",
    why: "Clients come from addresses that no `set peer` names, so no entry takes them.",
    remedy: "Anchor a dynamic map behind the map's other entries.",
    source: "Cisco Press on remote access servers; Cisco IOS Security Configuration Guide, dynamic crypto maps",
  },
  messages: {
    noDynamic:
      "{router}: crypto map {map} asks clients for names and gives them policies, but no entry of it takes a client.",
  },
  check(router, report) {
    const { elements } = router;
    for (const settings of elements.cryptoMap.values()) {
      const { name } = settings;
      const entries = [...elements.cryptoMapEntry.values()].filter((entry) => entry.map === name);
      if (!asksClients(settings) || entries.some((entry) => entry.dynamicMap !== undefined)) continue;
      const needs = inputFor(elements);
      report({
        message: "noDynamic",
        data: { router: ownName(router), map: name },
        places: [{ router: router.id, kind: "cryptoMap", name }],
        fixes: needs ? [{ title: `Anchor a dynamic map in crypto map ${name}`, safe: false, edits: [], needs }] : [],
      });
    }
  },
  complete(design, _fix, [place], value) {
    const elements = design.routers.get(place.router)?.elements;
    if (!elements) return [];
    const isKnown = [...elements.dynamicMapEntry.values()].some((entry) => entry.map === value);
    if (!isKnown && !elements.transformSet.has(value)) return [];
    const dynamicMap = isKnown ? value : freeName("CLIENTS", (one) => elements.dynamicMapEntry.has(`${one} 10`));
    const sequences = [...elements.cryptoMapEntry.values()]
      .filter((entry) => entry.map === place.name)
      .map((entry) => entry.sequence);
    const anchor: CryptoMapEntry = {
      ...emptyBody,
      map: place.name,
      sequence: Math.min(65535, Math.max(0, ...sequences) + 10),
      type: "ipsec-isakmp",
      dynamicMap,
    };
    const entry: DynamicMapEntry = { ...emptyBody, map: dynamicMap, sequence: 10, transformSets: [value] };
    const put = (kind: "cryptoMapEntry" | "dynamicMapEntry", element: CryptoMapEntry | DynamicMapEntry): Edit => ({
      op: "put",
      key: { router: place.router, kind, name: `${element.map} ${element.sequence}` },
      element,
    });
    return [...(isKnown ? [] : [put("dynamicMapEntry", entry)]), put("cryptoMapEntry", anchor)];
  },
});

const emptyBody = { peers: [], transformSets: [], sessionKeys: [], kept: [] };

/** A dynamic map that is there, else the transform set that a new one begins with. */
function inputFor({ dynamicMapEntry, transformSet }: Elements): FixInput | undefined {
  const dynamicMaps = [...new Set([...dynamicMapEntry.values()].map((entry) => entry.map))];
  if (dynamicMaps.length > 0) return { label: "Dynamic map", type: "choice", choices: dynamicMaps };
  const sets = [...transformSet.keys()];
  return sets.length > 0 ? { label: "Transform set of a new dynamic map", type: "choice", choices: sets } : undefined;
}
