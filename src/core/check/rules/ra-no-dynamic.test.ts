import { clientGateway } from "../../testing/clientGateway.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { raNoDynamic } from "./ra-no-dynamic.ts";

ruleTest(raNoDynamic, clientGateway, {
  "lists for clients need a dynamic entry, and a dynamic map is there": {
    text: `
      - crypto map VPN 10 ipsec-isakmp dynamic DYN
      @ crypto map VPN client authentication list CLIENTS   !want noDynamic(error)
    `,
    value: "DYN",
  },
  "where none is, one is made of a transform set": {
    text: `
      - crypto map VPN 10 ipsec-isakmp dynamic DYN
      - crypto dynamic-map DYN 10
      @ crypto map VPN client authentication list CLIENTS   !want noDynamic
    `,
    value: "TS-AES256",
  },
  "an anchor takes clients": ``,
  "a map without lists for clients needs none": `
    - crypto map VPN 10 ipsec-isakmp dynamic DYN
    - crypto map VPN client authentication list CLIENTS
    - crypto map VPN isakmp authorization list GROUPS
    - crypto map VPN client configuration address respond
    crypto map VPN local-address GigabitEthernet0/0
  `,
});
