/** A hub that takes whoever comes, and a spoke whose address nobody knows. */
export const hubAndSpoke = `=== Hub
hostname Hub
crypto isakmp policy 10
 encr aes
 authentication pre-share
 group 14
crypto isakmp key k address 0.0.0.0 0.0.0.0
crypto ipsec transform-set TS esp-aes esp-sha-hmac
crypto dynamic-map DYN 10
 set transform-set TS
crypto map VPN 65000 ipsec-isakmp dynamic DYN
interface GigabitEthernet0/0
 ip address 192.0.2.1 255.255.255.0
 crypto map VPN
ip route 0.0.0.0 0.0.0.0 192.0.2.254
=== Spoke
hostname Spoke
crypto isakmp policy 10
 encr aes
 authentication pre-share
 group 14
crypto isakmp key k address 192.0.2.1
crypto ipsec transform-set TS esp-aes esp-sha-hmac
crypto map VPN 10 ipsec-isakmp
 set peer 192.0.2.1
 set transform-set TS
 match address VPN
interface GigabitEthernet0/0
 ip address dhcp
 crypto map VPN
ip access-list extended VPN
 permit ip 10.1.0.0 0.0.0.255 10.0.0.0 0.0.0.255
`;
