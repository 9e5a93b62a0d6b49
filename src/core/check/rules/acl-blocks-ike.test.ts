import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aclBlocksIke } from "./acl-blocks-ike.ts";

ruleTest(aclBlocksIke, twoSites, {
  "a list that ends without a permit for IKE keeps it out": {
    text: `
      - permit udp host 203.0.113.2 host 198.51.100.2 eq isakmp
      @ ip access-list extended OUTSIDE-IN   !want blocked
      @ ip access-group OUTSIDE-IN in   !also blocked
    `,
    says: ["SiteA: ACL OUTSIDE-IN on GigabitEthernet0/0 does not let UDP 500 (IKE) in from SiteB (203.0.113.2)."],
  },
  "a deny before the permit keeps it out": `
    ip access-list extended OUTSIDE-IN
     deny udp any any eq isakmp   !want blocked
     permit ip any any
  `,
  "where nobody answers, the router's own list is looked at all the same": `
    crypto map VPN 20 ipsec-isakmp
     set peer 192.0.2.77
     set transform-set TS-AES256
     match address VPN-THIRD
    ip access-list extended VPN-THIRD
     permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255
    @ ip access-list extended OUTSIDE-IN   !want blocked
  `,
  "an address that the text does not tell may or may not be let in": `
    === SiteB
    interface GigabitEthernet0/0
     ip address dhcp
     crypto map VPN
    === SiteA
    - crypto map VPN 10 ipsec-isakmp
    crypto map VPN 10 ipsec-isakmp dynamic DYN
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
     set pfs group14
    ip access-list extended OUTSIDE-IN
     permit udp host 203.0.113.77 any
     deny udp any any eq isakmp   !want unsure
     permit ip any any
  `,
  "a list that lets the peer in, an empty one and none at all are none of it": `
    === SiteB
    interface GigabitEthernet0/0
     ip address 203.0.113.2 255.255.255.252
     ip access-group NOWHERE in
     crypto map VPN
  `,
});
