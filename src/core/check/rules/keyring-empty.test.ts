import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { keyringEmpty } from "./keyring-empty.ts";

ruleTest(keyringEmpty, twoSites, {
  "a keyring with a description alone": `
    crypto keyring KEYS   !want empty
      description to come
  `,
  "keys of any kind": `
    crypto keyring KEYS
      pre-shared-key address 203.0.113.2 key Long-Shared-Key-2024
    crypto keyring PUBLIC
      rsa-pubkey address 203.0.113.2
  `,
});
