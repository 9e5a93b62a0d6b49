import { manualKeyLines, manualSites } from "../../testing/manualSites.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { manualSpiRange } from "./manual-spi-range.ts";

const { outbound, farInbound } = manualKeyLines;

ruleTest(manualSpiRange, manualSites, {
  "SPIs from 256 on are none of it": ``,
  "a reserved one is changed at both ends": `
    === SiteA
    ${outbound} => ${outbound.replace("1002", "200")}   !want outside(error)
    === SiteB
    ${farInbound} => ${farInbound.replace("1002", "200")}   !want outside(error)
  `,
  "32 bits have no more": `
    === SiteA
    ${outbound} => ${outbound.replace("1002", "4294967296")}   !want outside
    === SiteB
    ${farInbound} => ${farInbound.replace("1002", "4294967296")}   !want outside
  `,
});
