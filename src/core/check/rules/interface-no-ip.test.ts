import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { interfaceNoIp } from "./interface-no-ip.ts";

ruleTest(interfaceNoIp, twoSites, {
  "an interface that is shut down": `
    +interface GigabitEthernet0/0
     shutdown   !want shut
  `,
  "an interface without an address": {
    text: `
      ip address 198.51.100.2 255.255.255.252 => no ip address   !want noAddress
    `,
    value: "198.51.100.2/30",
  },
  "an address from elsewhere is an address": `
    ip address 198.51.100.2 255.255.255.252 => ip address dhcp
  `,
  "a fragment that says nothing of the address leaves it open": `
    - ip address 198.51.100.2 255.255.255.252
  `,
  "interfaces without a map may be shut": `
    interface GigabitEthernet0/2
     no ip address
     shutdown
  `,
});
