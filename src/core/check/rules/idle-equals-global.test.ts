import { ruleTest } from "../../testing/ruleTest.ts";
import { siteA } from "../../testing/twoSites.ts";
import { idleEqualsGlobal } from "./idle-equals-global.ts";

ruleTest(idleEqualsGlobal, `=== SiteA\n${siteA}`, {
  "the same idle time twice, with a default peer": `
    crypto ipsec security-association idle-time 600   !also same
    set peer 203.0.113.2 => set peer 203.0.113.2 default
    +crypto map VPN 10 ipsec-isakmp
     set security-association idle-time 600 default   !want same
  `,
  "the idle time is for the default peer where that alone is marked": `
    crypto ipsec security-association idle-time 600   !also same
    set peer 203.0.113.2 => set peer 203.0.113.2 default
    +crypto map VPN 10 ipsec-isakmp
     set security-association idle-time 600   !want same
  `,
  "a short one is doubled, since half of it would be too little": `
    crypto ipsec security-association idle-time 60
    +crypto map VPN 10 ipsec-isakmp
     set security-association idle-time 60 default   !want same
  `,
  "another idle time is added": `
    crypto ipsec security-association idle-time 600
    set peer 203.0.113.2 => set peer 203.0.113.2 default
    +crypto map VPN 10 ipsec-isakmp
     set security-association idle-time 300 default
  `,
  "without a default peer it makes no difference": `
    crypto ipsec security-association idle-time 600
    +crypto map VPN 10 ipsec-isakmp
     set security-association idle-time 600
  `,
  "half of two minutes can be set": `
    crypto ipsec security-association idle-time 120
    +crypto map VPN 10 ipsec-isakmp
     set security-association idle-time 120 default   !want same
  `,
  "half of less can't": `
    crypto ipsec security-association idle-time 119
    +crypto map VPN 10 ipsec-isakmp
     set security-association idle-time 119 default   !want same
  `,
});
