import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { p2LifetimeDiffers } from "./p2-lifetime-differs.ts";

ruleTest(p2LifetimeDiffers, twoSites, {
  "equal lifetimes are none of it, wherever they are written": `
    === SiteA
    - set security-association lifetime seconds 3600
  `,
  "seconds that differ are noted once, at both ends": {
    text: `
      === SiteA
      @ set security-association lifetime seconds 3600   !want differ(info)
      === SiteB
      set security-association lifetime seconds 3600 => set security-association lifetime seconds 28800   !also differ
    `,
    says: [
      "SiteA proposes 3600 seconds, 4608000 kilobytes and SiteB 28800 seconds, 4608000 kilobytes: the smaller of both is used.",
    ],
  },
  "days are seconds too": `
    === SiteA
    set security-association lifetime seconds 3600 => set security-association lifetime days 2   !want differ
    === SiteB
    @ set security-association lifetime seconds 3600   !also differ
  `,
  "so are kilobytes, from the global line too": `
    === SiteA
    @ crypto map VPN 10 ipsec-isakmp   !want differ
    === SiteB
    crypto ipsec security-association lifetime kilobytes 100000   !also differ
  `,
  "no limit by volume is more than any": `
    === SiteA
    crypto ipsec security-association lifetime kilobytes disable   !want differ
    === SiteB
    @ crypto map VPN 10 ipsec-isakmp   !also differ
  `,
});
