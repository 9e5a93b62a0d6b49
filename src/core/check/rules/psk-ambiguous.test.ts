import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { pskAmbiguous } from "./psk-ambiguous.ts";

ruleTest(pskAmbiguous, twoSites, {
  "one key per peer is none of it": ``,
  "the same key twice makes no difference": `
    === SiteA
    crypto keyring RING
      pre-shared-key address 203.0.113.2 key Long-Shared-Key-2024
  `,
  "a wildcard key beside the peer's own may be taken instead": `
    === SiteA
    @ crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2   !want several(warning)
    crypto isakmp key For-Everybody-Else address 0.0.0.0   !also several
  `,
  "a keyring may have another one": `
    === SiteA
    crypto keyring RING
      pre-shared-key address 203.0.113.2 key Something-Else-Entirely   !also several
    @ crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2   !want several(warning)
  `,
});
