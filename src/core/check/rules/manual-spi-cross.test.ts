import { manualKeyLines, manualSites } from "../../testing/manualSites.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { manualSpiCross } from "./manual-spi-cross.ts";

const { outbound, farInbound } = manualKeyLines;

ruleTest(manualSpiCross, manualSites, {
  "SPIs that cross are none of it": ``,
  "one that the peer does not receive with is reported at both ends": {
    text: `
      === SiteA
      ${outbound} => ${outbound.replace("1002", "1003")}   !want differ(error)
      === SiteB
      @ ${farInbound}   !also differ
    `,
    says: ["SiteA sends ESP with SPI 1003, but SiteB receives with SPI 1002."],
  },
});
