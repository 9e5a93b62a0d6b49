import { manualKeyLines, manualSites } from "../../testing/manualSites.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { manualKeyLength } from "./manual-key-length.ts";

const { outbound, farInbound, fromA } = manualKeyLines;

ruleTest(manualKeyLength, manualSites, {
  "keys of the right length are none of it": ``,
  "a cipher key for AES-128 is too short for AES-256": {
    text: `
      === SiteA
      ${outbound} => set session-key outbound esp 1002 cipher 9f3c6a17d4e80b52c1f7a9364de2805b authenticator ${fromA.authenticator}   !want short(error)
      === SiteB
      @ ${farInbound}   !also short
    `,
    value: fromA.cipher,
    says: [
      "SiteA: the outbound ESP cipher key of crypto map VPN 10 is shorter than the 64 hexadecimal digits that transform set TS-AES256 needs.",
    ],
  },
  "an authenticator key may be short too": {
    text: `
      ${outbound} => set session-key outbound esp 1002 cipher ${fromA.cipher} authenticator 4b8e1d73f0a96c25   !want short
    `,
    value: fromA.authenticator,
  },
});
