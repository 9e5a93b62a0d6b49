import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { pskWrongAddress } from "./psk-wrong-address.ts";

ruleTest(pskWrongAddress, twoSites, {
  "a key for the address that the peer speaks from is none of it": ``,
  "a key for the peer's LAN address is reported on its line": `
    === SiteA
    crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2 => crypto isakmp key Long-Shared-Key-2024 address 10.2.0.1   !want elsewhere(error)
  `,
  "a key for a stranger is another rule's business": `
    === SiteA
    crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2 => crypto isakmp key Long-Shared-Key-2024 address 192.0.2.77
  `,
});
