import { routerOfEntries } from "../../testing/manyEntries.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { aclDenyThenPermit } from "./acl-deny-then-permit.ts";

const base = routerOfEntries(2, (number) => [`permit ip 10.${number}.0.0 0.0.255.255 10.200.0.0 0.0.255.255`]);

ruleTest(aclDenyThenPermit, base, {
  "the guide's example of what is not supported": `
    ip access-list extended L1
     deny ip 10.1.1.0 0.0.0.255 172.16.1.0 0.0.0.255   !also denied
     permit ip 10.0.0.0 0.255.255.255 172.16.0.0 0.15.255.255
    ip access-list extended L2
     permit ip 10.1.1.0 0.0.0.255 172.16.1.0 0.0.0.255   !want denied
  `,
  "the guide's example of what is supported": `
    ip access-list extended L1
     permit ip 10.1.1.0 0.0.0.255 172.16.1.0 0.0.0.255
    ip access-list extended L2
     permit ip 10.0.0.0 0.255.255.255 172.16.0.0 0.15.255.255
  `,
  "a deny of what no later entry wants": `
    ip access-list extended L1
     deny ip 10.1.1.0 0.0.0.255 172.16.1.0 0.0.0.255
     permit ip 10.1.0.0 0.0.255.255 172.16.0.0 0.15.255.255
  `,
  "beyond fifty they are counted": {
    base: routerOfEntries(53, (number) =>
      number === 1
        ? ["deny ip 10.0.0.0 0.255.255.255 10.200.9.0 0.0.0.255", "permit ip 10.0.0.0 0.255.255.255 any"]
        : [`permit ip 10.${number}.0.0 0.0.255.255 10.200.0.0 0.0.255.255${number > 51 ? "" : "   !want denied"}`],
    ),
    text: `
      @ crypto map VPN 10 ipsec-isakmp   !want more
    `,
  },
});
