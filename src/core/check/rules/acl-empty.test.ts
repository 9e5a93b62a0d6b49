import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aclEmpty } from "./acl-empty.ts";

ruleTest(aclEmpty, twoSites, {
  "a list of remarks alone is empty, and both its use and the list are shown": `
    ip access-list extended VPN-PEER   !also empty
     remark to the other site
    @ match address VPN-PEER   !want empty
  `,
  "a list with a deny is not empty": `
    ip access-list extended VPN-PEER
     deny ip any any
  `,
  "an empty list that no crypto map uses is none of it": `
    ip access-list extended LATER
     remark not yet
  `,
});
