import { routerOfEntries } from "../../testing/manyEntries.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { aclOverlapShadow } from "./acl-overlap-shadow.ts";

const base = routerOfEntries(3, (number) => [`permit ip 10.${number}.0.0 0.0.255.255 10.200.0.0 0.0.255.255`]);

ruleTest(aclOverlapShadow, base, {
  "a narrow list behind a wide one is never reached, and belongs before it": `
    ip access-list extended L1
     permit ip 10.0.0.0 0.255.255.255 10.200.0.0 0.0.255.255   !also shadowed
    - ip access-list extended L3
    - crypto map VPN 30 ipsec-isakmp
    @ permit ip 10.2.0.0 0.0.255.255 10.200.0.0 0.0.255.255   !want shadowed
  `,
  "the same traffic twice is no matter of order; the line can go where others are left": `
    ip access-list extended L2
     permit ip 10.1.0.0 0.0.255.255 10.200.0.0 0.0.255.255   !want shadowed
     permit ip 10.2.0.0 0.0.255.255 10.200.0.0 0.0.255.255
  `,
  "where there is no gap before the wide list, all entries get new numbers": `
    crypto map VPN 1 ipsec-isakmp
     set peer 192.0.9.9
     set transform-set TS
     match address L0
    ip access-list extended L0
     permit ip 10.3.0.0 0.0.255.255 10.0.0.0 0.255.255.255   !also shadowed
    @ permit ip 10.3.0.0 0.0.255.255 10.200.0.0 0.0.255.255   !want shadowed
  `,
  "a narrow list before a wide one is the supported pattern": `
    ip access-list extended L3
     permit ip 10.0.0.0 0.255.255.255 10.200.0.0 0.0.255.255
  `,
  "an entry without a peer is skipped, and takes nothing": `
    crypto map VPN 10 ipsec-isakmp
     set transform-set TS
     match address L1
    ip access-list extended L1
     permit ip any any
  `,
  "other ports are other traffic": `
    ip access-list extended L1
     permit tcp 10.2.0.0 0.0.255.255 10.200.0.0 0.0.255.255 eq 80
    ip access-list extended L2
     permit tcp 10.2.0.0 0.0.255.255 10.200.0.0 0.0.255.255 eq 443
  `,
  "beyond fifty they are counted": {
    capped: true,
    base: routerOfEntries(53, (number) => [
      number === 1
        ? "permit ip 10.0.0.0 0.255.255.255 any"
        : `permit ip 10.${number}.0.0 0.0.255.255 10.200.0.0 0.0.255.255${number > 51 ? "" : "   !want shadowed"}`,
    ]),
    text: `
      @ crypto map VPN 10 ipsec-isakmp   !want more
    `,
  },
});
