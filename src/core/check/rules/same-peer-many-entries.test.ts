import { ruleTest } from "../../testing/ruleTest.ts";
import { siteA, twoSites } from "../../testing/twoSites.ts";
import { samePeerManyEntries } from "./same-peer-many-entries.ts";

const second = `
      crypto map VPN 20 ipsec-isakmp   !want same
       set peer 203.0.113.2
       set security-association lifetime seconds 3600
       set transform-set TS-AES256
       set pfs group14
       match address VPN-MORE
      ip access-list extended VPN-MORE
       permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255
      +ip access-list extended NAT
       permit ip 10.1.0.0 0.0.0.255 any
      deny   ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => deny ip 10.1.0.0 0.0.0.255 10.0.0.0 0.255.255.255
`;

ruleTest(samePeerManyEntries, `=== SiteA\n${siteA}`, {
  "a second entry that differs only in its list": second,
  "the other one may be kept": { text: second, value: "VPN 20" },
  "an entry with another proposal is needed": `
      crypto map VPN 20 ipsec-isakmp
       set peer 203.0.113.2
       set transform-set TS-AES256
       match address VPN-MORE
      ip access-list extended VPN-MORE
       permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255
  `,
  "entries that share their list are another rule's": `
      crypto map VPN 20 ipsec-isakmp
       set peer 203.0.113.2
       set security-association lifetime seconds 3600
       set transform-set TS-AES256
       set pfs group14
       match address VPN-PEER
  `,
  "a peer that lists both in one entry agrees all the same": {
    base: twoSites,
    text: `
      === SiteA
      ${second}
      === SiteB
      +ip access-list extended VPN-PEER
       permit ip 10.3.0.0 0.0.0.255 10.1.0.0 0.0.0.255
      deny   ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 => deny ip 10.0.0.0 0.255.255.255 10.1.0.0 0.0.0.255
    `,
  },
});
