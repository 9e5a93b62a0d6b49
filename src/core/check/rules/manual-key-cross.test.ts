import { manualKeyLines, manualSites } from "../../testing/manualSites.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { manualKeyCross } from "./manual-key-cross.ts";

const { outbound, farInbound, fromA, fromB } = manualKeyLines;

ruleTest(manualKeyCross, manualSites, {
  "keys that cross are none of it, in whatever case": `
    ${outbound} => set session-key outbound esp 1002 cipher ${fromA.cipher.toUpperCase()} authenticator ${fromA.authenticator}
  `,
  "keys that differ are reported at both ends": {
    text: `
      === SiteA
      ${outbound} => set session-key outbound esp 1002 cipher ${fromA.cipher.replace("9f", "9e")} authenticator ${fromA.authenticator}   !want differ(error)
      === SiteB
      @ ${farInbound}   !also differ
    `,
    says: ["The ESP cipher keys that SiteA sends with under SPI 1002 differ from those that SiteB receives with."],
  },
  "authenticators are compared as well": `
    ${outbound} => set session-key outbound esp 1002 cipher ${fromA.cipher} authenticator ${fromB.authenticator}   !want differ
  `,
});
