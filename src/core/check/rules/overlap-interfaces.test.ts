import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { overlapInterfaces } from "./overlap-interfaces.ts";

ruleTest(overlapInterfaces, twoSites, {
  "the interface that comes second is reported, with the first": {
    text: `
      interface GigabitEthernet0/2
       ip address 10.1.0.9 255.255.255.0   !want overlap(error)
      @ ip address 10.1.0.1 255.255.255.0   !also overlap
    `,
    says: [
      "SiteA: 10.1.0.0/24 on GigabitEthernet0/2 overlaps with 10.1.0.0/24 on GigabitEthernet0/1, which IOS refuses.",
    ],
  },
  "secondary addresses and nested networks count": `
    interface GigabitEthernet0/2
     ip address 172.16.0.1 255.255.0.0
     ip address 10.1.0.130 255.255.255.128 secondary   !want overlap
  `,
  "an interface's own addresses may stand in one network": `
    +interface GigabitEthernet0/1
     ip address 10.1.0.2 255.255.255.0 secondary
  `,
  "a shut interface, another VRF and other networks are none of it": `
    ip vrf RED
     rd 65000:1
    interface GigabitEthernet0/2
     ip address 10.1.0.9 255.255.255.0
     shutdown
    interface GigabitEthernet0/3
     ip vrf forwarding RED
     ip address 10.1.0.9 255.255.255.0
    interface GigabitEthernet0/4
     ip address 10.1.1.1 255.255.255.0
  `,
});
