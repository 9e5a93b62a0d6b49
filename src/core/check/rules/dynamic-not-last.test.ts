import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { dynamicNotLast } from "./dynamic-not-last.ts";

ruleTest(dynamicNotLast, twoSites, {
  "a dynamic map without a list accepts everybody": {
    text: `
      crypto map VPN 5 ipsec-isakmp dynamic DYN   !want accepts(error)
      @ crypto map VPN 10 ipsec-isakmp   !also accepts
      crypto dynamic-map DYN 10
       set transform-set TS-AES256
    `,
    says: [
      "SiteA: crypto map VPN 5 anchors dynamic map DYN, which has no access list, before VPN 10: it accepts that peer too.",
    ],
  },
  "one whose list is about other traffic is only in the wrong place": `
    crypto map VPN 5 ipsec-isakmp dynamic DYN   !want before(warning)
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
     match address CLIENTS
    ip access-list extended CLIENTS
     permit ip 10.1.0.0 0.0.0.255 10.77.0.0 0.0.255.255
  `,
  "one whose list overlaps takes that": `
    crypto map VPN 5 ipsec-isakmp dynamic DYN   !want takes
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
     match address CLIENTS
    ip access-list extended CLIENTS
     permit ip any 10.0.0.0 0.255.255.255
  `,
  "where the last sequence is taken, the map is numbered anew": `
    crypto map VPN 10 ipsec-isakmp
     set peer 203.0.113.2
     set transform-set TS-AES256
     set pfs group14
     match address VPN-PEER
    crypto map VPN 5 ipsec-isakmp dynamic DYN   !want accepts
    crypto map VPN 65535 ipsec-isakmp
     set peer 203.0.113.66
     set transform-set TS-AES256
     match address OTHER
    ip access-list extended OTHER
     permit ip 10.1.0.0 0.0.0.255 10.9.0.0 0.0.0.255
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
  `,
  "at the end it is in its place, several of them too": `
    crypto map VPN 100 ipsec-isakmp dynamic DYN
    crypto map VPN 110 ipsec-isakmp dynamic OTHER
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
    crypto dynamic-map OTHER 10
     set transform-set TS-AES256
  `,
  "the free number behind the others may be right behind them": `
    crypto map VPN 10 ipsec-isakmp
     set peer 203.0.113.2
     set transform-set TS-AES256
     set pfs group14
     match address VPN-PEER
    crypto map VPN 5 ipsec-isakmp dynamic DYN   !want accepts
    crypto map VPN 65530 ipsec-isakmp
     set peer 203.0.113.66
     set transform-set TS-AES256
     match address OTHER
    ip access-list extended OTHER
     permit ip 10.1.0.0 0.0.0.255 10.9.0.0 0.0.0.255
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
  `,
  "of several later entries the one that it takes from is told, and those before it don't count": {
    text: `
      crypto map VPN 3 ipsec-isakmp
       set peer 203.0.113.66
       set transform-set TS-AES256
       match address FIRST
      crypto map VPN 5 ipsec-isakmp dynamic DYN   !want takes
      crypto map VPN 7 ipsec-isakmp
       set peer 203.0.113.77
       set transform-set TS-AES256
       match address SECOND
      @ crypto map VPN 10 ipsec-isakmp   !also takes
      ip access-list extended FIRST
       permit ip 10.1.0.0 0.0.0.255 10.2.0.128 0.0.0.127
      ip access-list extended SECOND
       permit ip 10.1.0.0 0.0.0.255 10.9.0.0 0.0.0.255
      crypto dynamic-map DYN 10
       set transform-set TS-AES256
       match address CLIENTS
      ip access-list extended CLIENTS
       permit ip any 10.2.0.0 0.0.255.255
    `,
    capped: true,
  },
  "what it shares with an entry before it is that entry's": {
    text: `
      crypto map VPN 3 ipsec-isakmp
       set peer 203.0.113.66
       set transform-set TS-AES256
       match address FIRST
      crypto map VPN 5 ipsec-isakmp dynamic DYN   !want before
      ip access-list extended FIRST
       permit ip 10.1.0.0 0.0.0.255 10.9.0.0 0.0.0.255
      crypto dynamic-map DYN 10
       set transform-set TS-AES256
       match address CLIENTS
      ip access-list extended CLIENTS
       permit ip any 10.9.0.0 0.0.255.255
    `,
    capped: true,
  },
});
