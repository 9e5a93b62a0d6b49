import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aclNoPermit } from "./acl-no-permit.ts";

ruleTest(aclNoPermit, twoSites, {
  "a list that only denies protects nothing": `
    ip access-list extended VPN-PEER   !also noPermit
     deny ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
    @ match address VPN-PEER   !want noPermit
  `,
  "a deny before a permit is how exceptions are written": `
    ip access-list extended VPN-PEER
     deny ip host 10.1.0.9 10.2.0.0 0.0.0.255
     permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
  `,
  "a list without any entry is another rule's": `
    ip access-list extended VPN-PEER
     remark nothing
  `,
});
