import { ruleTest } from "../../testing/ruleTest.ts";
import { pskWildcard } from "./psk-wildcard.ts";

ruleTest(pskWildcard, "", {
  "a key for one address, a /24 or a name is none of it": `
    crypto isakmp key Long-Shared-Key-2024 address 192.0.2.1
    crypto isakmp key Long-Shared-Key-2024 address 198.51.100.0 255.255.255.0
    crypto isakmp key Long-Shared-Key-2024 hostname branch
  `,
  "a key for any address": `
    crypto isakmp key Long-Shared-Key-2024 address 0.0.0.0   !want any(warning)
  `,
  "and the same with its mask": `
    crypto isakmp key Long-Shared-Key-2024 address 0.0.0.0 0.0.0.0   !want any
  `,
  "wide networks, in a keyring too": `
    crypto keyring RING
      pre-shared-key address 10.0.0.0 255.255.254.0 key Long-Shared-Key-2024   !want wide
      pre-shared-key address 0.0.0.0 0.0.0.0 key Long-Shared-Key-2024   !want any
  `,
});
