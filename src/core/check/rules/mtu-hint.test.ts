import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { mtuHint } from "./mtu-hint.ts";

ruleTest(mtuHint, twoSites, {
  "an inside interface without adjust-mss gets a value that fits": {
    text: `
      - ip tcp adjust-mss 1360
      @ interface GigabitEthernet0/1   !want noMss(info)
    `,
    says: ["SiteA: GigabitEthernet0/1 has no ip tcp adjust-mss; 1398 fits into the tunnel of crypto map VPN 10."],
  },
  "a narrower link leaves less": {
    text: `
      - ip tcp adjust-mss 1360
      @ interface GigabitEthernet0/1   !want noMss
      ip nat outside => ip mtu 1492
    `,
    says: ["SiteA: GigabitEthernet0/1 has no ip tcp adjust-mss; 1382 fits into the tunnel of crypto map VPN 10."],
  },
  "the crypto interface may see to it": `
    - ip tcp adjust-mss 1360
    +interface GigabitEthernet0/0
     ip tcp adjust-mss 1360
  `,
  "a tunnel that does not come up has other worries": `
    - ip tcp adjust-mss 1360
    - crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2
  `,
  "an interface that has it is none of it": ``,
});
