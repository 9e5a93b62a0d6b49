import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { natDenyAfterPermit } from "./nat-deny-after-permit.ts";

ruleTest(natDenyAfterPermit, twoSites, {
  "a deny behind the permit comes too late, and moves up": {
    text: `
      ip access-list extended NAT
       permit ip 10.1.0.0 0.0.0.255 any   !also late
       deny ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255   !want late(error)
    `,
    says: [
      "SiteA translates ip 10.1.0.0/24 -> 10.2.0.0/24 by list NAT: the deny for it stands behind the permit that matches first.",
    ],
  },
  "numbers that a list shows have room between them": `
    version 17.3
    ip access-list extended NAT
     10 permit ip 10.1.0.0 0.0.0.255 any
     11 deny ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255   !want late
  `,
  "a deny before the permit is in time": `
    ip access-list extended NAT
     deny ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
     permit ip 10.1.0.0 0.0.0.255 any
     deny ip any any
  `,
  "a deny that is the list's end stays there, and the flow gets one of its own": `
    ip access-list extended NAT
     permit ip 10.1.0.0 0.0.0.255 any   !also late
     deny ip any any   !want late(error)
  `,
  "one that comes too late for a part is a warning": `
    ip access-list extended NAT
     permit ip 10.1.0.0 0.0.0.127 any   !also partly
     deny ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255   !want partly(warning)
     permit ip 10.1.0.0 0.0.0.255 any
  `,
});
