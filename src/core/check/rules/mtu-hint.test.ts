import type { Design } from "../../model/design.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { siteB, twoSites } from "../../testing/twoSites.ts";
import { mtuHint } from "./mtu-hint.ts";

const siteC = siteB
  .replaceAll("SiteB", "SiteC")
  .replaceAll("203.0.113.2", "203.0.113.66")
  .replaceAll("203.0.113.1", "203.0.113.65")
  .replaceAll("10.2.0", "10.3.0")
  .replace("esp-sha256-hmac", "esp-sha512-hmac");

function translatedAtSiteB(design: Design): Design {
  return {
    ...design,
    routers: new Map(
      [...design.routers].map(([id, router]) => [id, id === "r2" ? { ...router, natOnPath: true } : router]),
    ),
  };
}

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
  "of several tunnels the one that takes most decides": {
    text: `
      - ip tcp adjust-mss 1360
      - ip access-group OUTSIDE-IN in
      @ interface GigabitEthernet0/1   !want noMss
      crypto isakmp key Long-Shared-Key-2024 address 203.0.113.66
      crypto ipsec transform-set TS-512 esp-aes 256 esp-sha512-hmac
       mode tunnel
      crypto map VPN 20 ipsec-isakmp
       set peer 203.0.113.66
       set transform-set TS-512
       set pfs group14
       match address VPN-C
      ip access-list extended VPN-C
       permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255
      ip access-list extended NAT
       deny ip 10.1.0.0 0.0.0.255 10.0.0.0 0.255.255.255
       permit ip 10.1.0.0 0.0.0.255 any
    `,
    base: `${twoSites}=== SiteC\n${siteC}`,
    says: ["SiteA: GigabitEthernet0/1 has no ip tcp adjust-mss; 1382 fits into the tunnel of crypto map VPN 20."],
  },
  "a translator at the far end costs a header too": {
    text: `
      - ip tcp adjust-mss 1360
      @ interface GigabitEthernet0/1   !want noMss
    `,
    design: translatedAtSiteB,
    says: ["SiteA: GigabitEthernet0/1 has no ip tcp adjust-mss; 1382 fits into the tunnel of crypto map VPN 10."],
  },
  "a link too narrow for any leaves what the command takes at least": {
    text: `
      - ip tcp adjust-mss 1360
      @ interface GigabitEthernet0/1   !want noMss
      ip nat outside => ip mtu 520
    `,
    says: ["SiteA: GigabitEthernet0/1 has no ip tcp adjust-mss; 500 fits into the tunnel of crypto map VPN 10."],
  },
  "an end that only waits is told by what the other one starts": {
    text: `
      - ip tcp adjust-mss 1360
      @ interface GigabitEthernet0/1   !want noMss
      crypto map VPN 10 ipsec-isakmp dynamic DYN
      crypto dynamic-map DYN 5
       set transform-set TS-AES256
       set pfs group14
       match address VPN-PEER
    `,
    says: ["SiteA: GigabitEthernet0/1 has no ip tcp adjust-mss; 1398 fits into the tunnel of crypto map VPN 10."],
  },
  "a loopback sends nothing that would have to fit": `
    interface GigabitEthernet0/1
     no ip address
    interface Loopback0
     ip address 10.1.0.1 255.255.255.0
  `,
});
