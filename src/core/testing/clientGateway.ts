/** A gateway for Easy VPN clients, complete: no rule about remote access has a word to say about it. */
export const clientGateway = `=== Gateway
hostname Gateway
!
aaa new-model
aaa authentication login CLIENTS local
aaa authorization network GROUPS local
username alice secret Long-Secret-2024
!
crypto isakmp policy 10
 encr aes 256
 authentication pre-share
 group 2
!
crypto isakmp client configuration group STAFF
 key Long-Group-Key-2024
 pool CLIENT-POOL
 acl SPLIT
!
crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha-hmac
 mode tunnel
!
crypto dynamic-map DYN 10
 set transform-set TS-AES256
!
crypto map VPN client authentication list CLIENTS
crypto map VPN isakmp authorization list GROUPS
crypto map VPN client configuration address respond
crypto map VPN 10 ipsec-isakmp dynamic DYN
!
interface GigabitEthernet0/0
 ip address 198.51.100.2 255.255.255.252
 ip nat outside
 crypto map VPN
!
interface GigabitEthernet0/1
 ip address 10.1.0.1 255.255.255.0
 ip nat inside
!
ip local pool CLIENT-POOL 10.9.0.1 10.9.0.200
ip nat inside source list NAT interface GigabitEthernet0/0 overload
ip route 0.0.0.0 0.0.0.0 198.51.100.1
!
ip access-list extended NAT
 deny   ip 10.1.0.0 0.0.0.255 10.9.0.0 0.0.0.255
 permit ip 10.1.0.0 0.0.0.255 any
ip access-list extended SPLIT
 permit ip 10.1.0.0 0.0.0.255 any
!
end
`;
