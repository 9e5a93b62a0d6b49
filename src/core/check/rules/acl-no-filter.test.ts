import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aclNoFilter } from "./acl-no-filter.ts";

ruleTest(aclNoFilter, twoSites, {
  "a public crypto interface without a filter is noted, and the filter keeps the tunnel": `
    interface GigabitEthernet0/0   !want open(info)
     ip address 198.51.100.2 255.255.255.252
     ip nat outside
     crypto map VPN
  `,
  "where dynamic entries wait, anybody's IPsec is let in": `
    interface GigabitEthernet0/0   !want open
     ip address 198.51.100.2 255.255.255.252
     ip nat outside
     crypto map VPN
    - crypto map VPN 10 ipsec-isakmp
    crypto map VPN 10 ipsec-isakmp dynamic DYN
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
     set pfs group14
  `,
  "servers behind a static translation need a filter of somebody's own": `
    ip nat inside source static tcp 10.1.0.80 80 198.51.100.2 80
    interface GigabitEthernet0/0   !want open
     ip address 198.51.100.2 255.255.255.252
     crypto map VPN
  `,
  "a private address, a shut interface and one with a filter are none of it": `
    === SiteA
    interface GigabitEthernet0/0
     ip address 192.168.9.1 255.255.255.252
     crypto map VPN
    === SiteB
    interface GigabitEthernet0/0
     ip address 203.0.113.2 255.255.255.252
     shutdown
     crypto map VPN
  `,
});
