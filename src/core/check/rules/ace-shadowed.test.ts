import { ruleTest } from "../../testing/ruleTest.ts";
import { siteA } from "../../testing/twoSites.ts";
import { aceShadowed } from "./ace-shadowed.ts";

ruleTest(aceShadowed, `=== SiteA\n${siteA}`, {
  "a permit within an earlier permit": {
    text: `
      ip access-list extended VPN-PEER
       permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255   !also sameAction
       permit tcp host 10.1.0.9 10.2.0.0 0.0.0.255 eq 80   !want sameAction(warning)
    `,
    says: ["SiteA: line 20 of ACL VPN-PEER is never matched: line 10 takes all of its traffic before it."],
  },
  "a deny behind the permit that it should except from": {
    text: `
      ip access-list extended VPN-PEER
       permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255   !also opposite
       deny ip host 10.1.0.9 10.2.0.0 0.0.0.255   !want opposite(error)
    `,
    says: [
      "SiteA: line 20 of ACL VPN-PEER (deny) is never matched: line 10 (permit) takes all of its traffic before it.",
    ],
  },
  "a permit behind the deny that takes it": `
    ip access-list extended VPN-PEER
     deny ip any 10.2.0.0 0.0.0.255
     permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255   !want opposite
     permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255
  `,
  "two halves before the whole": `
    ip access-list extended VPN-PEER
     permit ip 10.1.0.0 0.0.0.127 10.2.0.0 0.0.0.255
     permit ip 10.1.0.128 0.0.0.127 10.2.0.0 0.0.0.255
     permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255   !want sameAction
  `,
  "an exception before the rule": `
    ip access-list extended VPN-PEER
     deny ip host 10.1.0.9 10.2.0.0 0.0.0.255
     permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
  `,
  "the same permit twice is another rule's": `
    ip access-list extended VPN-PEER
     permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
     permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
  `,
  "a line that wants more than addresses and ports covers nothing for certain": `
    ip access-list extended VPN-PEER
     permit tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 established
     permit tcp host 10.1.0.9 10.2.0.0 0.0.0.255
  `,
});
