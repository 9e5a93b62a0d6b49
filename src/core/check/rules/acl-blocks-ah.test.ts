import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aclBlocksAh } from "./acl-blocks-ah.ts";

const set = "crypto ipsec transform-set TS-AES256";
const withAh = `${set} esp-aes 256 esp-sha256-hmac => ${set} ah-sha256-hmac esp-aes 256`;

ruleTest(aclBlocksAh, twoSites, {
  "a transform set with AH needs protocol 51 let in": `
    === SiteA
    ${withAh}
    @ ip access-list extended OUTSIDE-IN   !want blocked
    === SiteB
    ${withAh}
    interface GigabitEthernet0/0
     ip address 203.0.113.2 255.255.255.252
     crypto map VPN
  `,
  "an address that the text does not tell may or may not be let in": `
    === SiteB
    interface GigabitEthernet0/0
     ip address dhcp
     crypto map VPN
    ${withAh}
    === SiteA
    ${withAh}
    - crypto map VPN 10 ipsec-isakmp
    crypto map VPN 10 ipsec-isakmp dynamic DYN
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
     set pfs group14
    ip access-list extended OUTSIDE-IN
     permit udp any any
     permit ahp host 203.0.113.77 any
     deny ahp any any   !want unsure
     permit ip any any
  `,
  "without AH nobody needs it": ``,
});
