import { routerNames } from "../../derive/routerNames.ts";
import { transformContent } from "../../derive/transforms.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import type { Edit } from "../../edit/edit.ts";
import { freeName } from "../../edit/freeName.ts";
import { changeEntry, entryAt, type CryptoEntry } from "../cryptoEntries.ts";
import { projectedRule } from "../projectedRule.ts";
import { designOfPair } from "../selectorFixes.ts";

/** The ordered lists of transform sets share no equal set; names do not matter. */
export const p2NoCommonTransform = projectedRule({
  id: "p2-no-common-transform",
  severity: "error",
  fix: "ask",
  docs: {
    what: "No transform set of one entry has the same transforms as one of the peer's entry.",
    why: "Quick mode chooses a set that both ends list; without one it ends with NO_PROPOSAL_CHOSEN while phase 1 stays up.",
    remedy: "List a set with the same transforms on both ends; its name may differ.",
    source: "Cisco IOS XE, Security for VPNs with IPsec: transform sets during negotiation",
  },
  messages: { none: "{near} offers {nearValue} and {far} accepts {farValue}: they share no transform set." },
  message: () => "none",
  fixes(_judged, routers, { places }) {
    const design = designOfPair(routers);
    const choices = entriesOf(places, (place) => entryAt(design, place)).flatMap((entry) =>
      entry.body.transformSets.flatMap((name) => {
        const set = entry.router.elements.transformSet.get(name);
        const router = entry.router.id === routers.a.id ? routers.nameA : routers.nameB;
        return set ? [`${name} of ${router}: ${set.transforms.join(" ")}`] : [];
      }),
    );
    if (choices.length === 0) return [];
    return [
      {
        title: "List one transform set on both ends",
        safe: false,
        edits: [],
        needs: { label: "The transform set that both shall list", type: "choice", choices },
      },
    ];
  },
  complete(design, _fix, places, value): readonly Edit[] {
    const [, setName = "", routerName] = /^(\S+) of (.+): /.exec(value) ?? [];
    const names = routerNames(design.routers);
    const entries = entriesOf(places, (place) => entryAt(design, place));
    const from = entries.find((entry) => names.get(entry.router.id) === routerName);
    const set = from?.router.elements.transformSet.get(setName);
    const to = entries.find((entry) => entry !== from);
    if (!set || !to) return [];
    const { transformSet } = to.router.elements;
    const equal = [...transformSet.values()].find(
      (one) => transformContent(one) === transformContent(set) && one.mode === set.mode,
    );
    const name = equal?.name ?? freeName(setName, (taken) => transformSet.has(taken));
    return [
      ...(equal ? [] : [putEdit(to.router.id, "transformSet", { ...set, name, kept: [] })]),
      changeEntry(to, { transformSets: [...to.body.transformSets, name].slice(-mostSets) }),
    ];
  },
});

/** IOS takes six names on one line. */
const mostSets = 6;

/** The entries of both ends among the places, one each. */
function entriesOf<P>(places: readonly P[], at: (place: P) => CryptoEntry | undefined): readonly CryptoEntry[] {
  return places.flatMap((place) => at(place) ?? []);
}
