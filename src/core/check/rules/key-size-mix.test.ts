import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { keySizeMix } from "./key-size-mix.ts";

ruleTest(keySizeMix, twoSites, {
  "group 14 and SHA-256 suit AES-256, and AES-128 suits anything": `
    crypto isakmp policy 20
     encr aes
     authentication pre-share
     group 5
  `,
  "group and hash are raised at both ends": {
    text: `
      === SiteA
      @ encr aes 256   !want policy(info)
      group 14 => group 2
      hash sha256 => hash sha
      === SiteB
      @ encr aes 256   !want policy(info)
      group 14 => group 2
      hash sha256 => hash sha
    `,
    says: [
      "SiteA: ISAKMP policy 10 has AES-256 beside group 2 and SHA-1, which is far weaker.",
      "SiteB: ISAKMP policy 10 has AES-256 beside group 2 and SHA-1, which is far weaker.",
    ],
  },
});
