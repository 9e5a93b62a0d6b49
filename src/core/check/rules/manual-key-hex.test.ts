import { manualKeyLines, manualSites } from "../../testing/manualSites.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { manualKeyHex } from "./manual-key-hex.ts";

const { outbound, fromA } = manualKeyLines;

ruleTest(manualKeyHex, manualSites, {
  "whole bytes are none of it": ``,
  "half a byte is": `
    ${outbound} => set session-key outbound esp 1002 cipher ${fromA.cipher}9 authenticator ${fromA.authenticator}   !want odd(error)
  `,
  "and so are other characters": `
    ${outbound} => set session-key outbound esp 1002 cipher ${fromA.cipher.replace("9f", "xy")} authenticator ${fromA.authenticator}   !want other(error)
  `,
});
