import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aclExtras } from "./acl-extras.ts";

ruleTest(aclExtras, twoSites, {
  "what narrows a permit beyond a selector is reported and left out": `
    ip access-list extended VPN-PEER
     permit tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 established   !want extras
     permit icmp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 echo   !want extras
     permit udp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 dscp ef   !want extras
    @ match address VPN-PEER   !also extras
  `,
  "log narrows nothing, and a deny or a filter is none of it": `
    ip access-list extended VPN-PEER
     deny icmp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 echo
     permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 log
    access-list 130 permit tcp any any established
  `,
});
