import { entryPlace } from "../cryptoEntries.ts";
import { manualEntries } from "../manualEntries.ts";
import { designRule } from "../rule.ts";

/** Keys that never change, in a text that many people see. */
export const manualDiscouraged = designRule({
  id: "manual-discouraged",
  severity: "warning",
  fix: "man",
  docs: {
    what: "A crypto map entry is ipsec-manual.",
    why: "Its keys never change, packets can be replayed, and there is no NAT traversal; the keys stand in the configuration.",
    remedy: "Let IKE negotiate, unless the peer knows no IKE.",
    source: "Cisco IOS XE, Security for VPNs with IPsec: manual security associations",
  },
  messages: { manual: "{router}: {entry} has manual keys, which never change and don't protect against replay." },
  check(design, peerings, report) {
    for (const { entry, router, title } of manualEntries(design, peerings)) {
      report({ message: "manual", data: { router, entry: title }, places: [entryPlace(entry)] });
    }
  },
});
