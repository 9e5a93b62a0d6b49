import { clientGateway } from "../../testing/clientGateway.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { raPolicyGroup } from "./ra-policy-group.ts";

ruleTest(raPolicyGroup, clientGateway, {
  "a policy that no client proposes keeps all of them out": {
    text: `
      group 2 => group 14
      @ crypto isakmp policy 10   !want noPolicy(error)
    `,
    says: [
      "Gateway lets clients in by group STAFF, but no ISAKMP policy has group 2 or 5 with 3DES or AES, which is all that they propose.",
    ],
  },
  "DES is no cipher that they propose": `
    encr aes 256 => encr des
    @ crypto isakmp policy 10   !want noPolicy
  `,
  "one policy for clients beside stronger ones is enough": `
    crypto isakmp policy 5
     encr aes 256
     hash sha256
     authentication pre-share
     group 14
  `,
  "other sites may propose what they like": { base: twoSites, text: `` },
  "until clients come in as well": {
    base: twoSites,
    text: `
      crypto isakmp client configuration group STAFF
       key Long-Group-Key-2024
      @ crypto isakmp policy 10   !want noPolicy
    `,
  },
});
