import { ownName } from "../../derive/routerNames.ts";
import { cryptoEntries, entryPlace, entryTitle } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";

/** The most transform sets that an entry takes. Source: Cisco, Security for VPNs with IPsec, crypto map with IKE. */
const mostSets = 6;

/** IOS takes six transform sets per entry. */
export const transformTooMany = routerRule({
  id: "transform-too-many",
  severity: "error",
  fix: "man",
  docs: {
    what: "`set transform-set` names more than six transform sets.",
    why: "IOS refuses the line, and the entry is left without a proposal.",
    remedy: "Keep the ones that the peers really have, the strongest first.",
    source: "Cisco, Security for VPNs with IPsec, crypto map entries that use IKE",
  },
  messages: { tooMany: "{router}: {entry} names {count} transform sets, and IOS takes at most 6." },
  check(router, report) {
    for (const entry of cryptoEntries(router)) {
      const count = entry.body.transformSets.length;
      if (count <= mostSets) continue;
      report({
        message: "tooMany",
        data: { router: ownName(router), entry: entryTitle(entry), count },
        places: [entryPlace(entry, "transformSets")],
      });
    }
  },
});
