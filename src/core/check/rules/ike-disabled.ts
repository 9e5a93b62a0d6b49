import { ownName } from "../../derive/routerNames.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import { cryptoEntries, entryPlace } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";

/** Without IKE only manual keys work. */
export const ikeDisabled = routerRule({
  id: "ike-disabled",
  severity: "error",
  fix: "auto",
  docs: {
    what: "A router has `no crypto isakmp enable` and crypto map entries that negotiate with IKE.",
    why: "The router neither starts nor answers negotiations; only entries with manual keys still work.",
    remedy: "Enable IKE with `crypto isakmp enable`.",
    source: "Cisco IOS Security Command Reference, crypto isakmp enable",
  },
  messages: { off: "{router} has IKE switched off, so {count} of its crypto map entries can't negotiate." },
  check(router, report) {
    const settings = router.elements.isakmpSettings.get("");
    if (!settings?.disabled) return;
    const entries = cryptoEntries(router).filter(
      ({ kind, entry }) => kind === "dynamicMapEntry" || entry.type === "ipsec-isakmp",
    );
    if (entries.length === 0) return;
    const { disabled: _disabled, ...rest } = settings;
    report({
      message: "off",
      data: { router: ownName(router), count: entries.length },
      places: [
        { router: router.id, kind: "isakmpSettings", name: "", field: "disabled" },
        ...entries.map((entry) => entryPlace(entry)),
      ],
      fixes: [
        { title: `Enable IKE on ${ownName(router)}`, safe: false, edits: [putEdit(router.id, "isakmpSettings", rest)] },
      ],
    });
  },
});
