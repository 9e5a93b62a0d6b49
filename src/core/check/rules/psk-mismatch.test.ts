import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { pskMismatch } from "./psk-mismatch.ts";

ruleTest(pskMismatch, twoSites, {
  "the same key on both ends is none of it": ``,
  "keys that differ in a letter's case are reported on both ends": {
    text: `
      === SiteA
      @ crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2   !want differ(error)
      === SiteB
      crypto isakmp key Long-Shared-Key-2024 address 198.51.100.2 => crypto isakmp key long-shared-key-2024 address 198.51.100.2   !also differ
    `,
    value: { choice: "SiteB", key: "Another-Long-Shared-Key" },
    says: ["SiteA and SiteB hold different pre-shared keys for each other."],
  },
  "a key in a keyring is compared like any other": {
    text: `
      === SiteA
      - crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2
      crypto keyring RING
        pre-shared-key address 203.0.113.2 key Something-Else-Entirely   !want differ
    `,
    value: { choice: "SiteA", key: "Another-Long-Shared-Key" },
  },
  "an encrypted key can't be held against another": `
    === SiteB
    crypto isakmp key Long-Shared-Key-2024 address 198.51.100.2 => crypto isakmp key 6 abcDEFghiJKL address 198.51.100.2
  `,
});
