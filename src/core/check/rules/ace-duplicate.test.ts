import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aceDuplicate } from "./ace-duplicate.ts";

ruleTest(aceDuplicate, twoSites, {
  "one permit twice, spelled in two ways": {
    text: `
      ip access-list extended VPN-PEER
       permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255   !also twice
       permit ip 10.1.0.7 0.0.0.255 10.2.0.0 0.0.0.255 log   !want twice
    `,
    says: ["SiteA: line 20 of ACL VPN-PEER permits the same as line 10."],
  },
  "a wider permit is not the same": `
    ip access-list extended VPN-PEER
     permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
     permit ip 10.1.0.0 0.0.1.255 10.2.0.0 0.0.0.255
  `,
  "lists that are not for crypto maps are none of it": `
    +ip access-list extended NAT
     permit ip 10.1.0.0 0.0.0.255 any
  `,
});
