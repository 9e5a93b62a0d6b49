import { clientGateway } from "../../testing/clientGateway.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { raRadiusOnly } from "./ra-radius-only.ts";

ruleTest(raRadiusOnly, clientGateway, {
  "attributes of a server do nothing in a local group": {
    text: `
      +crypto isakmp client configuration group STAFF
       include-local-lan   !want needsRadius
       firewall are-u-there   !want needsRadius
       access-restrict GigabitEthernet0/0   !want needsRadius
       save-password   !want needsRadius
      @ crypto map VPN isakmp authorization list GROUPS   !also needsRadius
    `,
  },
  "a server can send them": `
    aaa authorization network GROUPS local => aaa authorization network GROUPS group radius
    +crypto isakmp client configuration group STAFF
     include-local-lan
  `,
  "a group without them is none of it": ``,
});
