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
  "a second map goes on being anchored behind its own entries": {
    text: `
      - crypto map VPN 10 ipsec-isakmp dynamic DYN
      @ crypto map VPN client authentication list CLIENTS   !want noDynamic
      crypto map VPN 20 ipsec-isakmp
       set peer 203.0.113.2
       set transform-set TS-AES256
       match address 120
      crypto map OTHER 500 ipsec-isakmp dynamic DYN
      access-list 120 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
    `,
    value: "DYN",
  },
  "with neither a dynamic map nor a transform set there is nothing to anchor": {
    capped: true,
    text: `
      - crypto map VPN 10 ipsec-isakmp dynamic DYN
      - crypto dynamic-map DYN 10
      - crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha-hmac
      @ crypto map VPN client authentication list CLIENTS   !want noDynamic
    `,
  },
});
