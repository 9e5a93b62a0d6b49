import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { pskWeak } from "./psk-weak.ts";

ruleTest(pskWeak, twoSites, {
  "a long key is none of it": ``,
  "a short key is changed at both ends": {
    text: `
      === SiteA
      crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2 => crypto isakmp key Sh0rt-one address 203.0.113.2   !want short(warning)
      === SiteB
      crypto isakmp key Long-Shared-Key-2024 address 198.51.100.2 => crypto isakmp key Sh0rt-one address 198.51.100.2   !want short(warning)
    `,
    value: "Another-Long-Shared-Key",
    says: [
      "A pre-shared key of SiteA for 203.0.113.2 is shorter than 12 characters.",
      "A pre-shared key of SiteB for 198.51.100.2 is shorter than 12 characters.",
    ],
  },
  "words that everybody tries, and the router's own name": {
    text: `
      crypto isakmp key cisco123 address 192.0.2.1   !want common
      crypto isakmp key sitea hostname branch   !want name
      crypto keyring RING
        pre-shared-key address 0.0.0.0 0.0.0.0 key test   !want common
    `,
    value: "Another-Long-Shared-Key",
  },
  "an encrypted key can't be judged": `
    crypto isakmp key 6 abc address 192.0.2.1
  `,
  "eleven characters are short, and twelve are enough": {
    text: `
      crypto isakmp key Eleven-char address 192.0.2.1   !want short
      crypto isakmp key Twelve-chars address 192.0.2.2
    `,
    value: "Another-Long-Shared-Key",
  },
});
