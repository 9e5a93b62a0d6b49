import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { manualManyPermits } from "./manual-many-permits.ts";

const keys = "0123456789abcdef0123456789abcdef";

/** Both ends with manual keys that cross. */
function manual(siteA: string, siteB: string): string {
  const entry = (peer: string, inbound: number, outbound: number) => `
    - crypto map VPN 10 ipsec-isakmp
    crypto map VPN 10 ipsec-manual
     set peer ${peer}
     set session-key inbound esp ${inbound} cipher ${keys} authenticator ${keys}01234567
     set session-key outbound esp ${outbound} cipher ${keys} authenticator ${keys}01234567
     set transform-set MANUAL
     match address VPN-PEER
    crypto ipsec transform-set MANUAL esp-aes esp-sha-hmac
  `;
  return `
    === SiteA
    ${entry("203.0.113.2", 300, 400)}${siteA}
    === SiteB
    ${entry("198.51.100.2", 400, 300)}${siteB}
  `;
}

ruleTest(manualManyPermits, twoSites, {
  "a second permit of a manual entry protects nothing": manual(
    `
    ip access-list extended VPN-PEER
     permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
     permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255   !want ignored(error)
    @ match address VPN-PEER   !also ignored
    `,
    "",
  ),
  "where nobody answers, no flow is known to be down": manual(
    `
    set peer 203.0.113.2 => set peer 192.0.2.77
    ip access-list extended VPN-PEER
     permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
     permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255   !want ignored(warning)
    `,
    "- crypto map VPN 10 ipsec-manual",
  ),
  "one permit is all that keys can serve, and IKE serves several": `
    +ip access-list extended VPN-PEER
     permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255
  `,
  "denies don't count": manual(
    `
    ip access-list extended VPN-PEER
     deny ip host 10.1.0.9 any
     permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
    `,
    "",
  ),
});
