import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { asaSyntax } from "./asa-syntax.ts";

ruleTest(asaSyntax, twoSites, {
  "one-line crypto maps, tunnel groups and masks in access lists are an ASA's": `
    crypto map outside_map 1 match address outside_cryptomap   !want diagnostic
    crypto map outside_map interface outside   !want diagnostic
    tunnel-group 203.0.113.2 type ipsec-l2l   !want diagnostic
    access-list outside_cryptomap extended permit ip 10.1.0.0 255.255.255.0 10.2.0.0 255.255.255.0   !want diagnostic
  `,
  "the same things in IOS's form are none of it": ``,
});
