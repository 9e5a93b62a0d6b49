import { manualKeyLines } from "./manualSites.ts";

/** Changes that few people make, of the same pair and in the same notation as `mutations`. */
export const rareMutations: Readonly<Record<string, string>> = {
  "a wide list against forward secrecy at the other side": `=== SiteA
permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => permit ip 10.1.0.0 0.0.255.255 10.2.0.0 0.0.0.255
=== SiteB
- set pfs group14`,
  "a deny at one side": `=== SiteA
ip access-list extended VPN-PEER
 deny ip host 10.1.0.9 10.2.0.0 0.0.0.255
 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255`,
  "another deny at the other side": `=== SiteB
ip access-list extended VPN-PEER
 deny ip host 10.2.0.9 10.1.0.0 0.0.0.255
 permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255`,
  "ports that are not swapped": `=== SiteA
permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => permit tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 eq 22
=== SiteB
permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 => permit tcp 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 eq 22`,
  "forward secrecy without a group": `=== SiteA
set pfs group14 => set pfs`,
  "transport mode is required": `=== SiteA
mode tunnel => mode transport require`,
  "certificates at one side": `=== SiteB
authentication pre-share => authentication rsa-sig`,
  "no policy at one side": `=== SiteA
- crypto isakmp policy 10`,
  "no policy at either side": `=== SiteA
- crypto isakmp policy 10
=== SiteB
- crypto isakmp policy 10`,
  "no policy, not even a built-in one": `=== SiteA
no crypto isakmp default policy
- crypto isakmp policy 10`,
  "a release that refuses what both have": `=== SiteA
version 17.12
group 14 => group 2
=== SiteB
group 14 => group 2`,
  "a release that refuses the cipher": `=== SiteB
version 17.12
crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-3des esp-sha256-hmac
=== SiteA
crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-3des esp-sha256-hmac`,
  "a release that refuses built-in policies": `=== SiteA
version 17.12
- crypto isakmp policy 10
=== SiteB
- crypto isakmp policy 10`,
  "a key by name": `=== SiteA
crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2 => crypto isakmp key Long-Shared-Key-2024 hostname SiteB`,
  "a key in a keyring for another endpoint": `=== SiteA
- crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2
crypto keyring RING
  local-address GigabitEthernet0/1
  pre-shared-key address 203.0.113.2 key Long-Shared-Key-2024`,
  "two keys for one peer": `=== SiteA
crypto keyring RING
  pre-shared-key address 203.0.113.2 key Something-Else-Entirely`,
  "an encrypted key": `=== SiteA
crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2 => crypto isakmp key 6 abcDEFghiJKL address 203.0.113.2`,
  "clients on the same map": `=== SiteA
aaa new-model
aaa authentication login CLIENTS local
crypto map VPN client authentication list CLIENTS`,
  "a profile for somebody else": `=== SiteA
crypto isakmp profile PEERS
   keyring default
   match identity address 192.0.2.9 255.255.255.255
+crypto map VPN 10 ipsec-isakmp
 set isakmp-profile PEERS`,
  "a profile that matches nobody": `=== SiteB
crypto isakmp profile PEERS
   keyring default
+crypto map VPN 10 ipsec-isakmp
 set isakmp-profile PEERS`,
  "a profile that is not there": `=== SiteB
+crypto map VPN 10 ipsec-isakmp
 set isakmp-profile PEERS`,
  "another version of IKE at one side": `=== SiteA
+crypto map VPN 10 ipsec-isakmp
 set ikev2-profile NEWER`,
  "a peer that is resolved at negotiation": `=== SiteB
ip host sitea.example.net 198.51.100.2
set peer 198.51.100.2 => set peer sitea.example.net dynamic`,
  "a peer by a name that nobody resolves": `=== SiteB
set peer 198.51.100.2 => set peer sitea.example.net`,
  "a dynamic end with forward secrecy, and a peer without": `=== SiteB
crypto map VPN 10 ipsec-isakmp dynamic DYN
crypto dynamic-map DYN 10
 set transform-set TS-AES256
 set pfs group14
=== SiteA
- set pfs group14`,
  "a dynamic end before a static one": `=== SiteB
crypto map VPN 5 ipsec-isakmp dynamic DYN
crypto dynamic-map DYN 10
 set transform-set TS-AES256`,
  "dynamic ends at both sides": `=== SiteA
crypto map VPN 10 ipsec-isakmp dynamic DYN
crypto dynamic-map DYN 10
 set transform-set TS-AES256
 match address VPN-PEER
=== SiteB
crypto map VPN 10 ipsec-isakmp dynamic DYN
crypto dynamic-map DYN 10
 set transform-set TS-AES256
 match address VPN-PEER`,
  "a local address that is not there": `=== SiteA
crypto map VPN local-address Loopback0`,
  "it is its own peer": `=== SiteA
set peer 203.0.113.2 => set peer 198.51.100.2`,
  "a translator on the way": `=== SiteA
crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 ah-sha-hmac`,
  "hosts one by one": `=== SiteA
+crypto map VPN 10 ipsec-isakmp
 set security-association level per-host`,
  "a second permit that the other side lacks": `=== SiteA
+ip access-list extended VPN-PEER
 permit ip 10.1.0.0 0.0.0.255 10.22.0.0 0.0.0.255`,
  "an entry of the list that no selector can say": `=== SiteA
permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => permit tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 range 100 200`,
};

const { inbound, outbound, fromA, fromB } = manualKeyLines;

/** Changes of the pair `manualSites`. */
export const manualMutations: Readonly<Record<string, string>> = {
  "an SPI that does not cross": `=== SiteA
${outbound} => ${outbound.replace("1002", "1003")}`,
  "a key that does not cross": `=== SiteA
${outbound} => set session-key outbound esp 1002 cipher ${fromB.cipher} authenticator ${fromA.authenticator}`,
  "a key that is missing": `=== SiteA
- ${inbound}`,
  "a key that is too short": `=== SiteA
${inbound} => set session-key inbound esp 1001 cipher ${fromB.cipher.slice(0, 32)} authenticator ${fromB.authenticator}`,
  "a key of half a byte": `=== SiteA
${inbound} => set session-key inbound esp 1001 cipher ${fromB.cipher}a authenticator ${fromB.authenticator}`,
  "no authenticator key": `=== SiteA
${inbound} => set session-key inbound esp 1001 cipher ${fromB.cipher}`,
  "no authenticator in the set": `=== SiteA
crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-aes 256`,
  "another set": `=== SiteB
crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-aes esp-sha256-hmac`,
  "two sets": `=== SiteB
crypto ipsec transform-set OTHER esp-3des esp-sha-hmac
set transform-set TS-AES256 => set transform-set TS-AES256 OTHER`,
  "two peers": `=== SiteA
+crypto map VPN 10 ipsec-manual
 set peer 203.0.113.99`,
  "no set": `=== SiteA
- set transform-set TS-AES256`,
  "a second permit": `=== SiteA
+ip access-list extended VPN-PEER
 permit ip 10.1.0.0 0.0.0.255 10.22.0.0 0.0.0.255
=== SiteB
+ip access-list extended VPN-PEER
 permit ip 10.22.0.0 0.0.0.255 10.1.0.0 0.0.0.255`,
  "IKE at one side": `=== SiteB
crypto map VPN 10 ipsec-manual => crypto map VPN 10 ipsec-isakmp`,
  "a cipher that the release refuses": `=== SiteA
version 17.12
crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-3des esp-sha256-hmac
=== SiteB
crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-3des esp-sha256-hmac`,
};
