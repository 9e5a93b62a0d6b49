import { clientGateway } from "../../testing/clientGateway.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { raGroupNoKey } from "./ra-group-no-key.ts";

ruleTest(raGroupNoKey, clientGateway, {
  "a group without a key is reported": {
    text: `
      - key Long-Group-Key-2024
      @ crypto isakmp client configuration group STAFF   !want noKey(error)
    `,
    value: "Another-Long-Key-2024",
  },
  "certificates need none": `
    - key Long-Group-Key-2024
    authentication pre-share => authentication rsa-sig
  `,
  "a key is a key": ``,
});
