import { ruleTest } from "../../testing/ruleTest.ts";
import { siteA, twoSites } from "../../testing/twoSites.ts";
import { aclUndefined } from "./acl-undefined.ts";

const alone = `=== SiteA\n${siteA}`;

ruleTest(aclUndefined, twoSites, {
  "a list that is missing is made as the mirror of the peer's": {
    text: `
      - ip access-list extended VPN-PEER
      @ match address VPN-PEER   !want undefinedList
    `,
    value: "10.2.0.0/24",
    says: ["SiteA: crypto map VPN 10 matches access list VPN-PEER, which is not defined."],
  },
  "names of lists are told apart by case": {
    text: `
      match address VPN-PEER => match address Vpn-Peer   !want undefinedList
    `,
    value: { choice: "VPN-PEER", name: "10.2.0.0/24" },
  },
  "a list that is there, if empty, is none of it": `
    ip access-list extended VPN-PEER
     remark nothing yet
  `,
  "a dynamic entry's list is looked at too": {
    base: alone,
    text: `
      ip access-list extended SPARE
       permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255
      - ip access-group OUTSIDE-IN in
      crypto map VPN 100 ipsec-isakmp dynamic DYN
      crypto dynamic-map DYN 10
       set transform-set TS-AES256
       match address NOWHERE   !want undefinedList
      === SiteB
      hostname SiteB
      crypto isakmp policy 10
       encr aes 256
       hash sha256
       authentication pre-share
       group 14
      crypto isakmp key Long-Shared-Key-2024 address 198.51.100.2
      crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac
      crypto map VPN 10 ipsec-isakmp
       set peer 198.51.100.2
       set transform-set TS-AES256
       match address VPN
      interface GigabitEthernet0/0
       ip address 203.0.113.99 255.255.255.0
       crypto map VPN
      ip route 0.0.0.0 0.0.0.0 203.0.113.1
      ip access-list extended VPN
       permit ip 10.3.0.0 0.0.0.255 10.1.0.0 0.0.0.255
    `,
    value: { choice: "SPARE", name: "10.3.0.0/24" },
  },
  "nothing is said where all lists are defined": { base: alone, text: "" },
});
