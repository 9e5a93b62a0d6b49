import { clientGateway } from "../../testing/clientGateway.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { raLoginList } from "./ra-login-list.ts";

ruleTest(raLoginList, clientGateway, {
  "a list that is not defined can be": {
    text: `
      - aaa authentication login CLIENTS local
      @ crypto map VPN client authentication list CLIENTS   !want undefined(error)
    `,
    value: "local",
  },
  "or another one is meant": {
    text: `
      aaa authentication login CLIENTS local => aaa authentication login PEOPLE group radius
      @ crypto map VPN client authentication list CLIENTS   !want undefined
    `,
    says: [
      "Gateway: crypto map VPN asks its clients by the list CLIENTS, which is not defined, so nobody gets past Xauth.",
    ],
    value: "PEOPLE",
  },
  "an ISAKMP profile names lists too": {
    text: `
      crypto isakmp profile STAFF
       match identity group STAFF
       client authentication list NOBODY   !want undefined
       isakmp authorization list GROUPS
    `,
    value: "CLIENTS",
  },
  "a list of another service does not do, and one that is defined does": `
    aaa authentication login GROUPS local
  `,
});
