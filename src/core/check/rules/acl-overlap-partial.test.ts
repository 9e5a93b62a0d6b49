import { routerOfEntries } from "../../testing/manyEntries.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { aclOverlapPartial } from "./acl-overlap-partial.ts";

const base = routerOfEntries(3, (number) => [`permit ip 10.${number}.0.0 0.0.255.255 10.200.0.0 0.0.255.255`]);

ruleTest(aclOverlapPartial, base, {
  "lists that share traffic, neither within the other": `
    ip access-list extended L1
     permit ip 10.2.0.0 0.0.0.255 10.0.0.0 0.255.255.255   !also partial
    @ permit ip 10.2.0.0 0.0.255.255 10.200.0.0 0.0.255.255   !want partial(warning)
  `,
  "two halves before the whole leave nothing of it": `
    ip access-list extended L1
     permit ip 10.3.0.0 0.0.127.255 10.200.0.0 0.0.255.255
    ip access-list extended L2
     permit ip 10.3.128.0 0.0.127.255 10.200.0.0 0.0.255.255
    @ permit ip 10.3.0.0 0.0.255.255 10.200.0.0 0.0.255.255   !want together(error)
  `,
  "a list within a later one, and disjoint lists": `
    ip access-list extended L1
     permit ip 10.3.0.0 0.0.127.255 10.200.0.0 0.0.255.255
  `,
  "beyond fifty they are counted": {
    base: routerOfEntries(53, (number) => [
      number === 1
        ? "permit ip 10.0.0.0 0.255.0.255 10.0.0.0 0.255.255.255"
        : `permit ip 10.${number}.0.0 0.0.255.255 10.200.0.0 0.0.255.255${number > 51 ? "" : "   !want partial"}`,
    ]),
    text: `
      @ crypto map VPN 10 ipsec-isakmp   !want more
    `,
  },
});
