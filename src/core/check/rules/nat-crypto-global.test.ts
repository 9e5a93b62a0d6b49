import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { natCryptoGlobal } from "./nat-crypto-global.ts";

ruleTest(natCryptoGlobal, twoSites, {
  "a list that names a pool's addresses protects translated traffic": {
    text: `
      ip nat pool OVER 172.16.50.1 172.16.50.14 netmask 255.255.255.240
      ip nat inside source list NAT interface GigabitEthernet0/0 overload => ip nat inside source list NAT pool OVER
      ip access-list extended VPN-PEER
       permit ip 172.16.50.0 0.0.0.15 10.2.0.0 0.0.0.255   !want translated(info)
    `,
    says: [
      'SiteA: "permit ip 172.16.50.0 0.0.0.15 10.2.0.0 0.0.0.255" of ACL VPN-PEER protects what is translated to pool OVER first, which is right if it is meant.',
    ],
  },
  "so does one that names the address of a static translation": `
    ip nat inside source static 10.1.0.80 172.16.60.80
    +ip access-list extended VPN-PEER
     permit ip host 172.16.60.80 10.2.0.0 0.0.0.255   !want translated
  `,
  "local networks, any and a pool that no list names are none of it": `
    ip nat pool OVER 172.16.50.1 172.16.50.14 netmask 255.255.255.240
    +ip access-list extended VPN-PEER
     permit ip any 10.3.0.0 0.0.0.255
  `,
});
