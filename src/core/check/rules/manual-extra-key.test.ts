import { manualKeyLines, manualSites } from "../../testing/manualSites.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { manualExtraKey } from "./manual-extra-key.ts";

const { inbound, outbound, fromA } = manualKeyLines;

ruleTest(manualExtraKey, manualSites, {
  "keys that the set uses are none of it": ``,
  "AH keys without AH are ignored": `
    +crypto map VPN 10 ipsec-manual
     set session-key inbound ah 1005 ${fromA.authenticator}   !want protocol(warning)
  `,
  "so is a cipher key without a cipher": `
    crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-null esp-sha256-hmac
    @ ${inbound}   !want cipher(warning)
    @ ${outbound}   !want cipher(warning)
    === SiteB
    crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-null esp-sha256-hmac
    @ ${manualKeyLines.farInbound}   !want cipher(warning)
    @ ${manualKeyLines.farOutbound}   !want cipher(warning)
  `,
});
