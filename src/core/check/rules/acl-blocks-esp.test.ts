import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aclBlocksEsp } from "./acl-blocks-esp.ts";

ruleTest(aclBlocksEsp, twoSites, {
  "a list without a permit for ESP drops every protected packet": {
    text: `
      - permit esp host 203.0.113.2 host 198.51.100.2
      @ ip access-list extended OUTSIDE-IN   !want blocked
    `,
    says: ["SiteA: ACL OUTSIDE-IN on GigabitEthernet0/0 does not let ESP (protocol 50) in from SiteB (203.0.113.2)."],
  },
  "a standard list can let the peer in only altogether": `
    +interface GigabitEthernet0/0
     ip access-group 10 in
    access-list 10 deny 203.0.113.2   !want blocked
    access-list 10 permit any
  `,
  "where nobody answers, only what the entry uses is looked for": `
    crypto map VPN 20 ipsec-isakmp
     set peer 192.0.2.77
     set transform-set AH-ONLY
     match address VPN-THIRD
    crypto ipsec transform-set AH-ONLY ah-sha256-hmac
    crypto map VPN 30 ipsec-isakmp
     set peer 192.0.2.78
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
     permit udp any any
     permit esp host 203.0.113.77 any
     deny esp any any   !want unsure
     permit ip any any
  `,
  "a list that lets it in is none of it": ``,
});
