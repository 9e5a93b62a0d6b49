import { clientGateway } from "../../testing/clientGateway.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { raNoConfigAddress } from "./ra-no-config-address.ts";

ruleTest(raNoConfigAddress, clientGateway, {
  "a map that authorises clients has to answer them": `
    - crypto map VPN client configuration address respond
    @ crypto map VPN isakmp authorization list GROUPS   !want noAddress(warning)
  `,
  "so has a profile": `
    crypto isakmp profile STAFF
     match identity group STAFF
     isakmp authorization list GROUPS   !want noAddress
  `,
  "one that gives addresses of its own accord does": `
    crypto map VPN client configuration address respond => crypto map VPN client configuration address initiate
  `,
  "a map without clients need not": `
    - crypto map VPN client configuration address respond
    - crypto map VPN isakmp authorization list GROUPS
  `,
});
