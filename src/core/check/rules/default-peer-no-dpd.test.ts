import { ruleTest } from "../../testing/ruleTest.ts";
import { siteA } from "../../testing/twoSites.ts";
import { defaultPeerNoDpd } from "./default-peer-no-dpd.ts";

ruleTest(defaultPeerNoDpd, `=== SiteA\n${siteA}`, {
  "a second peer without keepalives": {
    text: `
      - crypto isakmp keepalive 10 3 periodic
      +crypto map VPN 10 ipsec-isakmp
       set peer 203.0.113.66   !want noDpd
    `,
    says: ["SiteA: crypto map VPN 10 would go over to another peer, but crypto isakmp keepalive is not set."],
  },
  "a default peer alone has something to fall back to": `
    - crypto isakmp keepalive 10 3 periodic
    set peer 203.0.113.2 => set peer 203.0.113.2 default   !want noDpd
  `,
  "one finding for a router, whatever the number of entries": {
    text: `
      - crypto isakmp keepalive 10 3 periodic
      set peer 203.0.113.2 => set peer 203.0.113.2 default   !want noDpd
      crypto map VPN 20 ipsec-isakmp
       set peer 203.0.113.66 default   !also noDpd
      crypto map VPN 30 ipsec-isakmp
       set peer 203.0.113.67 default   !also noDpd
    `,
    says: [
      "SiteA: crypto map VPN 10, crypto map VPN 20 and 1 more would go over to another peer, but crypto isakmp keepalive is not set.",
    ],
  },
  "with keepalives it is well": `
    +crypto map VPN 10 ipsec-isakmp
     set peer 203.0.113.66
  `,
  "an ISAKMP profile may have its own": `
    - crypto isakmp keepalive 10 3 periodic
    +crypto map VPN 10 ipsec-isakmp
     set peer 203.0.113.66
     set isakmp-profile PEERS
    crypto isakmp profile PEERS
       match identity address 203.0.113.0 255.255.255.0
       keepalive 10 retry 3
  `,
  "manual entries and those of IKEv2 have no use for it": `
    - crypto isakmp keepalive 10 3 periodic
    crypto map VPN 20 ipsec-manual
     set peer 203.0.113.66 default
    crypto map VPN 30 ipsec-isakmp
     set peer 203.0.113.67
     set peer 203.0.113.68
     set ikev2-profile NEWER
  `,
});
