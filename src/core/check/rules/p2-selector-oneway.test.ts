import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { p2SelectorOneway } from "./p2-selector-oneway.ts";

ruleTest(p2SelectorOneway, twoSites, {
  "mirror images are none of it": ``,
  "a wider entry is reported where it stands, with the narrow one beside": `
    === SiteA
    permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => permit ip 10.1.0.0 0.0.255.255 10.2.0.0 0.0.0.255   !want wider(warning)
    === SiteB
    @ permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255   !also wider
  `,
  "a narrow entry leaves the report with the wide one": `
    === SiteA
    permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => permit tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255   !also wider
    === SiteB
    @ permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255   !want wider
  `,
  "where PFS takes the other direction, no end can start": `
    === SiteA
    permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => permit ip 10.1.0.0 0.0.255.255 10.2.0.0 0.0.0.255   !want wider(error)
    === SiteB
    - set pfs group14
  `,
});
