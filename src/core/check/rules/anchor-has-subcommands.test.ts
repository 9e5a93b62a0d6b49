import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { anchorHasSubcommands } from "./anchor-has-subcommands.ts";

ruleTest(anchorHasSubcommands, twoSites, {
  "lines of an anchor are reported on the first of them": {
    text: `
      crypto map VPN 100 ipsec-isakmp dynamic DYN
       set peer 192.0.2.1   !want ignored
       set transform-set TS-AES256
       match address VPN-PEER
      crypto dynamic-map DYN 10
       set transform-set TS-AES256
    `,
    says: [
      "SiteA: crypto map VPN 100 anchors dynamic map DYN, so its own lines (set peer, set transform-set, match address) are ignored.",
    ],
  },
  "a description may stand there": `
    crypto map VPN 100 ipsec-isakmp dynamic DYN
     description for everybody else
    crypto dynamic-map DYN 10
     set transform-set TS-AES256
  `,
  "each ignored line is told by its command, and the description stays": {
    text: `
      crypto map VPN 100 ipsec-isakmp dynamic DYN
       description for everybody else
       set security-association lifetime seconds 7200   !want ignored
       set security-association lifetime kilobytes 100000
       set security-association idle-time 600
       set security-association level per-host
       set pfs group14
       set isakmp-profile PROFILE
       reverse-route
      crypto isakmp profile PROFILE
       match identity address 192.0.2.1 255.255.255.255
      crypto dynamic-map DYN 10
       set transform-set TS-AES256
    `,
  },
  "an entry of its own may say all that": `
    crypto map VPN 100 ipsec-isakmp
     set peer 192.0.2.1
     match address VPN-PEER
  `,
});
