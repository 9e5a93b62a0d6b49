import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { profileBothIke } from "./profile-both-ike.ts";

ruleTest(profileBothIke, twoSites, {
  "a crypto map entry with both": `
    +crypto map VPN 10 ipsec-isakmp
     set isakmp-profile P1   !also both
     set ikev2-profile P2   !want both
  `,
  "an IPsec profile with both": `
    crypto ipsec profile VTI
     set isakmp-profile P1
     set ikev2-profile P2   !want both
  `,
  "one of them is how it is done": `
    +crypto map VPN 10 ipsec-isakmp
     set ikev2-profile P2
    crypto ipsec profile VTI
     set isakmp-profile P1
  `,
});
