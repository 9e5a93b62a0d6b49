import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aclNetmaskAsWildcard } from "./acl-netmask-as-wildcard.ts";

ruleTest(aclNetmaskAsWildcard, twoSites, {
  "masks typed as wildcards are reported and inverted": {
    text: `
      ip access-list extended VPN-PEER
       permit ip 10.1.0.0 255.255.255.0 10.2.0.0 255.255.255.0   !want mask(error)
    `,
    says: [
      "SiteA: ACL VPN-PEER has a subnet mask where a wildcard belongs: IOS reads 10.1.0.0 255.255.255.0 and 10.2.0.0 255.255.255.0 as 0.0.0.0 255.255.255.0 and 0.0.0.0 255.255.255.0.",
    ],
  },
  "the stored form has lost its address, so nothing can be put in its place": `
    ip access-list extended SPARE
     permit ip 0.0.0.0 255.255.255.0 10.2.0.0 0.0.0.255   !want mask
  `,
  "a host with the mask of a host is any": `
    access-list 10 permit 10.1.0.9 255.255.255.255   !want mask
  `,
  "wildcards, any, hosts and a wildcard for all odd addresses are none of it": `
    ip access-list extended SPARE
     permit ip 0.0.0.0 255.255.255.255 10.2.0.0 0.0.255.255
     permit ip host 10.1.0.1 10.2.0.1 0.0.0.0
     permit ip 0.0.0.1 255.255.255.254 10.2.0.0 0.255.0.255
  `,
});
