import { manualKeyLines, manualSites } from "../../testing/manualSites.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { manualWeakKey } from "./manual-weak-key.ts";

const { outbound, farInbound, fromA, fromB } = manualKeyLines;

ruleTest(manualWeakKey, manualSites, {
  "random keys are none of it": ``,
  "a pattern as guides print it is changed at both ends": {
    text: `
      === SiteA
      ${outbound} => set session-key outbound esp 1002 cipher ${"0123456789abcdef".repeat(4)} authenticator ${fromA.authenticator}   !want pattern(warning)
      === SiteB
      ${farInbound} => set session-key inbound esp 1002 cipher ${"0123456789abcdef".repeat(4)} authenticator ${fromA.authenticator}   !want pattern(warning)
    `,
    value: fromA.cipher,
  },
  "one key for both directions": {
    text: `
      === SiteA
      ${outbound} => set session-key outbound esp 1002 cipher ${fromB.cipher} authenticator ${fromA.authenticator}   !want both(warning)
      === SiteB
      ${farInbound} => set session-key inbound esp 1002 cipher ${fromB.cipher} authenticator ${fromA.authenticator}   !also both
      @ ${manualKeyLines.farOutbound}   !want both(warning)
    `,
    value: fromA.cipher,
  },
});
