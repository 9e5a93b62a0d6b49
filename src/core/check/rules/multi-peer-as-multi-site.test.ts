import { asRouterId, type Router } from "../../model/router.ts";
import type { Design } from "../../model/design.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { siteB, twoSites } from "../../testing/twoSites.ts";
import { multiPeerAsMultiSite } from "./multi-peer-as-multi-site.ts";

const siteC = siteB
  .replaceAll("SiteB", "SiteC")
  .replaceAll("203.0.113.2", "203.0.113.66")
  .replaceAll("203.0.113.1", "203.0.113.65");

const base = `${twoSites}=== SiteC\n${siteC.replaceAll("10.2.0.", "10.3.0.")}`;

const secondPeer = `
      === SiteA
      crypto isakmp key Long-Shared-Key-2024 address 203.0.113.66
      +ip access-list extended OUTSIDE-IN
       permit udp host 203.0.113.66 host 198.51.100.2 eq isakmp
       permit udp host 203.0.113.66 host 198.51.100.2 eq non500-isakmp
       permit esp host 203.0.113.66 host 198.51.100.2
      deny   ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => deny ip 10.1.0.0 0.0.0.255 10.0.0.0 0.255.255.255
`;

ruleTest(multiPeerAsMultiSite, base, {
  "two sites in one entry become two entries, each with its own traffic": {
    text: `${secondPeer}
      +crypto map VPN 10 ipsec-isakmp
       set peer 203.0.113.66   !want sites
      +ip access-list extended VPN-PEER
       permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255
    `,
    says: [
      "SiteA: crypto map VPN 10 lists SiteB and SiteC as peers, which stand at different sites; only one of them gets the traffic.",
    ],
  },
  "peers that have one network behind them back each other up": {
    base: `${twoSites}=== SiteC\n${siteC}`,
    text: `${secondPeer}
      +crypto map VPN 10 ipsec-isakmp
       set peer 203.0.113.66
    `,
  },
  "so do routers that the drawing puts at one site": {
    text: `${secondPeer}
      +crypto map VPN 10 ipsec-isakmp
       set peer 203.0.113.66
      +ip access-list extended VPN-PEER
       permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255
    `,
    design: (design) => atOneSite(design, "r2", "r3"),
  },
  "an entry for each site is how it is done": `${secondPeer}
      crypto map VPN 20 ipsec-isakmp
       set peer 203.0.113.66
       set transform-set TS-AES256
       set pfs group14
       match address VPN-C
      ip access-list extended VPN-C
       permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255
  `,
  "the number behind an entry may be taken": `${secondPeer}
      +crypto map VPN 10 ipsec-isakmp
       set peer 203.0.113.66   !want sites
      +ip access-list extended VPN-PEER
       permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255
      crypto map VPN 11 ipsec-isakmp
       set peer 192.0.2.11
       set transform-set TS-AES256
       match address ELEVEN
      ip access-list extended ELEVEN
       permit ip 10.1.0.0 0.0.0.255 10.11.0.0 0.0.0.255
  `,
});

function atOneSite(design: Design, ...ids: readonly string[]): Design {
  const routers = new Map(design.routers);
  for (const id of ids.map(asRouterId)) {
    const router = routers.get(id);
    if (router) routers.set(id, { ...router, site: "Branch" } satisfies Router);
  }
  return { ...design, routers };
}
