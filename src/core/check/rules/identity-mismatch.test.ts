import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { identityMismatch } from "./identity-mismatch.ts";

const bound = `
    +crypto map VPN 10 ipsec-isakmp
     set isakmp-profile PEERS
`;

ruleTest(identityMismatch, twoSites, {
  "without a profile any identity will do": ``,
  "a profile for the peer's address takes it": `
    ${bound}
    crypto isakmp profile PEERS
       keyring default
       match identity address 203.0.113.2 255.255.255.255
  `,
  "a profile for another address does not": `
    ${bound}
    crypto isakmp profile PEERS   !want unmatched(error)
       keyring default
       match identity address 192.0.2.9 255.255.255.255
    === SiteB
    @ crypto map VPN 10 ipsec-isakmp   !also unmatched
  `,
  "a peer that calls itself by its name is not met by its address": {
    text: `
    ${bound}
    crypto isakmp profile PEERS   !want unmatched
       keyring default
       match identity address 203.0.113.2 255.255.255.255
    === SiteB
    ip domain name example.net
    crypto isakmp identity hostname   !also unmatched
    `,
    value: "host domain example.net",
  },
});
