import type { CryptoMapEntry } from "../../model/cryptoMap.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import { entryPlace } from "../cryptoEntries.ts";
import { manualEntries } from "../manualEntries.ts";
import { designRule } from "../rule.ts";

const fields = ["lifetimeSeconds", "lifetimeKilobytes", "lifetimeDays", "pfs"] as const;

/** What is never negotiated never expires. */
export const manualLifetimeSet = designRule({
  id: "manual-lifetime-set",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "An entry with manual keys has a lifetime or PFS.",
    why: "Manual security associations never expire and no keys are exchanged, so the line does nothing, or is refused.",
    remedy: "Remove the line.",
    source: "Cisco IOS Security Command Reference, set security-association lifetime: only for ipsec-isakmp entries",
  },
  messages: { useless: "{router}: {entry} has manual keys, which have no use for {what}." },
  check(design, peerings, report) {
    for (const { entry, router, title } of manualEntries(design, peerings)) {
      const set = fields.filter((field) => entry.body[field] !== undefined);
      const [first] = set;
      if (!first) continue;
      const kept = Object.fromEntries(
        Object.entries(entry.entry).filter(([name]) => !fields.some((field) => field === name)),
      );
      const what = [
        ...(set.some((field) => field !== "pfs") ? ["lifetime"] : []),
        ...(set.includes("pfs") ? ["PFS"] : []),
      ];
      report({
        message: "useless",
        data: { router, entry: title, what: what.join(" or ").replace(/^l/, "a l") },
        places: [entryPlace(entry, first)],
        fixes: [
          {
            title: `Take ${what.join(" and ")} out of ${title}`,
            safe: true,
            edits: [putEdit(entry.router.id, "cryptoMapEntry", kept as unknown as CryptoMapEntry)],
          },
        ],
      });
    }
  },
});
