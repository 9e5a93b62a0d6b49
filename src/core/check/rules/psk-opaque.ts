import { projectedRule } from "../projectedRule.ts";

/** What a router encrypts under a key of its own can't be compared as text. */
export const pskOpaque = projectedRule({
  id: "psk-opaque",
  severity: "info",
  fix: "none",
  docs: {
    what: "A pre-shared key between two peers is encrypted in the configuration, or was taken out of it.",
    why: "A type 6 key is encrypted under a master key that never leaves its router, so nobody can tell whether both ends hold the same.",
    remedy: "Compare the keys where they are kept, or enter them anew on both ends.",
    source: "Cisco IOS Security Command Reference, password encryption aes",
  },
  messages: {
    opaque: "A pre-shared key between {near} and {far} is not in clear text, so the two ends can't be compared.",
  },
  message: () => "opaque",
});
