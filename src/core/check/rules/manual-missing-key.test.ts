import { manualKeyLines, manualSites } from "../../testing/manualSites.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { manualMissingKey } from "./manual-missing-key.ts";

const { inbound, outbound, farOutbound, fromB } = manualKeyLines;

ruleTest(manualMissingKey, manualSites, {
  "a key each way is enough": ``,
  "a missing key is the one that the peer has": `
    === SiteA
    - ${inbound}
    @ ${outbound}   !want missing(error)
    === SiteB
    @ ${farOutbound}   !also missing
  `,
  "where both ends lack it, both get a new one": {
    text: `
      === SiteA
      - ${inbound}
      @ ${outbound}   !want missing
      === SiteB
      - ${farOutbound}
      @ ${manualKeyLines.farInbound}   !want missing
    `,
    value: `${fromB.cipher}${fromB.authenticator}`,
  },
  "AH needs keys of its own": {
    text: `
      crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 ah-sha256-hmac esp-aes 256 esp-sha256-hmac
      @ ${inbound}   !want missing, missing
      === SiteB
      crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 ah-sha256-hmac esp-aes 256 esp-sha256-hmac
      @ ${manualKeyLines.farInbound}   !want missing, missing
    `,
    value: fromB.authenticator,
  },
});
