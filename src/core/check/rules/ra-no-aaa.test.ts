import { clientGateway } from "../../testing/clientGateway.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { raNoAaa } from "./ra-no-aaa.ts";

ruleTest(raNoAaa, clientGateway, {
  "lists without aaa new-model are reported once": `
    - aaa new-model
    @ crypto map VPN client authentication list CLIENTS   !want noAaa(error)
    @ crypto map VPN isakmp authorization list GROUPS   !also noAaa
  `,
  "with it they are fine": ``,
  "without lists nobody needs it": `
    - aaa new-model
    - crypto map VPN client authentication list CLIENTS
    - crypto map VPN isakmp authorization list GROUPS
  `,
});
