import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { pskNoXauth } from "./psk-no-xauth.ts";

const clients = `
    aaa new-model
    aaa authentication login CLIENTS local
    username someone secret 9 $9$abcdefgh
    crypto map VPN client authentication list CLIENTS
`;

ruleTest(pskNoXauth, twoSites, {
  "a map without clients is none of it": ``,
  "a site-to-site key on a map that asks clients for a user": `
    ${clients}
    @ crypto map VPN client authentication list CLIENTS   !also asks
    @ crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2   !want asks(error)
  `,
  "a key with no-xauth is asked nothing": `
    ${clients}
    crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2 => crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2 no-xauth
  `,
  "a peer that is not in the design is asked as well": `
    === SiteA
    ${clients}
    set peer 203.0.113.2 => set peer 192.0.2.77
    crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2 => crypto isakmp key Long-Shared-Key-2024 address 192.0.2.77   !want asks(error)
    === SiteB
    - crypto map VPN 10 ipsec-isakmp
  `,
  "a wildcard key stays as it is for the clients": `
    ${clients}
    crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2 => crypto isakmp key Long-Shared-Key-2024 address 0.0.0.0   !want asks
  `,
  "the other end's map may be the one that asks": `
    === SiteB
    ${clients}
    @ crypto map VPN client authentication list CLIENTS   !also asks
    @ crypto isakmp key Long-Shared-Key-2024 address 198.51.100.2   !want asks
  `,
  "the other end's wildcard key stays as well": `
    === SiteB
    ${clients}
    crypto isakmp key Long-Shared-Key-2024 address 198.51.100.2 => crypto isakmp key Long-Shared-Key-2024 address 0.0.0.0   !want asks
  `,
});
