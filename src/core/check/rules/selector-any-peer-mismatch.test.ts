import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { selectorAnyPeerMismatch } from "./selector-any-peer-mismatch.ts";

const tunnel = (destination: string, more = "") => `
    interface Tunnel0
     ip address 172.31.0.2 255.255.255.252
     tunnel source GigabitEthernet0/0
     tunnel mode ipsec ipv4
     tunnel destination ${destination}
     tunnel protection ipsec profile TUNNEL${more}
    crypto ipsec profile TUNNEL
     set transform-set TS-AES256
`;

ruleTest(selectorAnyPeerMismatch, twoSites, {
  "crypto maps at both ends are none of it": ``,
  "a tunnel interface asks for more than a list permits": `
    === SiteA
    @ set peer 203.0.113.2   !want mixed(warning)
    === SiteB
    - crypto map VPN 10 ipsec-isakmp
    - crypto map VPN
    ${tunnel("198.51.100.2").replace("ipsec ipv4", "ipsec ipv4   !also mixed")}
  `,
  "a tunnel to somebody else is none of it": `
    === SiteB
    ${tunnel("192.0.2.77")}
  `,
  "a list for everything meets it": `
    === SiteA
    permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => permit ip any any
    === SiteB
    - crypto map VPN 10 ipsec-isakmp
    - crypto map VPN
    ${tunnel("198.51.100.2")}
  `,
  "a tunnel that takes anybody leads to all": `
    === SiteA
    @ set peer 203.0.113.2   !want mixed
    === SiteB
    - crypto map VPN 10 ipsec-isakmp
    - crypto map VPN
    ${tunnel("dynamic")}
  `,
  "a tunnel without a destination leads nowhere": `
    === SiteB
    - crypto map VPN 10 ipsec-isakmp
    - crypto map VPN
    ${tunnel("dynamic").replace("     tunnel destination dynamic\n", "")}
  `,
  "a tunnel interface that no IPsec protects has no selectors": `
    === SiteB
    - crypto map VPN 10 ipsec-isakmp
    - crypto map VPN
    ${tunnel("198.51.100.2").replace("ipsec ipv4", "gre ip")}
  `,
  "its source may be written as an address": `
    === SiteA
    @ set peer 203.0.113.2   !want mixed
    === SiteB
    - crypto map VPN 10 ipsec-isakmp
    - crypto map VPN
    ${tunnel("198.51.100.2").replace("source GigabitEthernet0/0", "source 203.0.113.2")}
  `,
});
