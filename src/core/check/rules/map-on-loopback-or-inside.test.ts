import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { mapOnLoopbackOrInside } from "./map-on-loopback-or-inside.ts";

ruleTest(mapOnLoopbackOrInside, twoSites, {
  "a map on the LAN side": {
    text: `
      - crypto map VPN
      +interface GigabitEthernet0/1
       crypto map VPN   !want elsewhere
    `,
    says: ["SiteA: crypto map VPN is on GigabitEthernet0/1, but the way to its peers leaves by GigabitEthernet0/0."],
  },
  "a map on a loopback": `
    - crypto map VPN
    interface Loopback0
     ip address 10.255.0.1 255.255.255.255
     crypto map VPN   !want loopback
  `,
  "the way out by another line, when the first one fails, may carry it too": `
    interface GigabitEthernet0/2
     ip address 192.0.2.2 255.255.255.252
     crypto map VPN
    ip route 0.0.0.0 0.0.0.0 192.0.2.1 250
  `,
  "where a routing protocol may know better, nothing is said": `
    - crypto map VPN
    +interface GigabitEthernet0/1
     crypto map VPN
    router ospf 1
     network 10.0.0.0 0.255.255.255 area 0
  `,
  "without any route in the text nothing is said either": `
    - crypto map VPN
    - ip route 0.0.0.0 0.0.0.0 198.51.100.1
    +interface GigabitEthernet0/1
     crypto map VPN
  `,
  "a floating route by an interface is a way out": `
    interface GigabitEthernet0/2
     ip address 192.0.2.2 255.255.255.252
     crypto map VPN
    ip route 203.0.113.0 255.255.255.0 GigabitEthernet0/2 250
  `,
  "a floating route of another VRF, or to other networks, is none": `
    interface GigabitEthernet0/2
     ip address 192.0.2.2 255.255.255.252
     crypto map VPN   !want elsewhere
    ip route 192.0.2.128 255.255.255.128 GigabitEthernet0/2
    ip route vrf RED 0.0.0.0 0.0.0.0 GigabitEthernet0/2 250
  `,
  "a tunnel interface had to carry the map of its physical one once": `
    interface Tunnel0
     ip address 172.31.0.1 255.255.255.252
     tunnel source GigabitEthernet0/0
     tunnel destination 203.0.113.9
     crypto map VPN
  `,
  "a dynamic map's peers may come in anywhere": `
    - crypto map VPN
    +interface GigabitEthernet0/1
     crypto map VPN
    crypto map VPN 100 ipsec-isakmp dynamic DYN
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
  `,
  "where the way out is not told, every interface that could carry the map is offered": `
    - crypto map VPN
    router ospf 1
     network 10.0.0.0 0.255.255.255 area 0
    interface Loopback0
     ip address 10.255.0.1 255.255.255.255
     crypto map VPN   !want loopback
    interface Loopback1
     ip address 10.255.0.2 255.255.255.255
    interface GigabitEthernet0/2
     ip address 192.0.2.2 255.255.255.252
     shutdown
    interface GigabitEthernet0/3
     description spare
    interface Tunnel0
     ip address 172.31.0.1 255.255.255.252
  `,
});
