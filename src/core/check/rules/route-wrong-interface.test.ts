import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { routeWrongInterface } from "./route-wrong-interface.ts";

ruleTest(routeWrongInterface, twoSites, {
  "a longer route leads past the crypto map": {
    text: `
      interface GigabitEthernet0/2
       ip address 192.168.50.1 255.255.255.0
      ip route 10.2.0.0 255.255.0.0 192.168.50.254   !want wrongInterface
    `,
    says: ["SiteA sends 10.2.0.0/24 out of GigabitEthernet0/2, but crypto map VPN is on GigabitEthernet0/0."],
  },
  "a network of one's own is not behind the peer": `
    interface GigabitEthernet0/2   !want wrongInterface
     ip address 10.2.0.1 255.255.255.0
  `,
  "one of two equal routes by the crypto interface is enough": `
    ip route 10.2.0.0 255.255.0.0 192.168.50.254
    ip route 10.2.0.0 255.255.0.0 198.51.100.1
    interface GigabitEthernet0/2
     ip address 192.168.50.1 255.255.255.0
  `,
  "the default route by the crypto interface is right": ``,
});
