/** A site's part of 10.0.0.0/8, by its number. */
function lan(site: number): string {
  return `10.${(site >> 8) & 255}.${site & 255}.0`;
}

/** The public address of a site. */
function outside(site: number): string {
  return `100.${64 + ((site >> 16) & 63)}.${(site >> 8) & 255}.${site & 255}`;
}

/** The running-config of a hub with so many peers: about thirteen lines each, as IOS prints it. */
export function hubConfiguration(peers: number): string {
  const sites = Array.from({ length: peers }, (_, index) => index + 1);
  const lines = [
    "version 15.7",
    "service timestamps log datetime msec",
    "!",
    "hostname HUB",
    "!",
    "aaa new-model",
    "!",
    "crypto isakmp policy 10",
    " encr aes 256",
    " hash sha256",
    " authentication pre-share",
    " group 14",
    ...sites.map((site) => `crypto isakmp key Key-${site}-of-the-hub address ${outside(site)}`),
    "crypto isakmp keepalive 10 3 periodic",
    "!",
    "crypto ipsec transform-set STRONG esp-aes 256 esp-sha256-hmac",
    " mode tunnel",
    "!",
    ...sites.flatMap((site) => [
      `crypto map VPN ${site} ipsec-isakmp`,
      ` description site ${site}`,
      ` set peer ${outside(site)}`,
      " set transform-set STRONG",
      " set pfs group14",
      ` match address VPN-SITE-${site}`,
    ]),
    "!",
    "interface GigabitEthernet0/0",
    " ip address 198.51.100.2 255.255.255.252",
    " ip access-group OUTSIDE-IN in",
    " crypto map VPN",
    "!",
    "interface GigabitEthernet0/1",
    " ip address 10.255.0.1 255.255.255.0",
    "!",
    "router bgp 65000",
    " bgp log-neighbor-changes",
    "!",
    "ip forward-protocol nd",
    "!",
    ...sites.map((site) => `ip route ${lan(site)} 255.255.255.0 198.51.100.1`),
    "!",
    ...sites.flatMap((site) => [
      `ip access-list extended VPN-SITE-${site}`,
      ` permit ip 10.255.0.0 0.0.0.255 ${lan(site)} 0.0.0.255`,
      ` permit ip 10.254.0.0 0.0.255.255 ${lan(site)} 0.0.0.255`,
      ` deny   tcp host 10.255.0.9 ${lan(site)} 0.0.0.255 eq www`,
      ` permit udp host 10.255.0.10 host 10.${(site >> 8) & 255}.${site & 255}.9 eq isakmp`,
    ]),
    "!",
    "line vty 0 4",
    " login local",
    "!",
    "end",
    "",
  ];
  // In one piece, as a file is read: a text that is put together of two costs more to look at.
  return lines.join("\n");
}
