import { hasDefaultTransformSet } from "../../derive/dialect.ts";
import { ownName } from "../../derive/routerNames.ts";
import { counterpartOf } from "../counterpart.ts";
import { dynamicEntries, entryAt, entryPlace, entryTitle } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";
import { completeTransformSet, transformSetFixes } from "../transformSetFixes.ts";

/** The one line that a dynamic entry can't do without. */
export const dynmapNoTransform = routerRule({
  id: "dynmap-no-transform",
  severity: "error",
  fix: "ask",
  docs: {
    what: "An entry of a dynamic map has no `set transform-set`.",
    why: "It is the only line that such an entry must have: without it no peer's proposal is accepted.",
    remedy: "Name the transform sets that peers may ask for.",
    source: "Cisco, Security for VPNs with IPsec, Creating Dynamic Crypto Maps",
  },
  messages: {
    noSet: "{router}: {entry} has no set transform-set, so no proposal is accepted.",
    builtIn: "{router}: {entry} has no set transform-set, so it takes the built-in set default (esp-aes esp-sha-hmac).",
  },
  check(router, report) {
    for (const entry of dynamicEntries(router)) {
      if (entry.body.transformSets.length > 0) continue;
      const builtIn = hasDefaultTransformSet(router);
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
