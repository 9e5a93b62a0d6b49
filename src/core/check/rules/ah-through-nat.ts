import { nameUse } from "../../derive/references.ts";
import { canonicalTransform } from "../../derive/transforms.ts";
import { draftOf } from "../../edit/designDraft.ts";
import { freeName } from "../../edit/freeName.ts";
import type { TransformSet } from "../../model/transformSet.ts";
import { entryAt } from "../cryptoEntries.ts";
import { refusalsOf } from "../projection.ts";
import { peeringRule } from "../rule.ts";

/** AH signs the very addresses that a translator changes. */
export const ahThroughNat = peeringRule({
  id: "ah-through-nat",
  severity: "error",
  fix: "ask",
  projects: true,
  docs: {
    what: "A tunnel with AH has a translator on its path.",
    why: "AH protects the outer header, addresses included; the receiver drops what a translator has changed.",
    remedy: "Use ESP with an authenticator in place of AH, at both ends.",
    source: "RFC 3715 section 2.1: AH and NAT can't work together",
  },
  messages: {
    translated:
      "A translator stands between {near} and {far}, whose tunnel uses AH, which protects the addresses that it changes.",
  },
  check(judged, _routers, report) {
    for (const { data, places } of refusalsOf(judged, "ah-through-nat")) {
      report({
        message: "translated",
        data,
        places,
        fixes: [
          {
            title: "Use ESP alone, at both ends",
            safe: false,
            edits: [],
            needs: { label: "Transforms in place of those with AH", type: "choice", choices: replacements },
          },
        ],
      });
    }
  },
  complete(design, _fix, places, value) {
    const draft = draftOf(design);
    for (const place of places) {
      const entry = entryAt(draft.design(), place);
      if (!entry) continue;
      const { router } = entry;
      const transformSets = entry.body.transformSets.map((name) => {
        const set = draft.elements(router.id).transformSet.get(name);
        if (!set?.transforms.some((transform) => transform.startsWith("ah-"))) return name;
        // Another entry may need its AH.
        const isShared = nameUse(draft.elements(router.id), "transformSet", name).uses.length > 1;
        const own = isShared ? freeName(`${name}-ESP`, (one) => draft.elements(router.id).transformSet.has(one)) : name;
        draft.put(router.id, "transformSet", withTransforms({ ...set, name: own }, value));
        return own;
      });
      draft.apply({
        op: "put",
        key: { router: router.id, kind: entry.kind, name: entry.name },
        element: { ...entry.entry, transformSets },
      });
    }
    return draft.edits();
  },
});

const replacements = ["esp-aes 256 esp-sha256-hmac", "esp-aes 256 esp-sha-hmac", "esp-gcm 256"];

function withTransforms(set: TransformSet, text: string): TransformSet {
  return { ...set, transforms: text.split(/ (?=esp-)/).map(canonicalTransform) };
}
