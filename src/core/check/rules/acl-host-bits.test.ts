import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aclHostBits } from "./acl-host-bits.ts";

ruleTest(aclHostBits, twoSites, {
  "bits under the wildcard are reported with what IOS stores": {
    text: `
      ip access-list extended VPN-PEER
       permit ip 10.1.0.7 0.0.0.255 10.2.0.1 0.0.0.255   !want hostBits(warning)
    `,
    says: [
      "SiteA: ACL VPN-PEER has 10.1.0.7 0.0.0.255 and 10.2.0.1 0.0.0.255, which IOS stores as 10.1.0.0 0.0.0.255 and 10.2.0.0 0.0.0.255.",
    ],
  },
  "lists of translation and filters are read as IOS reads them too": `
    access-list 10 permit 192.168.3.7 0.0.0.255   !want hostBits
  `,
  "networks, hosts, and wildcards that are wrong themselves, are none of it": `
    ip access-list extended SPARE
     permit ip 10.1.0.0 0.0.0.255 host 10.2.0.9
     permit ip 10.1.0.0 255.255.255.0 any
     permit ip 10.1.0.20 0.0.0.248 any
  `,
});
