/**
 * Changes of the agreeing pair `twoSites`, each one that people really make, in the notation of `ruleTest`. What is below a router's
 * name is for that router.
 */
export const mutations: Readonly<Record<string, string>> = {
  "the access list is copied instead of mirrored": `=== SiteB
ip access-list extended VPN-PEER
 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255`,
  "one side permits a wider network": `=== SiteB
ip access-list extended VPN-PEER
 permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.255.255`,
  "one side permits another network": `=== SiteB
ip access-list extended VPN-PEER
 permit ip 10.2.0.0 0.0.0.255 10.7.0.0 0.0.0.255`,
  "one side permits one protocol": `=== SiteB
ip access-list extended VPN-PEER
 permit tcp 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255`,
  "another encryption in phase 1": `=== SiteB
encr aes 256 => encr 3des`,
  "another group in phase 1": `=== SiteA
group 14 => group 5`,
  "no encryption line, so the default": `=== SiteA
- encr aes 256`,
  "another key": `=== SiteB
crypto isakmp key Long-Shared-Key-2024 address 198.51.100.2 => crypto isakmp key long-shared-key-2024 address 198.51.100.2`,
  "a key for another address": `=== SiteA
crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2 => crypto isakmp key Long-Shared-Key-2024 address 203.0.113.3`,
  "no key": `=== SiteA
- crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2`,
  "no exemption from translation": `=== SiteA
- deny   ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255`,
  "the exemption behind the permit": `=== SiteA
ip access-list extended NAT
 permit ip 10.1.0.0 0.0.0.255 any
 deny ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255`,
  "another transform set": `=== SiteB
crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac => crypto ipsec transform-set TS-AES256 esp-aes 192 esp-sha256-hmac`,
  "no route": `=== SiteA
ip route 0.0.0.0 0.0.0.0 198.51.100.1 => ip route 192.168.0.0 255.255.0.0 198.51.100.1`,
  "the route leads elsewhere": `=== SiteA
ip route 0.0.0.0 0.0.0.0 198.51.100.1 => ip route 0.0.0.0 0.0.0.0 10.1.0.254`,
  "the map is not applied": `=== SiteB
- crypto map VPN`,
  "the map's name is misspelt": `=== SiteB
crypto map VPN => crypto map VPN1`,
  "forward secrecy at one side": `=== SiteA
- set pfs group14`,
  "another group of forward secrecy": `=== SiteA
set pfs group14 => set pfs group5`,
  "another peer address": `=== SiteA
set peer 203.0.113.2 => set peer 203.0.113.1`,
  "UDP 500 is filtered": `=== SiteB
- permit udp host 198.51.100.2 host 203.0.113.2 eq isakmp`,
  "ESP is filtered": `=== SiteA
- permit esp host 203.0.113.2 host 198.51.100.2`,
  "a shorter lifetime at one side": `=== SiteB
lifetime 28800 => lifetime 3600`,
  "no peer": `=== SiteA
- set peer 203.0.113.2`,
  "no access list in the entry": `=== SiteA
- match address VPN-PEER`,
  "no transform set in the entry": `=== SiteB
- set transform-set TS-AES256`,
  "the access list is missing": `=== SiteA
- ip access-list extended VPN-PEER`,
  "the transform set is missing": `=== SiteB
- crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac`,
  "the interface is shut down": `=== SiteB
+interface GigabitEthernet0/0
 shutdown`,
  "IKE is off": `=== SiteB
no crypto isakmp enable`,
  "an entry before takes the traffic": `=== SiteA
crypto map VPN 5 ipsec-isakmp
 set peer 192.0.2.66
 set transform-set TS-AES256
 match address VPN-FIRST
ip access-list extended VPN-FIRST
 permit ip 10.1.0.0 0.0.0.255 10.0.0.0 0.255.255.255`,
  "an entry before has the same list": `=== SiteA
crypto map VPN 5 ipsec-isakmp
 set peer 192.0.2.66
 set transform-set TS-AES256
 match address VPN-PEER`,
  "the list denies it all first": `=== SiteA
ip access-list extended VPN-PEER
 deny ip any any
 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255`,
  "the list is standard": `=== SiteA
match address VPN-PEER => match address 10
access-list 10 permit 10.1.0.0 0.0.0.255`,
  "a dynamic map at one side": `=== SiteB
crypto map VPN 10 ipsec-isakmp dynamic DYN
crypto dynamic-map DYN 10
 set transform-set TS-AES256`,
  "an address from DHCP": `=== SiteA
ip address 198.51.100.2 255.255.255.252 => ip address dhcp`,
  "manual keys at one side": `=== SiteB
crypto map VPN 10 ipsec-manual
 set peer 198.51.100.2
 set session-key inbound esp 256 cipher 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
 set session-key outbound esp 256 cipher 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
 set transform-set TS-AES256
 match address VPN-PEER`,
};
