import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { rangeLifetime } from "./range-lifetime.ts";

ruleTest(rangeLifetime, twoSites, {
  "lifetimes of IKE, of IPsec and of one entry are reported": {
    text: `
      lifetime 28800 => lifetime 30   !want outside
      crypto ipsec security-association lifetime seconds 60   !want outside
      set security-association lifetime seconds 3600 => set security-association lifetime seconds 100000   !want outside
      +crypto map VPN 10 ipsec-isakmp
       set security-association lifetime kilobytes 1000   !want outside
    `,
  },
  "IOS-XE takes longer ones": `
    version 17.3
    set security-association lifetime seconds 3600 => set security-association lifetime seconds 2592000
    +crypto map VPN 10 ipsec-isakmp
     set security-association lifetime kilobytes 4294967295
  `,
  "a line that a later one overrules was wrong all the same": `
    crypto ipsec security-association lifetime seconds 60   !want diagnostic
    crypto ipsec security-association lifetime seconds 7200
  `,
  "values within the range, and no limit by volume, are none of it": `
    +crypto map VPN 10 ipsec-isakmp
     set security-association lifetime kilobytes disable
    crypto ipsec security-association lifetime seconds 86400
  `,
});
