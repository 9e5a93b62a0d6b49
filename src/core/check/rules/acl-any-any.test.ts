import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aclAnyAny } from "./acl-any-any.ts";

ruleTest(aclAnyAny, twoSites, {
  "a permit of everything is reported on its line, with the entry that uses the list": `
    ip access-list extended VPN-PEER
     deny ip 10.1.0.0 0.0.0.255 10.9.0.0 0.0.0.255
     permit ip any any   !want anyAny
    @ match address VPN-PEER   !also anyAny
  `,
  "the wildcard form of any is any": `
    ip access-list extended VPN-PEER
     permit ip 0.0.0.0 255.255.255.255 any   !want anyAny
  `,
  "a dynamic entry is no better off": `
    crypto map VPN 100 ipsec-isakmp dynamic DYN
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
     match address 120   !also anyAny
    access-list 120 permit ip any any   !want anyAny
  `,
  "one protocol, one side, a deny and a list of something else are none of it": `
    ip access-list extended VPN-PEER
     deny ip any any
     permit gre any any
     permit ip 10.1.0.0 0.0.0.255 any
    access-list 130 permit ip any any
  `,
});
