import { ownName } from "../../derive/routerNames.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import type { Router } from "../../model/router.ts";
import { policiesOf } from "../../negotiate/isakmpPolicies.ts";
import { cryptoEntries, entryPlace } from "../cryptoEntries.ts";
import { isForClients } from "../remoteAccess.ts";
import { routerRule } from "../rule.ts";

/** Aggressive mode hands a hash of the key to whoever asks. */
export const aggressiveOpen = routerRule({
  id: "aggressive-open",
  severity: "info",
  fix: "auto",
  docs: {
    what: "A router with pre-shared keys answers aggressive mode, and nothing in its configuration needs it.",
    why: "In aggressive mode the responder sends a hash made with the key before it knows who asks, and the key can be guessed from it at leisure.",
    remedy: "Switch it off with `crypto isakmp aggressive-mode disable`.",
    source: "Cisco IOS Security Command Reference, crypto isakmp aggressive-mode disable; RFC 2409 section 5.4",
  },
  messages: { open: "{router} has pre-shared keys and answers aggressive mode, which nothing here needs." },
  check(router, report) {
    const { elements } = router;
    const settings = elements.isakmpSettings.get("") ?? {};
    if (settings.aggressiveModeDisabled || settings.disabled || needsAggressiveMode(router)) return;
    const first = cryptoEntries(router).find(
      ({ kind, entry }) =>
        entry.ikev2Profile === undefined && (kind === "dynamicMapEntry" || entry.type === "ipsec-isakmp"),
    );
    if (!first || elements.isakmpPolicy.size === 0) return;
    const policy = policiesOf(router).find((one) => one.authentication === "pre-share");
    if (!policy) return;
    report({
      message: "open",
      data: { router: ownName(router) },
      places: [
        { router: router.id, kind: "isakmpPolicy", name: String(policy.priority), field: "authentication" },
        entryPlace(first),
      ],
      fixes: [
        {
          title: `Switch aggressive mode off on ${ownName(router)}`,
          // A peer that is not in the design may use it.
          safe: false,
          edits: [putEdit(router.id, "isakmpSettings", { ...settings, aggressiveModeDisabled: true })],
        },
      ],
    });
  },
});

/** Clients with groups, keys by name, and what makes this router itself begin so. */
function needsAggressiveMode({ elements }: Router): boolean {
  return (
    elements.clientGroup.size > 0 ||
    some(elements.isakmpPeer, (peer) => peer.aggressiveClientEndpoint !== undefined) ||
    some(elements.isakmpProfile, (profile) => profile.initiateAggressive === true || isForClients(profile)) ||
    some(elements.isakmpKey, (key) => key.peer.kind === "hostname") ||
    some(elements.keyring, (ring) => ring.keys.some((key) => key.peer.kind === "hostname"))
  );
}

function some<T>(all: ReadonlyMap<string, T>, test: (one: T) => boolean): boolean {
  for (const one of all.values()) if (test(one)) return true;
  return false;
}
