import { clientGateway } from "../../testing/clientGateway.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { raPoolUndefined } from "./ra-pool-undefined.ts";

ruleTest(raPoolUndefined, clientGateway, {
  "a group's pool that is not defined can be": {
    text: `
      - ip local pool CLIENT-POOL 10.9.0.1 10.9.0.200
      @ pool CLIENT-POOL   !want undefined(error)
    `,
    value: "10.9.0.1",
  },
  "or another one is meant": {
    text: `
      ip local pool CLIENT-POOL 10.9.0.1 10.9.0.200 => ip local pool POOL 10.9.0.1 10.9.0.200
      @ pool CLIENT-POOL   !want undefined
    `,
    value: "10.9.7.1",
    says: ["Gateway: clients get their addresses from the pool CLIENT-POOL, which is not defined."],
  },
  "the older form without groups names a pool too": {
    text: `
      crypto isakmp client configuration address-pool local OLD   !want undefined
    `,
    value: "10.9.7.1",
  },
  "a pool that is defined is none of it": ``,
});
