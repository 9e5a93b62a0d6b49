import { ruleTest } from "../../testing/ruleTest.ts";
import { siteB, twoSites } from "../../testing/twoSites.ts";
import { aclShared } from "./acl-shared.ts";

const second = `
    crypto map VPN 20 ipsec-isakmp
     set peer 203.0.113.66
     set transform-set TS-AES256
     match address VPN-PEER   !want shared
    @ match address VPN-PEER   !also shared
`;

ruleTest(aclShared, twoSites, {
  "the second entry with a list is the one that gets nothing": {
    text: second,
    value: "10.3.0.0/24",
    says: ["SiteA: crypto map VPN 10 and VPN 20 match the same ACL VPN-PEER, so VPN 20 never gets any traffic."],
  },
  "a list that nothing uses may be the one that was meant": {
    text: `${second}
    ip access-list extended VPN-OTHER
     permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255
    `,
    value: { choice: "VPN-OTHER", name: "10.4.0.0/24" },
  },
  "where the second peer is in the design, its list tells": {
    text: `
    === SiteA
    ${second}
    crypto isakmp key Other-Shared-Key-2024 address 203.0.113.66
    +ip access-list extended OUTSIDE-IN
     permit udp host 203.0.113.66 host 198.51.100.2 eq isakmp
     permit udp host 203.0.113.66 host 198.51.100.2 eq non500-isakmp
     permit esp host 203.0.113.66 host 198.51.100.2
    === SiteC
    ${siteB
      .replaceAll("SiteB", "SiteC")
      .replaceAll("203.0.113.2", "203.0.113.66")
      .replaceAll("203.0.113.1", "203.0.113.65")
      .replaceAll("10.2.0.", "10.3.0.")
      .replaceAll("Long-Shared-Key-2024", "Other-Shared-Key-2024")
      .replaceAll("\n", "\n    ")}
    `,
    value: "10.3.0.0/24",
  },
  "entries of different maps may share one": `
    crypto map OTHER 10 ipsec-isakmp
     set peer 203.0.113.66
     set transform-set TS-AES256
     match address VPN-PEER
  `,
  "an entry without a peer takes nothing": `
    crypto map VPN 5 ipsec-isakmp
     set transform-set TS-AES256
     match address VPN-PEER
  `,
});
