import { hasDefaultTransformSet } from "../../derive/dialect.ts";
import { ownName } from "../../derive/routerNames.ts";
import { counterpartOf } from "../counterpart.ts";
import { entryAt, entryPlace, entryTitle, staticEntries } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";
import { completeTransformSet, transformSetFixes } from "../transformSetFixes.ts";

/** An entry without a transform set has nothing to offer, unless the release brings a set named `default`. */
export const mapEntryNoTransform = routerRule({
  id: "map-entry-no-transform",
  severity: "error",
  fix: "ask",
  docs: {
    what: "A static crypto map entry has no `set transform-set`.",
    why: "There is no proposal for quick mode. Release 15 and IOS-XE may offer their built-in set `default` instead, which nobody chose.",
    remedy: "Name one to six transform sets with `set transform-set`, the strongest first.",
    source: "Cisco IOS Security Command Reference, set transform-set; show crypto ipsec transform-set default",
  },
  messages: {
    noSet: "{router}: {entry} has no set transform-set, so it has nothing to offer.",
    builtIn:
      "{router}: {entry} has no set transform-set, so it offers the built-in set default (esp-aes esp-sha-hmac).",
  },
  check(router, report) {
    for (const entry of staticEntries(router)) {
      if (entry.body.transformSets.length > 0) continue;
      const builtIn = entry.entry.type === "ipsec-isakmp" && hasDefaultTransformSet(router);
      report({
        message: builtIn ? "builtIn" : "noSet",
        severity: builtIn ? "warning" : "error",
        data: { router: ownName(router), entry: entryTitle(entry) },
        places: [entryPlace(entry, "transformSets")],
        fixes: ({ design, peerings }) => transformSetFixes(entry, counterpartOf(design, peerings, entryPlace(entry))),
      });
    }
  },
  complete: (design, _fix, [place], value) => completeTransformSet(entryAt(design, place), value),
});
