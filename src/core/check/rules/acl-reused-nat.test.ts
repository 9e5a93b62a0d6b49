import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aclReusedNat } from "./acl-reused-nat.ts";

ruleTest(aclReusedNat, twoSites, {
  "a list that also filters an interface is reported on the entry": {
    text: `
      @ match address VPN-PEER   !want shared(warning)
      +interface GigabitEthernet0/1
       ip access-group VPN-PEER in   !also shared
    `,
    says: [
      "SiteA: ACL VPN-PEER says what crypto map VPN 10 protects and also serves the filter of GigabitEthernet0/1, where a permit means something else.",
    ],
  },
  "a list that also says what is translated is reported": `
    @ match address VPN-PEER   !want shared
    ip nat inside source list VPN-PEER interface GigabitEthernet0/0 overload   !also shared
  `,
  "so is one that a translation's route map matches": `
    @ match address VPN-PEER   !want shared
    ip nat inside source route-map RM interface GigabitEthernet0/0 overload   !also shared
    route-map RM permit 10
     match ip address VPN-PEER
  `,
  "lists with one meaning each are none of it": ``,
});
