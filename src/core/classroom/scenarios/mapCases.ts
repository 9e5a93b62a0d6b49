import type { Goal } from "../goal.ts";
import { scenarioOf } from "./builtIn.ts";
import { changed, siteText } from "./configurations.ts";

const guide = "Cisco, Configuring Security for VPNs with IPsec";

const overlapHub = `hostname Hub
!
crypto isakmp policy 10
 encr aes 256
 hash sha256
 authentication pre-share
 group 14
crypto isakmp key Classroom-Key-2024 address 192.168.1.1
crypto isakmp key Classroom-Key-2025 address 192.168.1.2
!
crypto ipsec transform-set test esp-aes 256 esp-sha256-hmac
!
crypto map mymap 10 ipsec-isakmp
 set peer 192.168.1.1
 set transform-set test
 match address 101
crypto map mymap 20 ipsec-isakmp
 set peer 192.168.1.2
 set transform-set test
 match address 102
!
interface GigabitEthernet0/0
 ip address 192.168.1.10 255.255.255.0
 crypto map mymap
!
interface GigabitEthernet0/1
 ip address 10.1.1.1 255.255.255.0
!
interface GigabitEthernet0/2
 ip address 10.2.0.1 255.255.0.0
!
ip route 172.16.1.0 255.255.255.0 192.168.1.1
ip route 172.16.0.0 255.240.0.0 192.168.1.2
!
access-list 101 permit ip 10.1.1.0 0.0.0.255 172.16.1.0 0.0.0.255
access-list 102 permit ip 10.0.0.0 0.255.255.255 172.16.0.0 0.15.255.255
!
end
`;

function overlapPeer(hostname: string, address: string, key: string, lan: string, permit: string): string {
  return `hostname ${hostname}
!
crypto isakmp policy 10
 encr aes 256
 hash sha256
 authentication pre-share
 group 14
crypto isakmp key ${key} address 192.168.1.10
!
crypto ipsec transform-set test esp-aes 256 esp-sha256-hmac
!
crypto map mymap 10 ipsec-isakmp
 set peer 192.168.1.10
 set transform-set test
 match address 101
!
interface GigabitEthernet0/0
 ip address ${address} 255.255.255.0
 crypto map mymap
!
interface GigabitEthernet0/1
 ip address ${lan} 255.255.255.0
!
ip route 10.0.0.0 255.0.0.0 192.168.1.10
!
access-list 101 ${permit}
!
end
`;
}

const specificPeer = overlapPeer(
  "Specific",
  "192.168.1.1",
  "Classroom-Key-2024",
  "172.16.1.1",
  "permit ip 172.16.1.0 0.0.0.255 10.1.1.0 0.0.0.255",
);
const widePeer = overlapPeer(
  "Wide",
  "192.168.1.2",
  "Classroom-Key-2025",
  "172.17.0.1",
  "permit ip 172.16.0.0 0.15.255.255 10.0.0.0 0.255.255.255",
);

const overlapGoals: readonly Goal[] = [
  { kind: "peering", routers: ["Hub", "Specific"], statuses: ["agreed"] },
  { kind: "peering", routers: ["Hub", "Wide"], statuses: ["agreed"] },
  {
    kind: "traffic",
    router: "Hub",
    source: "10.1.1.0/24",
    destination: "172.16.1.0/24",
    fate: "protected",
    to: "Specific",
  },
  {
    kind: "traffic",
    router: "Hub",
    source: "10.2.0.0/16",
    destination: "172.17.0.0/24",
    fate: "protected",
    to: "Wide",
  },
];

/** More specific networks stand in the lower sequence. */
const overlapOrder = scenarioOf({
  id: "overlap-order",
  title: "Overlapping entries in the right order",
  goal: "10.1.1.0/24 reaches 172.16.1.0/24 through Specific, and everything else goes to Wide.",
  text: "Hub has a narrow tunnel to Specific and a wide one to Wide, whose networks include the narrow ones. Since the entries were renumbered, Specific gets nothing: its traffic turns up at Wide.",
  source: `${guide}, Crypto Access List Overview`,
  solved: { Hub: overlapHub, Specific: specificPeer, Wide: widePeer },
  broken: {
    Hub: changed(overlapHub, [
      [" set peer 192.168.1.1\n set transform-set test\n match address 101", " ENTRY"],
      [
        " set peer 192.168.1.2\n set transform-set test\n match address 102",
        " set peer 192.168.1.1\n set transform-set test\n match address 101",
      ],
      [" ENTRY", " set peer 192.168.1.2\n set transform-set test\n match address 102"],
    ]),
  },
  goals: overlapGoals,
  hints: [
    {
      text: "A crypto map is searched from its lowest sequence on, and the first entry that permits a packet takes it.",
    },
    {
      text: "The entry with the wide list is asked first, so the narrow one is never reached.",
      place: { router: "Hub", kind: "cryptoMapEntry", name: "mymap 10" },
    },
    {
      text: "Let entry 10 be the one to 192.168.1.1 with list 101, and entry 20 the one to 192.168.1.2 with list 102.",
      place: { router: "Hub", kind: "cryptoMapEntry", name: "mymap 20" },
    },
  ],
});

const denyHub = changed(overlapHub, [
  [
    "access-list 101 permit ip 10.1.1.0 0.0.0.255 172.16.1.0 0.0.0.255",
    "access-list 101 deny ip 10.1.1.0 0.0.0.255 172.16.1.0 0.0.0.255\naccess-list 101 permit ip 10.0.0.0 0.255.255.255 172.16.0.0 0.15.255.255",
  ],
  [
    "access-list 102 permit ip 10.0.0.0 0.255.255.255 172.16.0.0 0.15.255.255",
    "access-list 102 permit ip 10.1.1.0 0.0.0.255 172.16.1.0 0.0.0.255",
  ],
  [" set peer 192.168.1.1", " set peer 192.168.1.9"],
  [" set peer 192.168.1.2", " set peer 192.168.1.1"],
  [" set peer 192.168.1.9", " set peer 192.168.1.2"],
]);

/** A deny in one entry and a permit for the same traffic in the next one is not supported. */
const permitDeny = scenarioOf({
  id: "permit-deny",
  title: "Permit and deny across entries",
  goal: "Both tunnels of Hub agree without a deny that leaves traffic to the next entry.",
  text: "To keep 10.1.1.0/24 out of the wide tunnel, somebody denied it in the first entry and permitted it in the second. The guide calls this out: a deny in one sequence and a permit for the same traffic in another is not supported. Say the same without a deny.",
  source: `${guide}, Crypto Access List Overview`,
  solved: { Hub: overlapHub, Specific: specificPeer, Wide: widePeer },
  broken: { Hub: denyHub },
  goals: [...overlapGoals, { kind: "rule", rule: "acl-deny-then-permit" }],
  hints: [
    { text: "There is no need for a deny where the more specific entry is asked first." },
    {
      text: "Let the entry of the lower sequence be the one to Specific, 192.168.1.1.",
      place: { router: "Hub", kind: "cryptoMapEntry", name: "mymap 10" },
    },
    {
      text: "Entry 10: peer 192.168.1.1 with a list that permits 10.1.1.0/24 to 172.16.1.0/24. Entry 20: peer 192.168.1.2 with the wide permit and no deny.",
      place: { router: "Hub", kind: "accessList", name: "101" },
    },
  ],
});

const loopbackHq = `hostname HQ
!
crypto isakmp policy 10
 encr aes 256
 hash sha256
 authentication pre-share
 group 14
crypto isakmp key Classroom-Key-2024 address 203.0.113.2
!
crypto ipsec transform-set AES256 esp-aes 256 esp-sha256-hmac
!
crypto map VPN local-address Loopback0
crypto map VPN 10 ipsec-isakmp
 set peer 203.0.113.2
 set transform-set AES256
 match address VPN-TRAFFIC
!
interface Loopback0
 ip address 192.0.2.1 255.255.255.255
!
interface GigabitEthernet0/0
 description first provider
 ip address 198.51.100.2 255.255.255.252
 crypto map VPN
!
interface GigabitEthernet0/1
 description second provider
 ip address 198.51.100.6 255.255.255.252
 crypto map VPN
!
interface GigabitEthernet0/2
 ip address 10.1.0.1 255.255.255.0
!
ip route 0.0.0.0 0.0.0.0 198.51.100.1
ip route 0.0.0.0 0.0.0.0 198.51.100.5 10
!
ip access-list extended VPN-TRAFFIC
 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255
!
end
`;
const loopbackBranch = siteText({
  hostname: "Branch",
  outside: "203.0.113.2",
  lan: "10.2.0",
  peer: "192.0.2.1",
  traffic: ["permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255"],
});

/** One identity for two interfaces. */
const loopbackRedundancy = scenarioOf({
  id: "loopback-redundancy",
  title: "Two providers, one identity",
  goal: "HQ speaks from its loopback whichever provider carries the packets, and agrees with Branch.",
  text: "HQ has two ways out and the same crypto map on both. Branch knows one peer only, HQ's loopback 192.0.2.1, so that it need not care which provider is up. HQ answers from the address of the interface that the packet leaves by, and Branch doesn't know that one.",
  source: `${guide}, Redundant Interfaces Sharing the Same Crypto Map`,
  solved: { HQ: loopbackHq, Branch: loopbackBranch },
  broken: { HQ: changed(loopbackHq, [["crypto map VPN local-address Loopback0", null]]) },
  goals: [
    { kind: "peering", routers: ["HQ", "Branch"], statuses: ["agreed"] },
    { kind: "endpoint", router: "HQ", to: "Branch", address: "192.0.2.1" },
    { kind: "rule", rule: "shared-map-no-local-address" },
  ],
  hints: [
    { text: "By default each interface that carries the map uses its own address." },
    {
      text: "A crypto map can be told which interface's address is its identity.",
      place: { router: "HQ", kind: "cryptoMap", name: "VPN" },
    },
    { text: "On HQ: crypto map VPN local-address Loopback0.", place: { router: "HQ", kind: "cryptoMap", name: "VPN" } },
  ],
});

const nestedA = `hostname RouterA
!
crypto isakmp policy 10
 encr aes 256
 hash sha256
 authentication pre-share
 group 14
crypto isakmp key Inner-Key-2024 address 203.0.113.6
crypto isakmp key Outer-Key-2024 address 203.0.113.2
!
crypto ipsec transform-set INNER esp-aes 256 esp-sha256-hmac
crypto ipsec transform-set OUTER ah-sha256-hmac
!
crypto map NESTED 10 ipsec-isakmp
 description inner peer: encrypted and authenticated
 set peer 203.0.113.6
 set transform-set INNER
 match address INNER-TRAFFIC
crypto map NESTED 20 ipsec-isakmp
 description outer peer: lets through what it has authenticated
 set peer 203.0.113.2
 set transform-set OUTER
 match address OUTER-TRAFFIC
!
interface GigabitEthernet0/0
 ip address 198.51.100.2 255.255.255.252
 crypto map NESTED
!
interface GigabitEthernet0/1
 ip address 10.1.0.1 255.255.255.0
!
ip route 0.0.0.0 0.0.0.0 198.51.100.1
!
ip access-list extended INNER-TRAFFIC
 permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255
ip access-list extended OUTER-TRAFFIC
 permit esp host 198.51.100.2 host 203.0.113.6
!
end
`;
const nestedB = `hostname RouterB
!
crypto isakmp policy 10
 encr aes 256
 hash sha256
 authentication pre-share
 group 14
crypto isakmp key Outer-Key-2024 address 198.51.100.2
!
crypto ipsec transform-set OUTER ah-sha256-hmac
!
crypto map OUTER 10 ipsec-isakmp
 set peer 198.51.100.2
 set transform-set OUTER
 match address OUTER-TRAFFIC
!
interface GigabitEthernet0/0
 ip address 203.0.113.2 255.255.255.252
 crypto map OUTER
!
interface GigabitEthernet0/1
 ip address 203.0.113.5 255.255.255.252
!
ip route 0.0.0.0 0.0.0.0 203.0.113.1
!
ip access-list extended OUTER-TRAFFIC
 permit esp host 203.0.113.6 host 198.51.100.2
!
end
`;
const nestedC = `hostname RouterC
!
crypto isakmp policy 10
 encr aes 256
 hash sha256
 authentication pre-share
 group 14
crypto isakmp key Inner-Key-2024 address 198.51.100.2
!
crypto ipsec transform-set INNER esp-aes 256 esp-sha256-hmac
!
crypto map INNER 10 ipsec-isakmp
 set peer 198.51.100.2
 set transform-set INNER
 match address INNER-TRAFFIC
!
interface GigabitEthernet0/0
 ip address 203.0.113.6 255.255.255.252
 crypto map INNER
!
interface GigabitEthernet0/1
 ip address 10.3.0.1 255.255.255.0
!
ip route 0.0.0.0 0.0.0.0 203.0.113.5
!
ip access-list extended INNER-TRAFFIC
 permit ip 10.3.0.0 0.0.0.255 10.1.0.0 0.0.0.255
!
end
`;

/** The nearer firewall is the outer peer: it protects what the inner tunnel has made. */
const nestedPeers = scenarioOf({
  id: "nested-peers",
  title: "Nested peers",
  goal: "RouterA and RouterC agree on the inner tunnel, RouterA and RouterB on the outer one that carries it.",
  text: "RouterB is a firewall that lets through only what it has authenticated. So RouterA wraps its traffic for RouterC (the inner peer) once more for RouterB (the outer peer): encryption and authentication inside, authentication alone outside. The inner tunnel's packets are ESP from RouterA to RouterC, and that is what the outer tunnel has to protect. RouterB expects the people's addresses instead.",
  source: `${guide}, IPsec Traffic Nested to Multiple Peers, figure 1`,
  solved: { RouterA: nestedA, RouterB: nestedB, RouterC: nestedC },
  broken: {
    RouterB: changed(nestedB, [
      [" permit esp host 203.0.113.6 host 198.51.100.2", " permit ip 10.3.0.0 0.0.0.255 10.1.0.0 0.0.0.255"],
    ]),
  },
  goals: [
    { kind: "peering", routers: ["RouterA", "RouterC"], statuses: ["agreed"] },
    { kind: "transforms", routers: ["RouterA", "RouterC"], transforms: ["esp-aes 256", "esp-sha256-hmac"] },
    { kind: "peering", routers: ["RouterA", "RouterB"], statuses: ["agreed"] },
    { kind: "transforms", routers: ["RouterA", "RouterB"], transforms: ["ah-sha256-hmac"] },
  ],
  hints: [
    { text: "Once the inner tunnel has wrapped a packet, its addresses are those of the inner peers." },
    {
      text: "RouterB's list has to be the mirror image of RouterA's list for the outer peer.",
      place: { router: "RouterB", kind: "accessList", name: "OUTER-TRAFFIC" },
    },
    {
      text: "On RouterB: permit esp host 203.0.113.6 host 198.51.100.2.",
      place: { router: "RouterB", kind: "accessList", name: "OUTER-TRAFFIC" },
    },
  ],
});

export const mapCases = [overlapOrder, permitDeny, loopbackRedundancy, nestedPeers];
