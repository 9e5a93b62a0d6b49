import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { pskOpaque } from "./psk-opaque.ts";

ruleTest(pskOpaque, twoSites, {
  "keys in clear text can be compared": ``,
  "a type 6 key can't be": `
    === SiteA
    @ crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2   !want opaque(info)
    === SiteB
    crypto isakmp key Long-Shared-Key-2024 address 198.51.100.2 => crypto isakmp key 6 abcDEFghiJKL address 198.51.100.2   !also opaque
  `,
  "nor can one that somebody took out": `
    === SiteA
    crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2 => crypto isakmp key <removed> address 203.0.113.2   !want opaque
  `,
});
