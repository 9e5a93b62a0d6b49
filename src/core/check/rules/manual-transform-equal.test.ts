import { manualSites } from "../../testing/manualSites.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { manualTransformEqual } from "./manual-transform-equal.ts";

const line = "crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac";

ruleTest(manualTransformEqual, manualSites, {
  "equal sets are none of it": ``,
  "sets that differ are reported at both ends": {
    text: `
      === SiteA
      ${line} => crypto ipsec transform-set TS-AES256 esp-gcm 256   !want differ(error)
      === SiteB
      @ ${line}   !also differ
    `,
    value: "SiteB",
  },
  "a mode that differs is enough": {
    text: `
      === SiteA
      @ ${line}   !want differ
      mode tunnel => mode transport
    `,
    value: "SiteA",
  },
});
