import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { rangeSeq } from "./range-seq.ts";

ruleTest(rangeSeq, twoSites, {
  "entries past the last sequence number are reported": {
    text: `
      crypto map VPN 70000 ipsec-isakmp   !want outside
       set peer 192.0.2.9
       set transform-set TS-AES256
       match address VPN-THIRD
      ip access-list extended VPN-THIRD
       permit ip 10.1.0.0 0.0.0.255 10.9.0.0 0.0.0.255
      crypto dynamic-map DYN 0   !want outside
       set transform-set TS-AES256
    `,
    says: [
      "SiteA: crypto dynamic-map has 0, and this release takes 1 to 65535.",
      "SiteA: crypto map has 70000, and this release takes 1 to 65535.",
    ],
    value: "60000",
  },
  "a line that is taken back was wrong all the same": `
    crypto map SPARE 70000 ipsec-isakmp   !want diagnostic
    no crypto map SPARE 70000
  `,
  "the first and the last are none of it": `
    crypto map SPARE 1 ipsec-isakmp
    crypto map SPARE 65535 ipsec-isakmp
  `,
});
