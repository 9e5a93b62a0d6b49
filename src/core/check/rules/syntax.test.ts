import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { syntax } from "./syntax.ts";

ruleTest(syntax, twoSites, {
  "a word that no transform has": `
    crypto ipsec transform-set OTHER esp-ase 256   !want diagnostic(error)
  `,
  "a peer that is no address and no name": `
    +crypto map VPN 10 ipsec-isakmp
     set peer   !want diagnostic
  `,
  "a configuration that IOS takes": "",
});
