import { ruleTest } from "../../testing/ruleTest.ts";
import { siteA, twoSites } from "../../testing/twoSites.ts";
import { peerInProtectedNet } from "./peer-in-protected-net.ts";

ruleTest(peerInProtectedNet, `=== SiteA\n${siteA}`, {
  "a permit that holds both endpoints": {
    text: `
      ip access-list extended VPN-PEER
       permit ip any 203.0.113.0 0.0.0.255   !want inside
    `,
    says: [
      "SiteA: crypto map VPN 10 protects ip any -> 203.0.113.0/24, which holds its own endpoints 198.51.100.2 and 203.0.113.2.",
    ],
  },
  "one endpoint alone is not the tunnel's traffic": `
    ip access-list extended VPN-PEER
     permit ip 10.1.0.0 0.0.0.255 any
  `,
  "with a deny before it the permit is well": `
    ip access-list extended VPN-PEER
     deny ip host 198.51.100.2 host 203.0.113.2
     permit ip any 203.0.113.0 0.0.0.255
  `,
  "GRE between the endpoints is what transport mode is for": `
    ip access-list extended VPN-PEER
     permit gre host 198.51.100.2 host 203.0.113.2
  `,
  "so are the endpoints themselves": `
    ip access-list extended VPN-PEER
     permit ip host 198.51.100.2 host 203.0.113.2
  `,
  "everything to everywhere is another rule's": `
    ip access-list extended VPN-PEER
     permit ip any any
  `,
  "where the peer is in the design, a deny at one end would only be refused at the other": {
    base: twoSites,
    text: `
      ip access-list extended VPN-PEER
       permit ip any 203.0.113.0 0.0.0.255   !want inside
    `,
  },
  "a network of peers seen from the endpoint alone is still the tunnel's own traffic": `
    ip access-list extended VPN-PEER
     permit ip host 198.51.100.2 203.0.113.0 0.0.0.255   !want inside
  `,
  "UDP, ESP and AH are what a tunnel is made of, TCP and single ports are not": `
    ip access-list extended VPN-PEER
     permit tcp any 203.0.113.0 0.0.0.255
     permit udp any 203.0.113.0 0.0.0.255 eq 53
     permit udp any eq 53 203.0.113.0 0.0.0.255
     permit esp any 203.0.113.0 0.0.0.255   !want inside
     permit udp any 203.0.113.0 0.0.0.255
  `,
});
