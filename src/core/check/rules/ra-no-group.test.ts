import { clientGateway } from "../../testing/clientGateway.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { raNoGroup } from "./ra-no-group.ts";

ruleTest(raNoGroup, clientGateway, {
  "groups that are looked up locally have to be there": {
    text: `
      - crypto isakmp client configuration group STAFF
      @ crypto map VPN isakmp authorization list GROUPS   !want noGroup(error)
    `,
    value: "Another-Long-Key-2024",
  },
  "a server may have them": `
    - crypto isakmp client configuration group STAFF
    aaa authorization network GROUPS local => aaa authorization network GROUPS group radius
  `,
  "one group is enough": ``,
});
