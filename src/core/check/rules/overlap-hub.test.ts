import type { Design } from "../../model/design.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { siteB, twoSites } from "../../testing/twoSites.ts";
import { overlapHub } from "./overlap-hub.ts";

/** A third site like the second one, with an endpoint and a network of its own. */
function siteC(network: string): string {
  return siteB
    .replaceAll("SiteB", "SiteC")
    .replaceAll("203.0.113.", "192.0.2.")
    .replaceAll("10.2.0.1", `${network}.1`)
    .replaceAll("10.2.0.0", `${network}.0`);
}

function base(network: string): string {
  return `${twoSites}=== SiteC\n${siteC(network)}`;
}

const hub = `
    === SiteA
    crypto isakmp key Long-Shared-Key-2024 address 192.0.2.2
    crypto map VPN 20 ipsec-isakmp
     set peer 192.0.2.2
     set transform-set TS-AES256
     set pfs group14
     match address VPN-C
    ip access-list extended VPN-C
     permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255`;

const sameSite = (design: Design): Design => ({
  ...design,
  routers: new Map([...design.routers].map(([id, router]) => [id, { ...router, site: router.fileStem ?? "" }])),
});

ruleTest(overlapHub, base("10.2.0"), {
  "two sites with one network are reported with both": {
    text: `${hub}
    === SiteB
    @ ip address 10.2.0.1 255.255.255.0   !want overlap(error)
    === SiteC
    @ ip address 10.2.0.1 255.255.255.0   !also overlap
    `,
    says: [
      "SiteB protects 10.2.0.0/24 and SiteC protects 10.2.0.0/24 behind the same hub SiteA, whose selectors for the two collide.",
    ],
  },
  "two routers of one site share its network": {
    text: hub,
    design: (design) => ({
      ...design,
      routers: new Map([...design.routers].map(([id, router]) => [id, { ...router, site: "There" }])),
    }),
  },
  "sites that are named apart are two": {
    text: `${hub}
    === SiteB
    @ ip address 10.2.0.1 255.255.255.0   !want overlap
    `,
    design: sameSite,
  },
  "a backup peer of the same entry has the same network": `
    === SiteA
    crypto isakmp key Long-Shared-Key-2024 address 192.0.2.2
    +crypto map VPN 10 ipsec-isakmp
     set peer 192.0.2.2
  `,
  "a network of its own is none of it": `
    === SiteC
    ip address 10.2.0.1 255.255.255.0 => ip address 10.3.0.1 255.255.255.0
  `,
});
