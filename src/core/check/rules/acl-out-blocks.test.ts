import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { aclOutBlocks } from "./acl-out-blocks.ts";

const outbound = "ip access-group OUTSIDE-IN in => ip access-group OUT out";

ruleTest(aclOutBlocks, twoSites, {
  "a list that ends without a permit for ESP is reported as a whole": {
    text: `
      ${outbound}
      ip access-list extended OUT   !want blocked(error)
       permit tcp any any
       permit udp any any
      @ ip access-group OUT out   !also blocked
    `,
    says: [
      "SiteA: ACL OUT, outbound on GigabitEthernet0/0, does not let ESP (protocol 50) out to 203.0.113.2, a peer of crypto map VPN 10.",
    ],
  },
  "a deny is reported on its line": `
    ${outbound}
    ip access-list extended OUT
     permit tcp any any
     deny esp any any   !want blocked
     permit ip any any
  `,
  "AH counts where a set uses it": `
    ${outbound}
    crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 ah-sha256-hmac
    ip access-list extended OUT
     permit esp any any
     deny ahp any any   !want blocked
  `,
  "IKE is the router's own and not filtered, ESP is let out": `
    ${outbound}
    ip access-list extended OUT
     permit esp any any
  `,
  "no list at all filters nothing": ``,
});
