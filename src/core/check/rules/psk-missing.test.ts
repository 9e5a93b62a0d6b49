import { ruleTest } from "../../testing/ruleTest.ts";
import { siteA, twoSites } from "../../testing/twoSites.ts";
import { pskMissing } from "./psk-missing.ts";

ruleTest(pskMissing, twoSites, {
  "a key for the peer's address is enough": ``,
  "a wildcard key covers the peer too": `
    === SiteA
    crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2 => crypto isakmp key Long-Shared-Key-2024 address 0.0.0.0
  `,
  "a router without a key is reported at the peer that it names": `
    === SiteA
    - crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2
    @ set peer 203.0.113.2   !want none(error)
  `,
  "both routers without a key get one from whoever mends it": {
    text: `
      === SiteA
      - crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2
      @ set peer 203.0.113.2   !want none
      === SiteB
      - crypto isakmp key Long-Shared-Key-2024 address 198.51.100.2
      @ set peer 198.51.100.2   !want none
    `,
    value: "A-Long-Key-Of-Its-Own",
  },
  "a peer that the design lacks needs a key as well": {
    base: `=== SiteA\n${siteA}`,
    text: `
      - crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2
      @ set peer 203.0.113.2   !want outside(error)
    `,
    value: "A-Long-Key-Of-Its-Own",
  },
});
