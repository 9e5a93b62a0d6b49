import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { p1NoCommon } from "./p1-no-common.ts";

ruleTest(p1NoCommon, twoSites, {
  "equal policies are none of it": ``,
  "equal policies under other priorities are none of it": `
    === SiteB
    crypto isakmp policy 10 => crypto isakmp policy 40
  `,
  "a lifetime alone makes no difference": `
    === SiteB
    lifetime 28800 => lifetime 3600
  `,
  "policies that differ are reported where they differ first, on both ends": {
    text: `
      === SiteA
      @ hash sha256   !want differ(error)
      === SiteB
      hash sha256 => hash sha512   !also differ
    `,
    value: "SiteB policy 10: aes 256, sha512, pre-share, group 14",
  },
  "a key length is part of the encryption": `
    === SiteA
    encr aes 256 => encr aes   !want differ
  `,
  "a policy that leaves everything to IOS has DES and group 1": `
    === SiteB
    crypto isakmp policy 10
     authentication pre-share
    === SiteA
    @ encr aes 256   !want differ
  `,
  "a router that was left without any policy is reported at the entry that needs one": `
    === SiteA
    @ crypto map VPN 10 ipsec-isakmp   !want none
    === SiteB
    @ crypto map VPN 10 ipsec-isakmp   !also none
    - crypto isakmp policy 10
    no crypto isakmp default policy
  `,
  "it is the first end, too, that may be left without any": `
    === SiteA
    @ crypto map VPN 10 ipsec-isakmp   !want none
    - crypto isakmp policy 10
    no crypto isakmp default policy
    === SiteB
    @ crypto map VPN 10 ipsec-isakmp   !also none
  `,
});
