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
  "a piece of sixteen digits over and over is a pattern, one of seventeen is none": {
    text: `
      === SiteA
      ${outbound} => set session-key outbound esp 1002 cipher ${"9f3c6a17d4e80b52".repeat(4)} authenticator ${"9f3c6a17d4e80b521".repeat(4).slice(0, 64)}   !want pattern
      === SiteB
      ${farInbound} => set session-key inbound esp 1002 cipher ${"9f3c6a17d4e80b52".repeat(4)} authenticator ${"9f3c6a17d4e80b521".repeat(4).slice(0, 64)}   !want pattern
    `,
    value: fromA.cipher,
  },
  "digits that count down are a pattern, in capitals too": {
    text: `
      === SiteA
      ${outbound} => set session-key outbound esp 1002 cipher ${"FEDCBA9876543210".repeat(4)} authenticator ${fromA.authenticator}   !want pattern
      === SiteB
      ${farInbound} => set session-key inbound esp 1002 cipher ${"FEDCBA9876543210".repeat(4)} authenticator ${fromA.authenticator}   !want pattern
    `,
    value: fromA.cipher,
  },
});
