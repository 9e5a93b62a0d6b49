import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aclAnyMulticast } from "./acl-any-multicast.ts";

ruleTest(aclAnyMulticast, twoSites, {
  "a permit to any catches multicast and broadcast": {
    text: `
      ip access-list extended VPN-PEER
       remark all to the hub
       permit ip 10.1.0.0 0.0.0.255 any   !want caught(warning)
    `,
    says: [
      "SiteA: ACL VPN-PEER permits traffic to any without a deny of multicast (224.0.0.0/4) and broadcast (255.255.255.255) before it; IPsec protects unicast only.",
    ],
  },
  "one deny leaves the other": {
    text: `
      ip access-list extended VPN-PEER
       deny ip any 224.0.0.0 15.255.255.255
       permit udp any any   !want caught
    `,
    says: [
      "SiteA: ACL VPN-PEER permits traffic to any without a deny of broadcast (255.255.255.255) before it; IPsec protects unicast only.",
    ],
  },
  "a deny behind the permit comes too late": `
    ip access-list extended VPN-PEER
     permit ip 10.1.0.0 0.0.0.255 any   !want caught
     deny ip any 224.0.0.0 15.255.255.255
     deny ip any host 255.255.255.255
  `,
  "both denied first, and a named destination, are none of it": `
    ip access-list extended VPN-PEER
     deny ip any 224.0.0.0 31.255.255.255
     permit ip 10.1.0.0 0.0.0.255 any
  `,
  "TCP has no multicast": `
    ip access-list extended VPN-PEER
     permit tcp 10.1.0.0 0.0.0.255 any
  `,
});
