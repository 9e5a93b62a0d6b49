import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { nameClash } from "./name-clash.ts";

ruleTest(nameClash, twoSites, {
  "one name for both is told on the dynamic map's first entry": `
    crypto map VPN 100 ipsec-isakmp dynamic VPN
    crypto dynamic-map VPN 10   !want sameName
     set transform-set TS-AES256
    crypto dynamic-map VPN 20
     set transform-set TS-AES256
  `,
  "names that differ, if only in case": `
    crypto map VPN 100 ipsec-isakmp dynamic vpn
    crypto dynamic-map vpn 10
     set transform-set TS-AES256
  `,
});
