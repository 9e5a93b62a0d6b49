import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { keyringUndefined } from "./keyring-undefined.ts";

ruleTest(keyringUndefined, twoSites, {
  "where no keyring is defined, the global keys may be meant": `
    crypto isakmp profile PEERS
       keyring KEYS   !want undefinedKeyring
       match identity address 203.0.113.2 255.255.255.255
  `,
  "a keyring of another case": `
    crypto keyring keys
      pre-shared-key address 203.0.113.2 key Long-Shared-Key-2024
    crypto isakmp profile PEERS
       keyring KEYS   !want undefinedKeyring
       match identity address 203.0.113.2 255.255.255.255
  `,
  "the global keys and those of a keyring that is there": `
    crypto keyring KEYS
      pre-shared-key address 203.0.113.2 key Long-Shared-Key-2024
    crypto isakmp profile PEERS
       keyring KEYS
       match identity address 203.0.113.2 255.255.255.255
    crypto isakmp profile OTHERS
       keyring default
       match identity address 203.0.113.3 255.255.255.255
  `,
});
