import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { ikeVersionMismatch } from "./ike-version-mismatch.ts";

const newer = `
    crypto ikev2 keyring RING
     peer ANY
      address 0.0.0.0 0.0.0.0
      pre-shared-key Long-Shared-Key-2024
    crypto ikev2 profile NEWER
     match identity remote any
     authentication local pre-share
     authentication remote pre-share
     keyring local RING
`;

ruleTest(ikeVersionMismatch, twoSites, {
  "the same version at both ends is none of it": ``,
  "an IKEv2 profile at one end is reported once, at both": `
    === SiteA
    ${newer}
    +crypto map VPN 10 ipsec-isakmp
     set ikev2-profile NEWER   !want differ(error)
    === SiteB
    @ crypto map VPN 10 ipsec-isakmp   !also differ
  `,
  "the end without may take a profile that it has": {
    text: `
    === SiteA
    ${newer}
    @ crypto map VPN 10 ipsec-isakmp   !want differ
    === SiteB
    ${newer}
    +crypto map VPN 10 ipsec-isakmp
     set ikev2-profile NEWER   !also differ
    `,
    value: "IKEv2 profile NEWER",
  },
});
