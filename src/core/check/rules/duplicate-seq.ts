import { ownName } from "../../derive/routerNames.ts";
import { linesSetting } from "../../derive/sourceLines.ts";
import type { Place, Router } from "../../model/router.ts";
import { routerRule } from "../rule.ts";

/** One sequence, two kinds of entry. Only the text tells: the model holds what the last line made of it. */
export const duplicateSeq = routerRule({
  id: "duplicate-seq",
  severity: "error",
  fix: "man",
  docs: {
    what: "One sequence of a crypto map is opened as entries of different types.",
    why: "IOS refuses the second line, so what stands below it changes the first entry or nothing at all.",
    remedy: "Give one of the two another sequence number.",
    source: "Cisco IOS Security Command Reference, crypto map (global IPSec)",
  },
  messages: { twoTypes: "{router}: crypto map {entry} is opened as {first} and again as {second}." },
  check(router, report) {
    for (const [entry, types] of typesByEntry(router)) {
      const [first, second] = types;
      if (first === undefined || second === undefined) continue;
      const place: Place = { router: router.id, kind: "cryptoMapEntry", name: entry };
      report({ message: "twoTypes", data: { router: ownName(router), entry, first, second }, places: [place] });
    }
  },
});

/** The types under which the text opens each entry, in its order, each once. */
function typesByEntry(router: Router): ReadonlyMap<string, readonly string[]> {
  const types = new Map<string, string[]>();
  const { source } = router;
  if (!source || router.elements.cryptoMapEntry.size === 0) return types;
  for (const { place, canonical } of linesSetting(source, "cryptoMapEntry", undefined)) {
    if (place === undefined || canonical === undefined) continue;
    const type = /^crypto map \S+ \d+ (ipsec-isakmp|ipsec-manual|gdoi)/.exec(canonical)?.[1];
    // What was removed since, or stands in a text that is no longer the router's, opens nothing.
    if (type === undefined || !router.elements.cryptoMapEntry.has(place.name)) continue;
    const known = types.get(place.name) ?? [];
    if (!known.includes(type)) types.set(place.name, [...known, type]);
  }
  return types;
}
