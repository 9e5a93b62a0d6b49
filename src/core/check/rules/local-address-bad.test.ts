import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { localAddressBad } from "./local-address-bad.ts";

ruleTest(localAddressBad, twoSites, {
  "an interface that does not exist": `
    crypto map VPN local-address Loopback0   !want missing
  `,
  "an interface that is shut down": {
    text: `
      crypto map VPN local-address Loopback0   !want shut
      interface Loopback0   !also shut
       ip address 198.51.100.9 255.255.255.255
       shutdown
    `,
    value: "GigabitEthernet0/0",
  },
  "an interface without an address": `
    crypto map VPN local-address Loopback0   !want noAddress
    interface Loopback0
     no ip address
  `,
  "an interface that gets its address elsewhere, or has one": `
    crypto map VPN local-address GigabitEthernet0/0
  `,
});
