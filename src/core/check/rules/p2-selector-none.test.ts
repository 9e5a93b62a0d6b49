import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { p2SelectorNone } from "./p2-selector-none.ts";

ruleTest(p2SelectorNone, twoSites, {
  "mirror images are none of it": ``,
  "an entry that the peer does not permit is reported on that entry": `
    === SiteA
    +ip access-list extended VPN-PEER
     permit ip 10.9.0.0 0.0.255.255 10.2.0.0 0.0.0.255   !want noMirror
    === SiteB
    @ ip access-list extended VPN-PEER   !also noMirror
  `,
  "two entries that have nothing in common are each reported": `
    === SiteA
    @ permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255   !want noMirror
    === SiteB
    permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 => permit ip 10.2.0.0 0.0.0.255 10.9.0.0 0.0.0.255   !want noMirror
  `,
  "entries of which neither covers the other are one report with both places": `
    === SiteA
    permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.1.255   !want overlap
    === SiteB
    permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 => permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.1.255   !also overlap
  `,
  "a peer whose access list is missing permits nothing": `
    === SiteA
    @ permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255   !want noList
    === SiteB
    - ip access-list extended VPN-PEER
  `,
});
