import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { perHostHeavy } from "./per-host-heavy.ts";

ruleTest(perHostHeavy, twoSites, {
  "per-host associations between two subnets": `
    +crypto map VPN 10 ipsec-isakmp
     set security-association level per-host   !want heavy
    @ permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255   !also heavy
  `,
  "a few hosts are what it is for": `
    +crypto map VPN 10 ipsec-isakmp
     set security-association level per-host
    ip access-list extended VPN-PEER
     permit ip 10.1.0.0 0.0.0.15 host 10.2.0.9
  `,
  "without it any width is well": "",
  "sixteen hosts at either side are few, and thirty-two are many": `
    +crypto map VPN 10 ipsec-isakmp
     set security-association level per-host   !want heavy
    ip access-list extended VPN-PEER
     permit ip 10.1.0.0 0.0.0.15 10.2.0.0 0.0.0.15
     permit ip host 10.1.0.9 10.2.0.0 0.0.0.31   !also heavy
  `,
});
