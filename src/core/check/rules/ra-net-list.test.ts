import { clientGateway } from "../../testing/clientGateway.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { raNetList } from "./ra-net-list.ts";

ruleTest(raNetList, clientGateway, {
  "a list that is not defined can be": {
    text: `
      - aaa authorization network GROUPS local
      @ crypto map VPN isakmp authorization list GROUPS   !want undefined(error)
    `,
    value: "local",
    says: [
      "Gateway: crypto map VPN looks up its clients' groups by the list GROUPS, which is not defined, so they get no policy.",
    ],
  },
  "or another one is meant": {
    text: `
      aaa authorization network GROUPS local => aaa authorization network POLICY local
      @ crypto map VPN isakmp authorization list GROUPS   !want undefined
    `,
    value: "POLICY",
  },
  "a list that is defined is none of it": ``,
});
