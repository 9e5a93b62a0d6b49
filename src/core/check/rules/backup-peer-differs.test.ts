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
      "SiteA: crypto map VPN 10 lists SiteB and SiteC as peers; one of the flows that come up with SiteB don't with SiteC.",
    ],
  },
  "peers that carry the same policy": "",
  "where none of them answers, other rules tell why": `
    === SiteA
    crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-3des esp-md5-hmac
  `,
});
