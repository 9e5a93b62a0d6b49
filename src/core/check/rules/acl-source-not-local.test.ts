import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aclSourceNotLocal } from "./acl-source-not-local.ts";

ruleTest(aclSourceNotLocal, twoSites, {
  "a list copied from the other end is turned round": {
    text: `
      ip access-list extended VPN-PEER
       permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255   !want reversed(warning)
      @ match address VPN-PEER   !also reversed
    `,
    says: [
      'SiteA: "permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255" of ACL VPN-PEER has its sides the wrong way round: 10.1.0.0/24 is a network of SiteA, 10.2.0.0/24 is none.',
    ],
  },
  "a source that nothing leads to is reported": `
    +ip access-list extended VPN-PEER
     permit ip 10.77.0.0 0.0.0.255 10.2.0.0 0.0.0.255   !want notLocal
  `,
  "a network behind a static route inside, a wider one and the endpoint are local": `
    ip route 10.77.0.0 255.255.255.0 10.1.0.254
    +ip access-list extended VPN-PEER
     permit ip 10.77.0.0 0.0.0.255 10.2.0.0 0.0.0.255
     permit ip 10.0.0.0 0.1.255.255 10.2.0.0 0.0.0.255
     permit gre host 198.51.100.2 host 203.0.113.2
  `,
  "a hub hands on what another site sends": `
    crypto map VPN 20 ipsec-isakmp
     set peer 192.0.2.3
     set transform-set TS-AES256
     match address VPN-THIRD
    +ip access-list extended VPN-PEER
     permit ip 10.3.0.0 0.0.0.255 10.2.0.0 0.0.0.255
    ip access-list extended VPN-THIRD
     permit ip 10.2.0.0 0.0.0.255 10.3.0.0 0.0.0.255
  `,
  "a routing protocol may know more networks than the text": `
    router ospf 1
     network 10.0.0.0 0.255.255.255 area 0
    +ip access-list extended VPN-PEER
     permit ip 10.77.0.0 0.0.0.255 10.2.0.0 0.0.0.255
  `,
  "without addresses nothing can be known": `
    interface GigabitEthernet0/1
     ip nat inside
    +ip access-list extended VPN-PEER
     permit ip 10.77.0.0 0.0.0.255 10.2.0.0 0.0.0.255
  `,
});
