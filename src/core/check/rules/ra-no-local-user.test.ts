import { clientGateway } from "../../testing/clientGateway.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { raNoLocalUser } from "./ra-no-local-user.ts";

ruleTest(raNoLocalUser, clientGateway, {
  "a local list without users lets nobody in": {
    text: `
      - username alice secret Long-Secret-2024
      @ crypto map VPN client authentication list CLIENTS   !want nobody(error)
      @ aaa authentication login CLIENTS local   !also nobody
    `,
    value: "Another-Long-Secret-2024",
    says: [
      "Gateway: crypto map VPN asks its clients by the list CLIENTS, which knows local users only, and there is no username.",
    ],
  },
  "a server is asked before the router's own users": `
    - username alice secret Long-Secret-2024
    aaa authentication login CLIENTS local => aaa authentication login CLIENTS group radius local
  `,
  "one user is enough": ``,
});
