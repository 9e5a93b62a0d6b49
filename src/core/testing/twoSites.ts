/**
 * Two sites with an agreeing tunnel: IKEv1 with a pre-shared key, AES-256, group 14, address translation with an exemption, and a
 * filter on the outside that lets the peer's IPsec in. Nothing in it earns a finding above info.
 */
export const siteA = `hostname SiteA
!
crypto isakmp policy 10
 encr aes 256
 hash sha256
 authentication pre-share
 group 14
 lifetime 28800
crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2
crypto isakmp keepalive 10 3 periodic
!
crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac
 mode tunnel
!
crypto map VPN 10 ipsec-isakmp
 description to the other site
 set peer 203.0.113.2
 set security-association lifetime seconds 3600
 set transform-set TS-AES256
 set pfs group14
 match address VPN-PEER
!
interface GigabitEthernet0/0
 description Internet
 ip address 198.51.100.2 255.255.255.252
 ip access-group OUTSIDE-IN in
 ip nat outside
 crypto map VPN
!
interface GigabitEthernet0/1
 ip address 10.1.0.1 255.255.255.0
 ip nat inside
 ip tcp adjust-mss 1360
!
ip nat inside source list NAT interface GigabitEthernet0/0 overload
ip route 0.0.0.0 0.0.0.0 198.51.100.1
!
ip access-list extended NAT
 deny   ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
 permit ip 10.1.0.0 0.0.0.255 any
ip access-list extended OUTSIDE-IN
 permit udp host 203.0.113.2 host 198.51.100.2 eq isakmp
 permit udp host 203.0.113.2 host 198.51.100.2 eq non500-isakmp
 permit esp host 203.0.113.2 host 198.51.100.2
ip access-list extended VPN-PEER
 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
!
end
`;

const turned: Readonly<Record<string, string>> = {
  SiteA: "SiteB",
  "198.51.100.1": "203.0.113.1",
  "198.51.100.2": "203.0.113.2",
  "203.0.113.2": "198.51.100.2",
  "10.1.0": "10.2.0",
  "10.2.0": "10.1.0",
};

/** The other site, as the first one sees it in a mirror. */
export const siteB = siteA.replaceAll(
  /SiteA|198\.51\.100\.[12]|203\.0\.113\.2|10\.[12]\.0(?=\.)/g,
  (found) => turned[found] ?? found,
);

/** Both sites, in the form that `ruleTest` takes as its base. */
export const twoSites = `=== SiteA\n${siteA}=== SiteB\n${siteB}`;
