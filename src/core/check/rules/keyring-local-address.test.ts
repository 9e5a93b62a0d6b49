import { ruleTest } from "../../testing/ruleTest.ts";
import { twoSites } from "../../testing/twoSites.ts";
import { keyringLocalAddress } from "./keyring-local-address.ts";

const loopback = `
    - crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2
    interface Loopback0
     ip address 192.0.2.1 255.255.255.255
`;

ruleTest(keyringLocalAddress, twoSites, {
  "a keyring that is bound to the endpoint is looked into": `
    ${loopback}
    crypto keyring RING
      local-address GigabitEthernet0/0
      pre-shared-key address 203.0.113.2 key Long-Shared-Key-2024
  `,
  "a keyring that is bound to a loopback holds no key for another endpoint": `
    ${loopback}
    crypto keyring RING
      local-address Loopback0
      pre-shared-key address 203.0.113.2 key Long-Shared-Key-2024   !want elsewhere(error)
    @ set peer 203.0.113.2   !also elsewhere
  `,
  "nor does one whose profile is bound so": `
    ${loopback}
    crypto keyring RING
      pre-shared-key address 203.0.113.2 key Long-Shared-Key-2024   !want elsewhere(error)
    crypto isakmp profile PEERS
       keyring RING
       match identity address 203.0.113.2 255.255.255.255
       local-address 192.0.2.1
    +crypto map VPN 10 ipsec-isakmp
     set isakmp-profile PEERS
  `,
  "a profile that names the endpoint's address stays as it is": `
    ${loopback}
    crypto keyring RING
      local-address Loopback0
      pre-shared-key address 203.0.113.2 key Long-Shared-Key-2024   !want elsewhere
    crypto isakmp profile PEERS
       keyring RING
       match identity address 203.0.113.2 255.255.255.255
       local-address 198.51.100.2
    +crypto map VPN 10 ipsec-isakmp
     set isakmp-profile PEERS
  `,
  "a profile of the whole crypto map is one too": `
    ${loopback}
    crypto keyring RING
      pre-shared-key address 203.0.113.2 key Long-Shared-Key-2024   !want elsewhere
    crypto isakmp profile PEERS
       keyring RING
       match identity address 203.0.113.2 255.255.255.255
       local-address Loopback0
    crypto map VPN isakmp-profile PEERS
  `,
});
