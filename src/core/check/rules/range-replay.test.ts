import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { rangeReplay } from "./range-replay.ts";

ruleTest(rangeReplay, twoSites, {
  "values outside the range are reported": `
    crypto ipsec security-association replay window-size 100   !want outside
    +crypto map VPN 10 ipsec-isakmp
     set security-association replay window-size 2048   !want outside
  `,
  "a line that a later one overrules was wrong all the same": `
    crypto ipsec security-association replay window-size 100   !want diagnostic
    crypto ipsec security-association replay window-size 128
  `,
  "values at the ends of the range are none of it": `
    crypto ipsec security-association replay window-size 1024
    +crypto map VPN 10 ipsec-isakmp
     set security-association replay disable
  `,
});
