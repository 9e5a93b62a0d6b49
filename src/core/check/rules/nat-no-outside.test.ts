import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { natNoOutside } from "./nat-no-outside.ts";

ruleTest(natNoOutside, twoSites, {
  "translation to the crypto interface's address needs it to be outside": `
    interface GigabitEthernet0/0   !want notOutside(warning)
     ip address 198.51.100.2 255.255.255.252
     crypto map VPN
    @ ip nat inside source list NAT interface GigabitEthernet0/0 overload   !also notOutside
  `,
  "translation to a pool needs some interface to be outside": `
    interface GigabitEthernet0/0   !want notOutside
     ip address 198.51.100.2 255.255.255.252
     crypto map VPN
    ip nat pool OVER 172.16.50.1 172.16.50.14 netmask 255.255.255.240
    ip nat inside source list NAT interface GigabitEthernet0/0 overload => ip nat inside source list NAT pool OVER
  `,
  "with a pool it is enough that another interface is outside": `
    interface GigabitEthernet0/0
     ip address 198.51.100.2 255.255.255.252
     crypto map VPN
    interface GigabitEthernet0/2
     ip address 192.0.2.2 255.255.255.252
     ip nat outside
    ip nat pool OVER 172.16.50.1 172.16.50.14 netmask 255.255.255.240
    ip nat inside source list NAT interface GigabitEthernet0/0 overload => ip nat inside source list NAT pool OVER
  `,
  "translation at another interface is another matter": `
    interface GigabitEthernet0/0
     ip address 198.51.100.2 255.255.255.252
     crypto map VPN
    interface GigabitEthernet0/2
     ip address 192.0.2.2 255.255.255.252
     ip nat outside
    ip nat inside source list NAT interface GigabitEthernet0/0 overload => ip nat inside source list NAT interface GigabitEthernet0/2 overload
  `,
  "a fragment does not say which interfaces are inside and outside": `
    interface GigabitEthernet0/0
     ip address 198.51.100.2 255.255.255.252
     crypto map VPN
    interface GigabitEthernet0/1
     ip address 10.1.0.1 255.255.255.0
  `,
  "an outside crypto interface, and no translation, are none of it": `
    === SiteB
    interface GigabitEthernet0/0
     ip address 203.0.113.2 255.255.255.252
     crypto map VPN
    - ip nat inside source list NAT interface GigabitEthernet0/0 overload
  `,
});
