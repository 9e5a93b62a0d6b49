import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { pskHostnameMainMode } from "./psk-hostname-main-mode.ts";

ruleTest(pskHostnameMainMode, twoSites, {
  "a key by address is none of it": `
    === SiteA
    crypto isakmp key Long-Shared-Key-2024 hostname SiteB
  `,
  "a key by name alone is not found in main mode": `
    === SiteA
    crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2 => crypto isakmp key Long-Shared-Key-2024 hostname SiteB   !want byName(error)
    @ set peer 203.0.113.2   !also byName
  `,
});
