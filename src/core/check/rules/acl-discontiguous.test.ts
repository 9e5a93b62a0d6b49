import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aclDiscontiguous } from "./acl-discontiguous.ts";

ruleTest(aclDiscontiguous, twoSites, {
  "a wildcard with holes is a warning where the release may take it": `
    ip access-list extended VPN-PEER
     permit ip 10.1.0.0 0.0.255.0 10.2.0.0 0.0.0.255   !want holes(warning)
    @ match address VPN-PEER   !also holes
  `,
  "IOS-XE takes none": `
    version 17.3
    ip access-list extended VPN-PEER
     10 permit ip 10.1.0.0 0.0.255.0 10.2.0.0 0.0.0.255   !want holes(error)
  `,
  "a mask in the wildcard's place is inverted on IOS-XE": `
    version 17.3
    ip access-list extended VPN-PEER
     10 permit ip 10.1.0.0 255.255.255.0 10.2.0.0 0.0.0.255   !want holes(error)
  `,
  "elsewhere the same mask is another rule's": `
    ip access-list extended VPN-PEER
     permit ip 10.1.0.0 255.255.255.0 10.2.0.0 0.0.0.255
  `,
  "wildcards without holes, and lists of something else, are none of it": `
    ip access-list extended SPARE
     permit ip 10.1.0.0 0.0.255.0 any
  `,
});
