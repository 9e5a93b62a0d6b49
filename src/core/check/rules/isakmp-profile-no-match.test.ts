import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { isakmpProfileNoMatch } from "./isakmp-profile-no-match.ts";

ruleTest(isakmpProfileNoMatch, twoSites, {
  "a profile that an entry names is to match the entry's peer": `
    crypto isakmp profile PEERS   !want used(error)
       keyring default
    +crypto map VPN 10 ipsec-isakmp
     set isakmp-profile PEERS
  `,
  "a profile that nothing names is worth a warning": {
    text: `
      crypto isakmp profile PEERS   !want unused(warning)
         keyring default
    `,
    value: "203.0.113.2",
  },
  "any match will do": `
    crypto isakmp profile PEERS
       keyring default
       match identity address 203.0.113.2 255.255.255.255
    crypto isakmp profile CLIENTS
       match identity group STAFF
    crypto isakmp profile CERTIFIED
       match certificate MAP
  `,
});
