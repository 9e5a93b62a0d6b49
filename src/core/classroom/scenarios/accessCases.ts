import { scenarioOf } from "./builtIn.ts";
import { changed, siteText } from "./configurations.ts";

const guide = "Cisco, Configuring Security for VPNs with IPsec";
const remoteAccess = "Cisco Press, IPSec Remote-Access EVS Setup";

const dynamicHub = `hostname Hub
!
crypto isakmp policy 10
 encr aes 256
 hash sha256
 authentication pre-share
 group 14
crypto isakmp key Classroom-Key-2024 address 0.0.0.0
!
crypto ipsec transform-set AES256 esp-aes 256 esp-sha256-hmac
!
crypto dynamic-map BRANCHES 10
 set transform-set AES256
 match address BRANCH-TRAFFIC
!
crypto map VPN 100 ipsec-isakmp dynamic BRANCHES
!
interface GigabitEthernet0/0
 ip address 198.51.100.2 255.255.255.252
 crypto map VPN
!
interface GigabitEthernet0/1
 ip address 10.1.0.1 255.255.255.0
!
ip route 0.0.0.0 0.0.0.0 198.51.100.1
!
ip access-list extended BRANCH-TRAFFIC
 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.255.255
!
end
`;

function spoke(hostname: string, outside: string, lan: string): string {
  return siteText({
    hostname,
    outside,
    lan,
    peer: "198.51.100.2",
    traffic: [`permit ip ${lan}.0 0.0.0.255 10.1.0.0 0.0.0.255`],
  });
}

/** A dynamic map is a template: it accepts, and never starts. */
const dynamicHubCase = scenarioOf({
  id: "dynamic-hub",
  title: "A dynamic hub",
  goal: "North and South bring their tunnels up towards a hub that does not know their addresses.",
  text: "The branches get new addresses every now and then, so Hub has a dynamic map: a template that fills itself in when a branch calls. The map is written, and no branch gets in. Hub does not have to call anybody.",
  source: `${guide}, Dynamic Crypto Maps`,
  solved: {
    Hub: dynamicHub,
    North: spoke("North", "203.0.113.2", "10.2.1"),
    South: spoke("South", "203.0.113.6", "10.2.2"),
  },
  broken: {
    Hub: changed(dynamicHub, [["crypto map VPN 100 ipsec-isakmp dynamic BRANCHES", null]]),
  },
  goals: [
    { kind: "peering", routers: ["Hub", "North"], statuses: ["agreed", "one-way"], type: "dynamic" },
    { kind: "peering", routers: ["Hub", "South"], statuses: ["agreed", "one-way"], type: "dynamic" },
    {
      kind: "traffic",
      router: "North",
      source: "10.2.1.0/24",
      destination: "10.1.0.0/24",
      fate: "protected",
      to: "Hub",
    },
    {
      kind: "traffic",
      router: "South",
      source: "10.2.2.0/24",
      destination: "10.1.0.0/24",
      fate: "protected",
      to: "Hub",
    },
  ],
  hints: [
    { text: "A dynamic map is never on an interface by itself. What is on Hub's interface?" },
    {
      text: "The static crypto map needs an entry that refers to the dynamic one, behind all others.",
      place: { router: "Hub", kind: "cryptoMapEntry", name: "VPN 100" },
    },
    {
      text: "On Hub: crypto map VPN 100 ipsec-isakmp dynamic BRANCHES.",
      place: { router: "Hub", kind: "cryptoMapEntry", name: "VPN 100" },
    },
  ],
});

const profileHq = `hostname HQ
!
crypto keyring MY_KEYRING
  local-address Loopback2
  pre-shared-key address 203.0.113.2 key Classroom-Key-2024
!
crypto isakmp policy 10
 encr aes 256
 authentication pre-share
 group 14
 lifetime 28800
crypto isakmp profile MY_PROFILE
   keyring MY_KEYRING
   self-identity address
   match identity address 203.0.113.2 255.255.255.255
   local-address Loopback2
!
crypto ipsec transform-set MY_SET esp-aes 256 esp-sha-hmac
!
crypto map MY_CRYPTO_MAP local-address Loopback2
crypto map MY_CRYPTO_MAP 100 ipsec-isakmp
 set peer 203.0.113.2
 set transform-set MY_SET
 set isakmp-profile MY_PROFILE
 match address 100
!
interface Loopback2
 ip address 192.0.2.2 255.255.255.255
!
interface Ethernet1/0
 ip address 198.51.100.2 255.255.255.252
 crypto map MY_CRYPTO_MAP
!
interface Ethernet1/1
 ip address 10.1.0.1 255.255.255.0
!
ip route 0.0.0.0 0.0.0.0 198.51.100.1
!
access-list 100 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
!
end
`;
const profileBranch = siteText({
  hostname: "Branch",
  outside: "203.0.113.2",
  lan: "10.2.0",
  peer: "192.0.2.2",
  traffic: ["permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255"],
  transformSets: ["crypto ipsec transform-set AES256 esp-aes 256 esp-sha-hmac"],
}).replace(" hash sha256\n", "");

/** A keyring that is bound to an interface serves only what speaks from that interface. */
const keyringProfile = scenarioOf({
  id: "keyring-profile",
  title: "Keyring and ISAKMP profile",
  goal: "HQ agrees with Branch by its profile and keyring, from Loopback2.",
  text: "HQ keeps its key in a keyring and binds it with an ISAKMP profile to the crypto map. Keyring and profile belong to Loopback2, which is also the peer that Branch calls. Two lines stand in the way of phase 1.",
  source: "Cisco Community, Crypto map based IPsec VPN fundamentals",
  solved: { HQ: profileHq, Branch: profileBranch },
  broken: {
    HQ: changed(profileHq, [
      ["crypto map MY_CRYPTO_MAP local-address Loopback2", null],
      [
        "   match identity address 203.0.113.2 255.255.255.255",
        "   match identity address 203.0.113.12 255.255.255.255",
      ],
    ]),
  },
  goals: [
    { kind: "peering", routers: ["HQ", "Branch"], statuses: ["agreed"] },
    { kind: "profile", router: "HQ", to: "Branch" },
    { kind: "endpoint", router: "HQ", to: "Branch", address: "192.0.2.2" },
  ],
  hints: [
    { text: "Whom does the profile match, and from which address does the crypto map speak?" },
    {
      text: "The profile has to match the identity that Branch sends, which is its address.",
      place: { router: "HQ", kind: "isakmpProfile", name: "MY_PROFILE" },
    },
    {
      text: "On HQ: match identity address 203.0.113.2 255.255.255.255 in MY_PROFILE, and crypto map MY_CRYPTO_MAP local-address Loopback2.",
      place: { router: "HQ", kind: "cryptoMap", name: "MY_CRYPTO_MAP" },
    },
  ],
});

const translated = (text: string, lan: string, remote: string) =>
  changed(text, [
    [" description Internet", " description Internet\n ip nat outside"],
    ["interface GigabitEthernet0/1", "interface GigabitEthernet0/1\n ip nat inside"],
    [
      "ip access-list extended VPN-TRAFFIC",
      `ip nat inside source list NAT interface GigabitEthernet0/0 overload
!
ip access-list extended NAT
 deny   ip ${lan}.0 0.0.0.255 ${remote}.0 0.0.0.255
 permit ip ${lan}.0 0.0.0.255 any
ip access-list extended VPN-TRAFFIC`,
    ],
  ]);

const natHq = translated(
  siteText({
    hostname: "HQ",
    outside: "198.51.100.2",
    lan: "10.1.0",
    peer: "203.0.113.2",
    traffic: ["permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255"],
  }),
  "10.1.0",
  "10.2.0",
);
const natBranch = translated(
  siteText({
    hostname: "Branch",
    outside: "203.0.113.2",
    lan: "10.2.0",
    peer: "198.51.100.2",
    traffic: ["permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255"],
  }),
  "10.2.0",
  "10.1.0",
);

/** For what leaves, translation comes before encryption. */
const natOrder = scenarioOf({
  id: "nat-order",
  title: "Translation comes first",
  goal: "HQ and Branch reach each other through the tunnel although both translate what goes to the Internet.",
  text: "Both routers translate their LAN's addresses on the way out. For outgoing packets the router translates first and looks at the crypto map after that, so the tunnel's traffic must be left alone. Branch does; HQ has the same two lines and yet sends everything to the Internet.",
  source: "Cisco Press, IKE Phase 2: Data Connection; translation before protection",
  solved: { HQ: natHq, Branch: natBranch },
  broken: {
    HQ: changed(natHq, [
      [" deny   ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255", null],
      [
        " permit ip 10.1.0.0 0.0.0.255 any",
        " permit ip 10.1.0.0 0.0.0.255 any\n deny   ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255",
      ],
    ]),
  },
  goals: [
    { kind: "peering", routers: ["HQ", "Branch"], statuses: ["agreed"] },
    {
      kind: "traffic",
      router: "HQ",
      source: "10.1.0.0/24",
      destination: "10.2.0.0/24",
      fate: "protected",
      to: "Branch",
    },
    { kind: "rule", rule: "nat-deny-after-permit" },
    {
      kind: "packet",
      source: "10.1.0.10",
      destination: "192.0.2.80",
      protocol: "tcp",
      destinationPort: 443,
      fate: "clear",
      translated: true,
    },
  ],
  hints: [
    {
      text: "What is translated no longer matches the crypto access list. Look at the list that says what is translated.",
    },
    {
      text: "In an access list the first line that matches decides.",
      place: { router: "HQ", kind: "accessList", name: "NAT" },
    },
    {
      text: "On HQ, put the deny in front of the permit in list NAT.",
      place: { router: "HQ", kind: "accessList", name: "NAT" },
    },
  ],
});

const easyVpn = `hostname Gateway
!
aaa new-model
aaa authentication login CLIENTS local
aaa authorization network GROUPS local
username richard secret Long-Secret-2024
username natalie secret Other-Secret-2024
!
crypto isakmp policy 10
 encr aes 256
 authentication pre-share
 group 2
!
crypto isakmp client configuration group quizware
 key Long-Group-Key-2024
 dns 10.1.0.53
 domain quizware.com
 pool CLIENT-POOL
 acl SPLIT
!
crypto ipsec transform-set AES256 esp-aes 256 esp-sha-hmac
!
crypto dynamic-map EASYVPN 900
 set transform-set AES256
 reverse-route
!
crypto map VPN client authentication list CLIENTS
crypto map VPN isakmp authorization list GROUPS
crypto map VPN client configuration address respond
crypto map VPN 900 ipsec-isakmp dynamic EASYVPN
!
interface GigabitEthernet0/0
 ip address 198.51.100.2 255.255.255.252
 crypto map VPN
!
interface GigabitEthernet0/1
 ip address 10.1.0.1 255.255.255.0
!
ip local pool CLIENT-POOL 10.9.0.1 10.9.0.200
ip route 0.0.0.0 0.0.0.0 198.51.100.1
!
ip access-list extended SPLIT
 permit ip 10.1.0.0 0.0.0.255 any
!
end
`;

const easyVpnCase = scenarioOf({
  id: "easy-vpn",
  title: "An Easy VPN server",
  goal: "People of the group quizware connect, get an address, and reach only 10.1.0.0/24 through the tunnel.",
  text: "Gateway is to let people in from home. It has users, a group, a pool and a dynamic map, but nobody gets an address, and those who tried with the pool mended lost the way to the Internet while they were connected.",
  source: `${remoteAccess}, tasks 1 to 5`,
  solved: { Gateway: easyVpn },
  broken: {
    Gateway: changed(easyVpn, [
      [" pool CLIENT-POOL", " pool CLIENTS"],
      [" acl SPLIT", null],
      ["crypto map VPN client configuration address respond", null],
    ]),
  },
  clients: { label: "People at home", gateway: "Gateway", group: "quizware" },
  goals: [{ kind: "clients", gateway: "Gateway", group: "quizware", network: "10.1.0.0/24", split: true }],
  hints: [
    { text: "Select the clients on the canvas and let one connect: it tells how far it gets." },
    {
      text: "A pool is found by its name, and the map has to be told to answer clients that ask for an address.",
      place: { router: "Gateway", kind: "clientGroup", name: "quizware" },
    },
    {
      text: "On Gateway: pool CLIENT-POOL and acl SPLIT in the group, and crypto map VPN client configuration address respond.",
      place: { router: "Gateway", kind: "clientGroup", name: "quizware" },
    },
  ],
});

const bothGateway = `hostname Gateway
!
aaa new-model
aaa authentication login CLIENTS local
aaa authorization network GROUPS local
username richard secret Long-Secret-2024
!
crypto isakmp policy 10
 encr aes 256
 hash sha256
 authentication pre-share
 group 14
crypto isakmp policy 20
 encr aes 256
 authentication pre-share
 group 2
crypto isakmp key Classroom-Key-2024 address 203.0.113.2 no-xauth
!
crypto isakmp client configuration group quizware
 key Long-Group-Key-2024
 pool CLIENT-POOL
 acl SPLIT
!
crypto ipsec transform-set AES256 esp-aes 256 esp-sha256-hmac
crypto ipsec transform-set CLIENTS esp-aes 256 esp-sha-hmac
!
crypto dynamic-map EASYVPN 900
 set transform-set CLIENTS
 reverse-route
!
crypto map VPN client authentication list CLIENTS
crypto map VPN isakmp authorization list GROUPS
crypto map VPN client configuration address respond
crypto map VPN 10 ipsec-isakmp
 set peer 203.0.113.2
 set transform-set AES256
 match address VPN-TRAFFIC
crypto map VPN 900 ipsec-isakmp dynamic EASYVPN
!
interface GigabitEthernet0/0
 ip address 198.51.100.2 255.255.255.252
 crypto map VPN
!
interface GigabitEthernet0/1
 ip address 10.1.0.1 255.255.255.0
!
ip local pool CLIENT-POOL 10.9.0.1 10.9.0.200
ip route 0.0.0.0 0.0.0.0 198.51.100.1
!
ip access-list extended SPLIT
 permit ip 10.1.0.0 0.0.0.255 any
ip access-list extended VPN-TRAFFIC
 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
!
end
`;
const bothBranch = siteText({
  hostname: "Branch",
  outside: "203.0.113.2",
  lan: "10.2.0",
  peer: "198.51.100.2",
  traffic: ["permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255"],
});

const oneMap = scenarioOf({
  id: "one-map",
  title: "Another site and people at home in one map",
  goal: "Gateway agrees with Branch, and people of the group quizware connect by the same crypto map.",
  text: "Only one crypto map fits on an interface, so Gateway has the tunnel to Branch and the clients in one. Since the clients were added, Branch is asked for a user name that no router can give, and the clients' entry stands before the site's.",
  source: `${remoteAccess}, tasks 4 and 5`,
  solved: { Gateway: bothGateway, Branch: bothBranch },
  broken: {
    Gateway: changed(bothGateway, [
      [
        "crypto isakmp key Classroom-Key-2024 address 203.0.113.2 no-xauth",
        "crypto isakmp key Classroom-Key-2024 address 203.0.113.2",
      ],
      ["crypto map VPN 900 ipsec-isakmp dynamic EASYVPN", "crypto map VPN 5 ipsec-isakmp dynamic EASYVPN"],
    ]),
  },
  clients: { label: "People at home", gateway: "Gateway", group: "quizware" },
  goals: [
    { kind: "peering", routers: ["Gateway", "Branch"], statuses: ["agreed"], type: "isakmp" },
    { kind: "clients", gateway: "Gateway", group: "quizware", network: "10.1.0.0/24" },
    { kind: "rule", rule: "dynamic-not-last" },
    { kind: "rule", rule: "psk-no-xauth" },
  ],
  hints: [
    { text: "Two things are wrong: who is asked for a user name, and which entry is asked first." },
    {
      text: "A key for another site can be told that its owner is no person.",
      place: { router: "Gateway", kind: "isakmpKey", name: "address 203.0.113.2 255.255.255.255" },
    },
    {
      text: "On Gateway: no-xauth behind Branch's key, and the dynamic entry behind the static one, for instance as 900.",
      place: { router: "Gateway", kind: "cryptoMapEntry", name: "VPN 5" },
    },
  ],
});

export const accessCases = [dynamicHubCase, keyringProfile, natOrder, easyVpnCase, oneMap];
