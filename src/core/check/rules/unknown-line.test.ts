import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { unknownLine } from "./unknown-line.ts";

ruleTest(unknownLine, twoSites, {
  "a line about VPNs that is not understood is noted where it stands": `
    +crypto map VPN 10 ipsec-isakmp
     set frobnication 7   !want diagnostic(info)
  `,
  "what has nothing to do with VPNs is kept without a word": `
    ip http server
    router ospf 1
     network 10.0.0.0 0.255.255.255 area 0
    line vty 0 4
     login local
  `,
});
