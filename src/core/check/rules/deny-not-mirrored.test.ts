import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { denyNotMirrored } from "./deny-not-mirrored.ts";

ruleTest(denyNotMirrored, twoSites, {
  "lists without denies are none of it": ``,
  "a deny that both ends have is none of it": `
    === SiteA
    ip access-list extended VPN-PEER
     deny ip host 10.1.0.9 10.2.0.0 0.0.0.255
     permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
    === SiteB
    ip access-list extended VPN-PEER
     deny ip 10.2.0.0 0.0.0.255 host 10.1.0.9
     permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255
  `,
  "a deny of other traffic keeps no tunnel down": `
    === SiteA
    ip access-list extended VPN-PEER
     deny ip host 10.1.0.9 10.3.0.0 0.0.0.255   !want oneSided(warning)
     permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
    === SiteB
    @ ip access-list extended VPN-PEER   !also oneSided
  `,
  "a deny within what the peer asks for refuses it": `
    === SiteA
    ip access-list extended VPN-PEER
     deny ip host 10.1.0.9 10.2.0.0 0.0.0.255   !want oneSided
     permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
  `,
  "where PFS keeps the other direction down there is no tunnel at all": `
    === SiteA
    - set pfs group14
    ip access-list extended VPN-PEER
     deny ip host 10.1.0.9 10.2.0.0 0.0.0.255   !want oneSided(error)
     permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
  `,
});
