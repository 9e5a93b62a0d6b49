import { clientGateway } from "../../testing/clientGateway.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { raDefaultList } from "./ra-default-list.ts";

ruleTest(raDefaultList, clientGateway, {
  "clients that are asked by everybody's list get one of their own": `
    aaa authentication login CLIENTS local => aaa authentication login default local   !also everybody
    crypto map VPN client authentication list CLIENTS => crypto map VPN client authentication list default   !want everybody(warning)
  `,
  "a default list for other logins is none of it": `
    aaa authentication login default local
  `,
});
