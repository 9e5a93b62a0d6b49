import { clientGateway } from "../../testing/clientGateway.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { raPoolReversed } from "./ra-pool-reversed.ts";

ruleTest(raPoolReversed, clientGateway, {
  "a pool that ends before it begins is turned round": {
    text: `
      ip local pool CLIENT-POOL 10.9.0.1 10.9.0.200 => ip local pool CLIENT-POOL 10.9.0.200 10.9.0.1   !want reversed(error)
    `,
    says: ["Gateway: pool CLIENT-POOL begins at 10.9.0.200 and ends before that, at 10.9.0.1."],
  },
  "one address, and addresses in order, are none of it": `
    ip local pool ONE 10.9.1.1
    ip local pool SAME 10.9.1.2 10.9.1.2
  `,
});
