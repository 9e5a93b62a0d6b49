import { ruleTest } from "../../testing/ruleTest.ts";
import { siteA, twoSites } from "../../testing/twoSites.ts";
import { aggressiveOpen } from "./aggressive-open.ts";

ruleTest(aggressiveOpen, `=== SiteA\n${siteA}`, {
  "pre-shared keys with aggressive mode on are worth a note": `
    @ authentication pre-share   !want open(info)
    @ crypto map VPN 10 ipsec-isakmp   !also open
  `,
  "switched off it is none of it": `
    crypto isakmp aggressive-mode disable
  `,
  "clients with a group need it": `
    crypto isakmp client configuration group STAFF
     key Long-Group-Key-2024
     pool CLIENTS
  `,
  "so do keys by name": `
    crypto isakmp key Long-Shared-Key-2024 hostname branch
  `,
  "certificates need no key": `
    authentication pre-share => authentication rsa-sig
  `,
  "both ends are noted, each on its own": {
    base: twoSites,
    text: `
      === SiteA
      @ authentication pre-share   !want open
      === SiteB
      @ authentication pre-share   !want open
    `,
  },
  "a router that begins aggressive mode itself needs it": {
    base: twoSites,
    text: `
      crypto isakmp peer address 203.0.113.2
       set aggressive-mode client-endpoint fqdn a.example.net
       set aggressive-mode password Long-Shared-Key-2024
      === SiteB
      crypto isakmp aggressive-mode disable
    `,
  },
  "and keys by name in a keyring": `
    crypto keyring RING
      pre-shared-key hostname branch key Long-Shared-Key-2024
  `,
  "manual entries negotiate in no mode": `
    crypto map VPN 10 ipsec-isakmp => crypto map VPN 10 ipsec-manual
  `,
  "nor do those of IKEv2 alone": `
    +crypto map VPN 10 ipsec-isakmp
     set ikev2-profile NEWER
  `,
});
