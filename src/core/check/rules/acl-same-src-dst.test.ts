import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aclSameSrcDst } from "./acl-same-src-dst.ts";

ruleTest(aclSameSrcDst, twoSites, {
  "the same network on both sides is an error": `
    +ip access-list extended VPN-PEER
     permit ip 10.1.0.0 0.0.0.255 10.1.0.0 0.0.0.255   !want same
     permit ip 10.1.0.7 0.0.0.255 10.1.0.9 0.0.0.255   !want same
    @ match address VPN-PEER   !also same
  `,
  "a network within the other one is fragile": {
    text: `
      +ip access-list extended VPN-PEER
       permit ip 10.1.0.0 0.0.255.255 10.1.2.0 0.0.0.255   !want nested(warning)
    `,
    says: [
      'SiteA: "permit ip 10.1.0.0 0.0.255.255 10.1.2.0 0.0.0.255" of ACL VPN-PEER has 10.1.2.0/24 on both sides, so it depends on routes alone which end those addresses are at.',
    ],
  },
  "a hub that protects all private addresses towards a site means it": `
    +ip access-list extended VPN-PEER
     permit ip 10.0.0.0 0.255.255.255 10.2.0.0 0.0.255.255
     permit ip 192.168.7.0 0.0.0.255 192.168.0.0 0.0.255.255
  `,
  "any, a deny and different networks are none of it": `
    +ip access-list extended VPN-PEER
     deny ip 10.1.0.0 0.0.0.255 10.1.0.0 0.0.0.255
     permit ip 10.1.0.0 0.0.0.255 any
     permit gre host 198.51.100.2 host 203.0.113.2
  `,
});
