import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aclClearPermitOld } from "./acl-clear-permit-old.ts";

ruleTest(aclClearPermitOld, twoSites, {
  "a permit for the tunnel's clear text is noted and can go": `
    +ip access-list extended OUTSIDE-IN
     permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255   !want needless
     permit tcp 10.2.0.0 0.0.0.255 host 10.1.0.80 eq www   !want needless
    @ permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255   !also needless
  `,
  "a wider permit, a deny and the other direction are none of it": `
    +ip access-list extended OUTSIDE-IN
     deny ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255
     permit ip any 10.1.0.0 0.0.0.255
     permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
  `,
  "a release that may still look twice needs the line": `
    version 12.3
    +ip access-list extended OUTSIDE-IN
     permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255
  `,
  "the only line of a list stays, since an empty list filters nothing": `
    +interface GigabitEthernet0/0
     ip access-group CLEAR in
    ip access-list extended CLEAR
     permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255   !want needless
  `,
  "a release of before needs it all the more": `
    version 11.3
    +ip access-list extended OUTSIDE-IN
     permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255
  `,
  "the next one does not": `
    version 12.4
    +ip access-list extended OUTSIDE-IN
     permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255   !want needless
  `,
  "the list of a crypto map on another interface is none of it": `
    interface GigabitEthernet0/2
     ip address 192.0.2.2 255.255.255.252
     ip access-group OTHER-IN in
     crypto map OTHER
    crypto map OTHER 10 ipsec-isakmp
     set peer 192.0.2.77
     set transform-set TS-AES256
     match address OTHER
    ip access-list extended OTHER
     permit ip 10.1.0.0 0.0.0.255 10.77.0.0 0.0.255.255
    ip access-list extended OTHER-IN
     permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255
     permit ip 10.77.0.0 0.0.255.255 10.1.0.0 0.0.0.255   !want needless
     permit udp any any
     permit esp any any
  `,
});
