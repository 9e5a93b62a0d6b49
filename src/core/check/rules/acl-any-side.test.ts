import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aclAnySide } from "./acl-any-side.ts";

ruleTest(aclAnySide, twoSites, {
  "any as the destination is reported": `
    ip access-list extended VPN-PEER
     permit ip 10.1.0.0 0.0.0.255 any   !want anyDestination(warning)
    @ match address VPN-PEER   !also anyDestination
  `,
  "any as the source is reported": `
    ip access-list extended VPN-PEER
     permit ip any 10.2.0.0 0.0.0.255   !want anySource
  `,
  "a deny before it takes out what must stay in clear": `
    ip access-list extended VPN-PEER
     deny ip 10.1.0.0 0.0.0.255 192.0.2.0 0.0.0.255
     permit ip 10.1.0.0 0.0.0.255 any
  `,
  "a deny of other traffic, or behind it, does not": `
    ip access-list extended VPN-PEER
     deny ip 10.7.0.0 0.0.0.255 192.0.2.0 0.0.0.255
     permit ip 10.1.0.0 0.0.0.255 any   !want anyDestination
     deny ip 10.1.0.0 0.0.0.255 192.0.2.0 0.0.0.255
  `,
  "named networks, any on both sides and the list of a dynamic entry are none of it": `
    +ip access-list extended VPN-PEER
     permit ip any any
    crypto map VPN 100 ipsec-isakmp dynamic DYN
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
     match address 120
    access-list 120 permit ip 10.1.0.0 0.0.0.255 any
  `,
  "every entry that uses the list is named": `
    permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => permit ip 10.1.0.0 0.0.0.255 any   !want anyDestination
    crypto map VPN 20 ipsec-isakmp
     set peer 192.0.2.66
     set transform-set TS-AES256
     match address VPN-PEER   !also anyDestination
  `,
});
