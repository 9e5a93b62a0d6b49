import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { peerNotReciprocal } from "./peer-not-reciprocal.ts";

ruleTest(peerNotReciprocal, twoSites, {
  "entries that name each other's endpoint are none of it": ``,
  "a peer that is another address of the right router is reported where it is named": `
    === SiteB
    set peer 198.51.100.2 => set peer 10.1.0.1   !want otherAddress(error)
  `,
  "a peer that has no entry at all is reported at whoever names it": `
    === SiteB
    - crypto map VPN 10 ipsec-isakmp
    === SiteA
    @ set peer 203.0.113.2   !want nobody
  `,
  "of several peers only the one that is another address is corrected": `
    === SiteB
    set peer 198.51.100.2 => set peer 192.0.2.77
    +crypto map VPN 10 ipsec-isakmp
     set peer 10.1.0.1   !want otherAddress(error)
  `,
});
