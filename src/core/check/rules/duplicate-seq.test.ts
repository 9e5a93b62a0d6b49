import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { duplicateSeq } from "./duplicate-seq.ts";

ruleTest(duplicateSeq, twoSites, {
  "one sequence as two types": `
    @ crypto map VPN 10 ipsec-isakmp   !want twoTypes
    crypto map VPN 10 ipsec-manual
     set peer 203.0.113.2
  `,
  "an entry that is opened again without a type, or as the same one, goes on": `
    crypto map VPN 10
     set security-association lifetime seconds 1800
  `,
  "the same number in another map is another entry": `
    crypto map MANUAL 10 ipsec-manual
     set peer 203.0.113.2
  `,
});
