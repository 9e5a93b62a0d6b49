import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { p2PortsNotSwapped } from "./p2-ports-not-swapped.ts";

ruleTest(p2PortsNotSwapped, twoSites, {
  "ports that stand with their network on both sides are none of it": `
    === SiteA
    permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => permit tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 eq telnet
    === SiteB
    permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 => permit tcp 10.2.0.0 0.0.0.255 eq telnet 10.1.0.0 0.0.0.255
  `,
  "a port behind the destination on both sides is one report with both places": `
    === SiteA
    permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => permit tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 eq telnet   !want sameSide
    === SiteB
    permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 => permit tcp 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 eq telnet   !also sameSide
  `,
});
