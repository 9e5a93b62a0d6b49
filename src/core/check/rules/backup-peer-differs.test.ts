import { ruleTest } from "../../testing/ruleTest.ts";
import { siteB, twoSites } from "../../testing/twoSites.ts";
import { backupPeerDiffers } from "./backup-peer-differs.ts";

const siteC = siteB
  .replaceAll("SiteB", "SiteC")
  .replaceAll("203.0.113.2", "203.0.113.66")
  .replaceAll("203.0.113.1", "203.0.113.65");

const base = `${twoSites
  .replace(" set peer 203.0.113.2", "$& default\n set peer 203.0.113.66")
  .replace("crypto isakmp keepalive", "crypto isakmp key Long-Shared-Key-2024 address 203.0.113.66\n$&")
  .replace(
    " permit esp host 203.0.113.2 host 198.51.100.2",
    "$&\n permit udp host 203.0.113.66 host 198.51.100.2 eq isakmp\n permit udp host 203.0.113.66 host 198.51.100.2 eq non500-isakmp\n permit esp host 203.0.113.66 host 198.51.100.2",
  )}=== SiteC\n${siteC}`;

ruleTest(backupPeerDiffers, base, {
  "a backup peer that would refuse what the first one takes": {
    text: `
      === SiteA
      @ set peer 203.0.113.66   !want differs
      === SiteC
      crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-aes esp-sha256-hmac
      @ crypto map VPN 10 ipsec-isakmp   !also differs
    `,
    says: [
      "SiteA: crypto map VPN 10 lists SiteB and SiteC as peers, but one flow comes up with SiteB and not with SiteC.",
    ],
  },
  "peers that carry the same policy": "",
  "where none of them answers, other rules tell why": `
    === SiteA
    crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-3des esp-md5-hmac
  `,
  "several flows are counted, and the hub's name may come last": {
    text: `
      === SiteA
      hostname SiteA => hostname Zentral
      deny   ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => deny ip 10.1.0.0 0.0.0.255 10.0.0.0 0.255.255.255
      +ip access-list extended VPN-PEER
       permit ip 10.1.0.0 0.0.0.255 10.7.0.0 0.0.0.255
      @ set peer 203.0.113.66   !want differs
      === SiteB
      +ip access-list extended VPN-PEER
       permit ip 10.7.0.0 0.0.0.255 10.1.0.0 0.0.0.255
      === SiteC
      crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-aes esp-sha256-hmac
      +ip access-list extended VPN-PEER
       permit ip 10.7.0.0 0.0.0.255 10.1.0.0 0.0.0.255
    `,
    says: [
      "Zentral: crypto map VPN 10 lists SiteB and SiteC as peers, but 2 flows come up with SiteB and not with SiteC.",
    ],
  },
  "a flow that the backup lacks is lost alone": {
    text: `
      === SiteA
      deny   ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => deny ip 10.1.0.0 0.0.0.255 10.0.0.0 0.255.255.255
      +ip access-list extended VPN-PEER
       permit ip 10.1.0.0 0.0.0.255 10.7.0.0 0.0.0.255
      @ set peer 203.0.113.66   !want differs
      === SiteB
      +ip access-list extended VPN-PEER
       permit ip 10.7.0.0 0.0.0.255 10.1.0.0 0.0.0.255
    `,
    says: [
      "SiteA: crypto map VPN 10 lists SiteB and SiteC as peers, but one flow comes up with SiteB and not with SiteC.",
    ],
  },
  "a backup that waits with a dynamic map is told at its entry": `
    === SiteA
    @ set peer 203.0.113.66   !want differs
    === SiteC
    crypto map VPN 10 ipsec-isakmp dynamic DYN
    crypto dynamic-map DYN 5   !also differs
     set transform-set TS-OTHER
    crypto ipsec transform-set TS-OTHER esp-aes esp-sha-hmac
     mode tunnel
  `,
});
