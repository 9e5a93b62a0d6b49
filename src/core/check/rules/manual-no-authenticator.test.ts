import { manualKeyLines, manualSites } from "../../testing/manualSites.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { manualNoAuthenticator } from "./manual-no-authenticator.ts";

const { outbound, farInbound, fromA, fromB } = manualKeyLines;

ruleTest(manualNoAuthenticator, manualSites, {
  "keys that suit the transforms are none of it": ``,
  "an authenticator key that is missing is the one that the peer has": `
    === SiteA
    ${outbound} => set session-key outbound esp 1002 cipher ${fromA.cipher}   !want missing(error)
    === SiteB
    @ ${farInbound}   !also missing
  `,
  "where both ends lack it a person must say one": {
    text: `
      === SiteA
      ${outbound} => set session-key outbound esp 1002 cipher ${fromA.cipher}   !want missing
      === SiteB
      ${farInbound} => set session-key inbound esp 1002 cipher ${fromA.cipher}   !want missing
    `,
    value: fromB.authenticator,
  },
  "an authenticator key without an authenticator is too much": `
    crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-aes 256
    @ ${manualKeyLines.inbound}   !want unused(error)
    @ ${outbound}   !want unused(error)
  `,
});
