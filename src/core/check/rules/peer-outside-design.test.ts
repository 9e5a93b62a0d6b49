import { ruleTest } from "../../testing/ruleTest.ts";
import { siteA, twoSites } from "../../testing/twoSites.ts";
import { peerOutsideDesign } from "./peer-outside-design.ts";

ruleTest(peerOutsideDesign, `=== SiteA\n${siteA}`, {
  "a peer whose configuration is not there": {
    text: `
      @ set peer 203.0.113.2   !want outside(info)
    `,
    says: ["SiteA: no router of this design has 203.0.113.2, so the tunnel to it can't be judged."],
  },
  "each peer of an entry counts": `
    @ set peer 203.0.113.2   !want outside
    +crypto map VPN 10 ipsec-isakmp
     set peer 203.0.113.66   !want outside
  `,
  "without a peer there is nobody to look for": `
    - set peer 203.0.113.2
  `,
  "a router that has the address is inside, whether it answers or not": {
    base: twoSites,
    text: `
      === SiteB
      - crypto map VPN 10 ipsec-isakmp
    `,
  },
  "a peer that no router has is outside": {
    base: twoSites,
    text: `
      === SiteA
      set peer 203.0.113.2 => set peer 192.0.2.66   !want outside
      === SiteB
      - crypto map VPN 10 ipsec-isakmp
    `,
  },
});
