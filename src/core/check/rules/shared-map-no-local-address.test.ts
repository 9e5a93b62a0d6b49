import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { sharedMapNoLocalAddress } from "./shared-map-no-local-address.ts";

ruleTest(sharedMapNoLocalAddress, twoSites, {
  "one map on two interfaces; the fix knows which address the peer names": {
    text: `
      @ crypto map VPN   !want shared
      interface GigabitEthernet0/2
       ip address 192.0.2.2 255.255.255.252
       crypto map VPN   !also shared
    `,
    says: [
      "SiteA: crypto map VPN is on GigabitEthernet0/0 and GigabitEthernet0/2 without local-address, so each speaks from an address of its own.",
    ],
  },
  "with a local address there is one endpoint": `
    interface GigabitEthernet0/2
     ip address 192.0.2.2 255.255.255.252
     crypto map VPN
    crypto map VPN local-address GigabitEthernet0/0
  `,
  "a tunnel interface had to carry the map too": `
    interface Tunnel0
     ip address 10.0.0.1 255.255.255.252
     tunnel source GigabitEthernet0/0
     tunnel destination 203.0.113.2
     crypto map VPN
  `,
});
