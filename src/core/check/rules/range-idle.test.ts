import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { rangeIdle } from "./range-idle.ts";

ruleTest(rangeIdle, twoSites, {
  "values outside the range are reported": `
    crypto ipsec security-association idle-time 30   !want outside
    +crypto map VPN 10 ipsec-isakmp
     set security-association idle-time 100000   !want outside
  `,
  "a line that a later one overrules was wrong all the same": `
    crypto ipsec security-association idle-time 30   !want diagnostic
    crypto ipsec security-association idle-time 60
  `,
  "values at the ends of the range are none of it": `
    crypto ipsec security-association idle-time 60
    +crypto map VPN 10 ipsec-isakmp
     set security-association idle-time 86400
  `,
});
