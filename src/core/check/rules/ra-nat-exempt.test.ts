import { clientGateway } from "../../testing/clientGateway.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { raNatExempt } from "./ra-nat-exempt.ts";

ruleTest(raNatExempt, clientGateway, {
  "answers to clients are translated without an exemption": {
    text: `
      ip access-list extended NAT
       permit ip 10.1.0.0 0.0.0.255 any   !want translated(error)
      @ ip nat inside source list NAT interface GigabitEthernet0/0 overload   !also translated
      @ ip local pool CLIENT-POOL 10.9.0.1 10.9.0.200   !also translated
    `,
    says: [
      "Gateway: what 10.1.0.0/24 sends to clients of pool CLIENT-POOL is translated by list NAT before the crypto map sees it.",
    ],
  },
  "an exemption of a part leaves the rest": `
    ip access-list extended NAT
     deny ip 10.1.0.0 0.0.0.255 10.9.0.0 0.0.0.127
     permit ip 10.1.0.0 0.0.0.255 any   !want translated
  `,
  "a route map's list is read as well": `
    ip nat inside source list NAT interface GigabitEthernet0/0 overload => ip nat inside source route-map RM interface GigabitEthernet0/0 overload
    route-map RM permit 10
     match ip address 150
    access-list 150 permit ip 10.1.0.0 0.0.0.255 any   !want translated
  `,
  "an exemption before the permit is in time": ``,
  "without translation at the crypto interface there is nothing to exempt": `
    ip access-list extended NAT
     permit ip 10.1.0.0 0.0.0.255 any
    - ip nat outside
  `,
});
