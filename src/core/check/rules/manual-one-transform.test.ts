import { manualSites } from "../../testing/manualSites.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { manualOneTransform } from "./manual-one-transform.ts";

ruleTest(manualOneTransform, manualSites, {
  "one set is what keys are for": ``,
  "a second set is one too many": `
    crypto ipsec transform-set OTHER esp-3des esp-sha-hmac
    set transform-set TS-AES256 => set transform-set TS-AES256 OTHER   !want several(error)
  `,
  "without a set nothing can be protected": `
    - set transform-set TS-AES256
    @ crypto map VPN 10 ipsec-manual   !want none(error)
  `,
});
