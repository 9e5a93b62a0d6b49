import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { p2SelectorReversed } from "./p2-selector-reversed.ts";

ruleTest(p2SelectorReversed, twoSites, {
  "mirror images are none of it": ``,
  "an entry that was copied to the peer is one report with both places": `
    === SiteA
    @ permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255   !want copied
    === SiteB
    permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 => permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255   !also copied
  `,
  "other networks are another rule's business": `
    === SiteB
    permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 => permit ip 10.7.0.0 0.0.0.255 10.8.0.0 0.0.0.255
  `,
  "of two copies, the one whose source is no network of its router is turned": `
    === SiteA
    permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255   !want copied
    === SiteB
    @ permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255   !also copied
  `,
  "where no router has the networks, either may be turned": `
    === SiteA
    permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => permit ip 10.71.0.0 0.0.0.255 10.72.0.0 0.0.0.255   !want copied
    === SiteB
    permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 => permit ip 10.71.0.0 0.0.0.255 10.72.0.0 0.0.0.255   !also copied
  `,
});
