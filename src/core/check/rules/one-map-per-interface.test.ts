import { ruleTest } from "../../testing/ruleTest.ts";
import { siteA } from "../../testing/twoSites.ts";
import { oneMapPerInterface } from "./one-map-per-interface.ts";

const second = `
      - ip access-group OUTSIDE-IN in
      crypto map OTHER 10 ipsec-isakmp
       set peer 203.0.113.66
       set transform-set TS-AES256
       match address VPN-OTHER
      ip access-list extended VPN-OTHER
       permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255
      +ip access-list extended NAT
       permit ip 10.1.0.0 0.0.0.255 any
      deny   ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => deny ip 10.1.0.0 0.0.0.255 10.0.0.0 0.255.255.255
      crypto isakmp key Other-Shared-Key-2024 address 203.0.113.66
`;

ruleTest(oneMapPerInterface, `=== SiteA\n${siteA}`, {
  "the first of two maps is replaced, and its entries can join the second": {
    text: `${second}
      crypto map VPN => crypto map OTHER   !want replaced
      +interface GigabitEthernet0/0
       crypto map VPN
    `,
    says: ["SiteA: GigabitEthernet0/0 is given crypto map OTHER and then VPN; only VPN is applied."],
  },
  "its map-wide lines come along": `${second}
      crypto map OTHER local-address GigabitEthernet0/0
      crypto map VPN => crypto map OTHER   !want replaced
      +interface GigabitEthernet0/0
       crypto map VPN
  `,
  "the same map twice is one map": `
      +interface GigabitEthernet0/0
       crypto map VPN
  `,
  "a map that another interface carries is not lost": `${second}
      crypto map VPN => crypto map OTHER
      +interface GigabitEthernet0/0
       crypto map VPN
      interface GigabitEthernet0/2
       ip address 192.0.2.1 255.255.255.0
       crypto map OTHER
  `,
  "a map without room for more entries can't take the others in": {
    text: `${second}
      crypto map VPN 10 ipsec-isakmp
      crypto map VPN 65535 ipsec-isakmp
       set peer 203.0.113.2
       set transform-set TS-AES256
       match address VPN-PEER
      crypto map VPN => crypto map OTHER   !want replaced
      +interface GigabitEthernet0/0
       crypto map VPN
    `,
  },
});
