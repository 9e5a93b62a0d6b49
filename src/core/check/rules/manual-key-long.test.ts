import { manualKeyLines, manualSites } from "../../testing/manualSites.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { manualKeyLong } from "./manual-key-long.ts";

const { outbound, fromA } = manualKeyLines;

ruleTest(manualKeyLong, manualSites, {
  "keys of the right length are none of it": ``,
  "what is longer is cut": `
    ${outbound} => set session-key outbound esp 1002 cipher ${fromA.cipher}aa authenticator ${fromA.authenticator}   !want long(warning)
  `,
});
