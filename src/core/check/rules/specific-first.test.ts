import { routerOfEntries } from "../../testing/manyEntries.ts";
import { ruleTest } from "../../testing/ruleTest.ts";
import { specificFirst } from "./specific-first.ts";

const base = routerOfEntries(2, (number) => [`permit ip 10.${number}.0.0 0.0.255.255 10.200.0.0 0.0.255.255`]);

ruleTest(specificFirst, base, {
  "the guide's example of what is supported": `
    ip access-list extended L1
     permit ip 10.1.1.0 0.0.0.255 172.16.1.0 0.0.0.255   !also specific
    ip access-list extended L2
     permit ip 10.0.0.0 0.255.255.255 172.16.0.0 0.15.255.255   !want specific(info)
  `,
  "disjoint lists have no order": "",
  "beyond fifty they are counted": {
    base: routerOfEntries(53, (number) =>
      number === 1
        ? Array.from({ length: 52 }, (_, index) => `permit ip host 10.${index + 2}.0.1 host 10.200.0.1`)
        : [`permit ip 10.${number}.0.0 0.0.255.255 10.200.0.0 0.0.255.255${number > 51 ? "" : "   !want specific"}`],
    ),
    text: `
      @ crypto map VPN 10 ipsec-isakmp   !want more
    `,
  },
});
