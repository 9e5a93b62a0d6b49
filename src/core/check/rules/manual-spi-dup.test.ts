import { manualKeyLines, manualSites } from "../../testing/manualSites.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { manualSpiDup } from "./manual-spi-dup.ts";

const { inbound, outbound, fromA } = manualKeyLines;
const second = (peer: string, lines: string) => `
    crypto map VPN 20 ipsec-manual
     set peer ${peer}
     ${lines}
     set transform-set TS-AES256
     match address OTHER
    ip access-list extended OTHER
     permit ip 10.1.0.0 0.0.0.255 10.77.0.0 0.0.0.255
`;

ruleTest(manualSpiDup, manualSites, {
  "the same number in both directions is none of it": `
    === SiteA
    ${outbound} => ${outbound.replace("1002", "1001")}
    === SiteB
    ${manualKeyLines.farInbound} => ${manualKeyLines.farInbound.replace("1002", "1001")}
  `,
  "what comes in under one number is for one entry": `
    ${second("192.0.2.77", `set session-key inbound esp 1001 cipher ${fromA.cipher} authenticator ${fromA.authenticator}   !want twice(error)`)}
    @ ${inbound}   !also twice
  `,
  "what goes out to another peer may have the same number": `
    ${second("192.0.2.77", `set session-key outbound esp 1002 cipher ${fromA.cipher} authenticator ${fromA.authenticator}`)}
  `,
});
