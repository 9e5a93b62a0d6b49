import type { Design } from "../model/design.ts";
import { designFromText } from "./designFromText.ts";
import { hubAndSpoke } from "./hubAndSpoke.ts";
import { manualKeyLines, manualSites } from "./manualSites.ts";
import { plainSites } from "./plainSites.ts";
import { writeCase } from "./ruleCase.ts";

/** One design of a record: what it is, and the changes of the base that make it. */
type Case = readonly [title: string, changes: string];

/** A subject of the record: designs that are one base with changes. */
export interface Subject {
  readonly file: string;
  readonly base: string;
  /** Routers behind a translator, by their ids. */
  readonly behindTranslator?: string;
  readonly cases: readonly Case[];
}

const policy = (priority: number, ...lines: readonly string[]) =>
  [`crypto isakmp policy ${priority}`, ...lines.map((line) => ` ${line}`)].join("\n");
const set = "crypto ipsec transform-set TS esp-aes 256 esp-sha256-hmac";
const keyOfAlpha = "crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2";
const keyOfBeta = "crypto isakmp key Long-Shared-Key-2024 address 198.51.100.2";
const permitOfAlpha = "permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255";
const permitOfBeta = "permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255";
const routeOfAlpha = "ip route 0.0.0.0 0.0.0.0 198.51.100.1";
const mapLines = (...lines: readonly string[]) =>
  ["+crypto map VPN 10 ipsec-isakmp", ...lines.map((line) => ` ${line}`)].join("\n");
const both = (changes: string) => `=== Alpha\n${changes}\n=== Beta\n${changes}`;

const phase1: readonly Case[] = [
  ["nothing differs", ""],
  ["another cipher", "=== Beta\nencr aes 256 => encr 3des"],
  ["another key length and another hash", "=== Beta\nencr aes 256 => encr aes 192\nhash sha256 => hash sha512"],
  ["another group", "=== Beta\ngroup 14 => group 19"],
  ["another method", "=== Beta\n- authentication pre-share"],
  [
    "the closest of several policies is told",
    `=== Alpha\n${policy(20, "encr aes 256", "hash sha", "authentication pre-share", "group 5")}\n=== Beta\nencr aes 256 => encr 3des\ngroup 14 => group 2\n${policy(30, "encr aes 256", "hash sha512", "authentication pre-share", "group 14")}`,
  ],
  [
    "the responder's order decides, and it puts the weaker one first",
    `=== Alpha\n${policy(20, "encr aes", "authentication pre-share", "group 5")}\n=== Beta\n${policy(5, "encr aes", "authentication pre-share", "group 5")}`,
  ],
  [
    "two weaker policies first, neither stronger in all",
    `=== Alpha\n${policy(20, "encr aes 256", "hash sha", "authentication pre-share", "group 24")}\n=== Beta\n${policy(5, "encr aes 256", "hash sha", "authentication pre-share", "group 24")}`,
  ],
  ["lifetimes differ", "=== Beta\n+crypto isakmp policy 10\n lifetime 28800"],
  ["one end has no policy", "=== Beta\n- crypto isakmp policy 10"],
  [
    "one end has no policy, the other one that equals a built-in one",
    "=== Alpha\nencr aes 256 => encr aes\nhash sha256 => hash md5\ngroup 14 => group 5\n=== Beta\n- crypto isakmp policy 10",
  ],
  ["neither end has a policy", both("- crypto isakmp policy 10")],
  [
    "built-in policies are switched off at the end without one",
    "=== Beta\n- crypto isakmp policy 10\nno crypto isakmp default policy",
  ],
  ["neither end has any policy at all", both("- crypto isakmp policy 10\nno crypto isakmp default policy")],
  ["certificates", both("authentication pre-share => authentication rsa-sig")],
  [
    "certificates and no keys",
    both("authentication pre-share => authentication rsa-sig")
      .replace("=== Alpha\n", `=== Alpha\n- ${keyOfAlpha}\n`)
      .replace("=== Beta\n", `=== Beta\n- ${keyOfBeta}\n`),
  ],
  ["IKE is off at one end", "=== Beta\nno crypto isakmp enable"],
  ["DES on a release that refuses it", `${both("encr aes 256 => encr des")}\nversion 17.12`],
  [
    "3DES on a release that refuses it",
    `=== Alpha\nversion 17.12\nencr aes 256 => encr 3des\n=== Beta\nencr aes 256 => encr 3des`,
  ],
  ["MD5 on a release that refuses it", `${both("hash sha256 => hash md5")}\nversion 17.12`],
  ["group 1 on a release that refuses it", `${both("group 14 => group 1")}\nversion 17.12`],
  ["group 2 on a release that refuses it", `${both("group 14 => group 2")}\nversion 17.12`],
  ["group 5 on a release that refuses it", `${both("group 14 => group 5")}\nversion 17.12`],
  [
    "a release that refuses weak policies passes over them",
    `${both(policy(5, "encr 3des", "authentication pre-share", "group 2"))}\nversion 17.12`,
  ],
  [
    "no policy on a release that refuses the built-in ones of others",
    `=== Alpha\n${policy(10, "encr 3des", "hash md5", "authentication pre-share", "group 2")}\n=== Beta\n- crypto isakmp policy 10\nversion 17.12`,
  ],
];

const keys: readonly Case[] = [
  ["one end has no key", `=== Alpha\n- ${keyOfAlpha}`],
  ["the keys differ", `=== Beta\n${keyOfBeta} => crypto isakmp key long-shared-key-2024 address 198.51.100.2`],
  ["one key is encrypted", `=== Beta\n${keyOfBeta} => crypto isakmp key 6 AAAA address 198.51.100.2`],
  [
    "a key for another address of the peer",
    `=== Alpha\n${keyOfAlpha} => crypto isakmp key Long-Shared-Key-2024 address 10.2.0.1`,
  ],
  [
    "a key for the peer's name, which main mode can't use",
    `=== Alpha\n${keyOfAlpha} => crypto isakmp key Long-Shared-Key-2024 hostname beta.example.net`,
  ],
  [
    "a key for the name of somebody else",
    `=== Alpha\n${keyOfAlpha} => crypto isakmp key Long-Shared-Key-2024 hostname gamma`,
  ],
  [
    "a keyring that is bound to another address",
    `=== Alpha\n- ${keyOfAlpha}\ncrypto keyring RING\n  local-address GigabitEthernet0/1\n  pre-shared-key address 203.0.113.2 key Long-Shared-Key-2024`,
  ],
  [
    "a keyring that is bound to the address that the map speaks from",
    `=== Alpha\n- ${keyOfAlpha}\ncrypto keyring RING\n  local-address 198.51.100.2\n  pre-shared-key address 203.0.113.2 key Long-Shared-Key-2024`,
  ],
  [
    "a keyring that is bound to the interface that the map is on",
    `=== Alpha\n- ${keyOfAlpha}\ncrypto keyring RING\n  local-address GigabitEthernet0/0\n  pre-shared-key address 203.0.113.2 key Long-Shared-Key-2024`,
  ],
  [
    "a keyring that is bound to the interface that the map is on, in other letters",
    `=== Alpha\n- ${keyOfAlpha}\ncrypto keyring RING\n  local-address GIGABITETHERNET0/0\n  pre-shared-key address 203.0.113.2 key Long-Shared-Key-2024`,
  ],
  [
    "two keyrings with the same key",
    `=== Alpha\n- ${keyOfAlpha}\ncrypto keyring ONE\n  pre-shared-key address 203.0.113.2 key Long-Shared-Key-2024\ncrypto keyring TWO\n  pre-shared-key address 203.0.113.2 key Long-Shared-Key-2024`,
  ],
  [
    "a profile without a keyring finds the global key",
    `=== Alpha\ncrypto isakmp profile P\n   match identity address 203.0.113.2 255.255.255.255\n${mapLines("set isakmp-profile P")}`,
  ],
  [
    "a keyring of another VRF",
    `=== Alpha\n- ${keyOfAlpha}\ncrypto keyring RING vrf RED\n  pre-shared-key address 203.0.113.2 key Long-Shared-Key-2024`,
  ],
  ["a key for everybody beside the peer's own, which differs", `=== Alpha\ncrypto isakmp key other address 0.0.0.0`],
  [
    "a key for everybody beside the peer's own, which is the same",
    `=== Alpha\ncrypto isakmp key Long-Shared-Key-2024 address 0.0.0.0`,
  ],
  [
    "a global key and a keyring's for the same peer that differ",
    `=== Alpha\ncrypto keyring RING\n  pre-shared-key address 203.0.113.2 key other`,
  ],
  [
    "a key for the network alone",
    `=== Alpha\n${keyOfAlpha} => crypto isakmp key Long-Shared-Key-2024 address 203.0.113.0 255.255.255.0`,
  ],
  [
    "a map that asks for user names",
    `=== Alpha\naaa new-model\naaa authentication login USERS local\ncrypto map VPN client authentication list USERS`,
  ],
  [
    "a map that asks for user names, but not this peer",
    `=== Alpha\naaa new-model\naaa authentication login USERS local\ncrypto map VPN client authentication list USERS\n${keyOfAlpha} => ${keyOfAlpha} no-xauth`,
  ],
  [
    "a profile that asks for user names",
    `=== Alpha\ncrypto isakmp profile P\n   keyring default\n   match identity address 203.0.113.2 255.255.255.255\n   client authentication list USERS\n${mapLines("set isakmp-profile P")}`,
  ],
  [
    "a map that asks for user names, and a profile that does not",
    `=== Alpha\ncrypto map VPN client authentication list USERS\ncrypto isakmp profile P\n   keyring default\n   match identity address 203.0.113.2 255.255.255.255\n${mapLines("set isakmp-profile P")}`,
  ],
  [
    "a map that asks for user names, and a key of a keyring",
    `=== Alpha\n- ${keyOfAlpha}\ncrypto map VPN client authentication list USERS\ncrypto keyring RING\n  pre-shared-key address 203.0.113.2 key Long-Shared-Key-2024`,
  ],
];

const profile = (...lines: readonly string[]) =>
  `crypto isakmp profile P\n${lines.map((line) => `   ${line}`).join("\n")}\n${mapLines("set isakmp-profile P")}`;
const identities: readonly Case[] = [
  [
    "a profile that matches the peer's address",
    `=== Alpha\n${profile("keyring default", "match identity address 203.0.113.2 255.255.255.255")}`,
  ],
  [
    "a profile that matches another address",
    `=== Alpha\n${profile("keyring default", "match identity address 203.0.113.9 255.255.255.255")}`,
  ],
  ["a profile that matches nothing", `=== Alpha\n${profile("keyring default")}`],
  ["a profile that does not exist", `=== Alpha\n${mapLines("set isakmp-profile GONE")}`],
  [
    "a profile that names the key's store and finds none there",
    `=== Alpha\ncrypto keyring RING\n  pre-shared-key address 203.0.113.9 key k\n${profile("keyring RING", "match identity address 203.0.113.2 255.255.255.255")}`,
  ],
  [
    "the peer calls itself by name, and the profile wants its address",
    `=== Alpha\n${profile("keyring default", "match identity address 203.0.113.2 255.255.255.255")}\n=== Beta\ncrypto isakmp identity hostname`,
  ],
  [
    "the peer calls itself by name, and the profile wants that",
    `=== Alpha\n${profile("keyring default", "match identity host Beta")}\n=== Beta\ncrypto isakmp identity hostname`,
  ],
  [
    "the peer's profile gives it a name of its own",
    `=== Alpha\n${profile("keyring default", "match identity host Beta")}\n=== Beta\n${profile("keyring default", "match identity address 198.51.100.2 255.255.255.255", "self-identity fqdn other.example.net")}`,
  ],
  [
    "the peer calls itself by the name of its certificate",
    `=== Alpha\n${profile("keyring default", "match identity address 203.0.113.2 255.255.255.255")}\n=== Beta\ncrypto isakmp identity dn`,
  ],
  [
    "aggressive mode by a profile",
    `=== Alpha\n${profile("keyring default", "match identity address 203.0.113.2 255.255.255.255", "initiate mode aggressive")}`,
  ],
  [
    "aggressive mode to a peer that hashes differently",
    `=== Alpha\n${profile("keyring default", "match identity address 203.0.113.2 255.255.255.255", "initiate mode aggressive")}\n=== Beta\nhash sha256 => hash sha`,
  ],
  [
    "aggressive mode to a peer with another key",
    `=== Alpha\n${profile("keyring default", "match identity address 203.0.113.2 255.255.255.255", "initiate mode aggressive")}\n=== Beta\n${keyOfBeta} => crypto isakmp key other address 198.51.100.2`,
  ],
];

const reachability: readonly Case[] = [
  ["the peer answers from another address", "=== Beta\n=== Alpha\nset peer 203.0.113.2 => set peer 10.2.0.1\n"],
  ["the peer names another address", "=== Beta\nset peer 198.51.100.2 => set peer 10.1.0.1"],
  ["a route to the peer is missing", `=== Alpha\n${routeOfAlpha} => ip route 10.2.0.0 255.255.255.0 198.51.100.1`],
  ["no routes in the text", `=== Alpha\n- ${routeOfAlpha}`],
  [
    "a routing protocol and no static route",
    `=== Alpha\n- ${routeOfAlpha}\nrouter ospf 1\n network 10.1.0.0 0.0.0.255 area 0`,
  ],
  [
    "the peer is reached through a tunnel to itself",
    `=== Alpha\ninterface Tunnel0\n ip address 10.99.0.1 255.255.255.252\n tunnel source GigabitEthernet0/0\n tunnel destination 203.0.113.2\nip route 203.0.113.2 255.255.255.255 Tunnel0`,
  ],
  ["one end gets its address by DHCP", "=== Beta\nip address 203.0.113.2 255.255.255.252 => ip address dhcp"],
  ["one end has no address", "=== Beta\n- ip address 203.0.113.2 255.255.255.252"],
  ["IKEv2 at both ends", `=== Alpha\n${mapLines("set ikev2-profile P")}\n=== Beta\n${mapLines("set ikev2-profile P")}`],
  [
    "the map is on two interfaces and speaks from a loopback",
    "=== Beta\ninterface Loopback0\n ip address 203.0.113.9 255.255.255.255\ncrypto map VPN local-address Loopback0\ninterface GigabitEthernet0/2\n ip address 192.0.2.2 255.255.255.0\n crypto map VPN\nip route 10.1.0.0 255.255.255.0 10.2.0.254\n=== Alpha\nset peer 203.0.113.2 => set peer 203.0.113.9\ncrypto isakmp key Long-Shared-Key-2024 address 203.0.113.9",
  ],
  [
    "no routes in the text, and the map is on two interfaces",
    "=== Beta\ninterface Loopback0\n ip address 203.0.113.9 255.255.255.255\ncrypto map VPN local-address Loopback0\ninterface GigabitEthernet0/2\n ip address 192.0.2.2 255.255.255.0\n crypto map VPN\n- ip route 0.0.0.0 0.0.0.0 203.0.113.1\n=== Alpha\nset peer 203.0.113.2 => set peer 203.0.113.9\ncrypto isakmp key Long-Shared-Key-2024 address 203.0.113.9",
  ],
  ["IKEv2 at one end", `=== Beta\n${mapLines("set ikev2-profile P")}`],
  [
    "the map speaks from a loopback that the peer does not know",
    "=== Beta\ninterface Loopback0\n ip address 192.0.2.9 255.255.255.255\ncrypto map VPN local-address Loopback0",
  ],
  [
    "the map speaks from a loopback that the peer names",
    "=== Alpha\nset peer 203.0.113.2 => set peer 192.0.2.9\ncrypto isakmp key Long-Shared-Key-2024 address 192.0.2.9\n=== Beta\ninterface Loopback0\n ip address 192.0.2.9 255.255.255.255\ncrypto map VPN local-address Loopback0",
  ],
];

const nat = (...lines: readonly string[]) =>
  `+interface GigabitEthernet0/0\n ip nat outside\n+interface GigabitEthernet0/1\n ip nat inside\n${lines.join("\n")}`;
const overload = "ip nat inside source list NAT interface GigabitEthernet0/0 overload";
const natList = (...lines: readonly string[]) =>
  `ip access-list extended NAT\n${lines.map((line) => ` ${line}`).join("\n")}`;
const trigger: readonly Case[] = [
  ["no route to the peer's network", `=== Alpha\n${routeOfAlpha} => ip route 203.0.113.0 255.255.255.0 198.51.100.1`],
  ["the route leads out of another interface", `=== Alpha\nip route 10.2.0.0 255.255.255.0 10.1.0.254`],
  [
    "two routes, one of them out of another interface",
    `=== Alpha\nip route 10.2.0.0 255.255.255.0 10.1.0.254\nip route 10.2.0.0 255.255.255.0 198.51.100.1`,
  ],
  [
    "a routing protocol may know a longer prefix than the route out of another interface",
    `=== Alpha\nip route 10.0.0.0 255.0.0.0 10.1.0.254\nrouter eigrp 1\n network 10.0.0.0`,
  ],
  [
    "the peer's network is connected here",
    `=== Alpha\ninterface GigabitEthernet0/2\n ip address 10.2.0.9 255.255.255.0`,
  ],
  [
    "the route is injected at once",
    `=== Alpha\n${routeOfAlpha} => ip route 203.0.113.0 255.255.255.0 198.51.100.1\n${mapLines("reverse-route static")}`,
  ],
  [
    "the route is injected once the tunnel is up",
    `=== Alpha\n${routeOfAlpha} => ip route 203.0.113.0 255.255.255.0 198.51.100.1\n${mapLines("reverse-route")}`,
  ],
  ["translated: no exemption", `=== Alpha\n${nat(overload, natList("permit ip 10.1.0.0 0.0.0.255 any"))}`],
  [
    "translated: the exemption stands behind the permit",
    `=== Alpha\n${nat(overload, natList("permit ip 10.1.0.0 0.0.0.255 any", "deny ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255"))}`,
  ],
  [
    "translated in part",
    `=== Alpha\n${nat(overload, natList("deny ip 10.1.0.0 0.0.0.127 10.2.0.0 0.0.0.255", "permit ip 10.1.0.0 0.0.0.255 any"))}`,
  ],
  [
    "translated by a route map without exemption",
    `=== Alpha\n${nat("ip nat inside source route-map NAT interface GigabitEthernet0/0 overload", natList("permit ip 10.1.0.0 0.0.0.255 any"), "route-map NAT permit 10\n match ip address NAT")}`,
  ],
  [
    "exempt by a route map",
    `=== Alpha\n${nat("ip nat inside source route-map NAT interface GigabitEthernet0/0 overload", natList("deny ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255", "permit ip 10.1.0.0 0.0.0.255 any"), "route-map NAT permit 10\n match ip address NAT")}`,
  ],
  ["one host translated by a static line", `=== Alpha\n${nat("ip nat inside source static 10.1.0.9 198.51.100.9")}`],
  [
    "the whole network translated by a static line",
    `=== Alpha\n${nat("ip nat inside source static network 10.1.0.0 192.168.1.0 /24")}`,
  ],
  [
    "an earlier entry takes all of it",
    `=== Alpha\ncrypto map VPN 5 ipsec-isakmp\n set peer 203.0.113.99\n set transform-set TS\n match address FIRST\nip access-list extended FIRST\n permit ip 10.0.0.0 0.255.255.255 10.2.0.0 0.0.255.255`,
  ],
  [
    "an earlier entry takes a part of it",
    `=== Alpha\ncrypto map VPN 5 ipsec-isakmp\n set peer 203.0.113.99\n set transform-set TS\n match address FIRST\nip access-list extended FIRST\n permit ip 10.1.0.0 0.0.0.127 10.2.0.0 0.0.255.255`,
  ],
  [
    "an earlier entry uses the same list",
    `=== Alpha\ncrypto map VPN 5 ipsec-isakmp\n set peer 203.0.113.99\n set transform-set TS\n match address VPN`,
  ],
  [
    "an earlier dynamic entry takes it",
    `=== Alpha\ncrypto dynamic-map DYN 10\n set transform-set TS\n match address FIRST\ncrypto map VPN 5 ipsec-isakmp dynamic DYN\nip access-list extended FIRST\n permit ip 10.0.0.0 0.255.255.255 10.2.0.0 0.0.255.255`,
  ],
  [
    "an earlier entry denies it and then permits it",
    `=== Alpha\ncrypto map VPN 5 ipsec-isakmp\n set peer 203.0.113.99\n set transform-set TS\n match address FIRST\nip access-list extended FIRST\n deny ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255\n permit ip 10.0.0.0 0.255.255.255 10.0.0.0 0.255.255.255`,
  ],
  [
    "the entry's own list denies it first",
    `=== Alpha\nip access-list extended VPN\n deny ip any any\n ${permitOfAlpha}`,
  ],
  ["no list is named", "=== Alpha\n- match address VPN"],
  ["the list does not exist", "=== Alpha\nmatch address VPN => match address GONE"],
  ["the list is empty", "=== Alpha\nip access-list extended VPN\n remark later"],
  ["the list only denies", `=== Alpha\nip access-list extended VPN\n deny ip any any`],
  [
    "the list is a standard one",
    "=== Alpha\nmatch address VPN => match address 10\naccess-list 10 permit 10.1.0.0 0.0.0.255",
  ],
  ["no transform set is named", "=== Alpha\n- set transform-set TS"],
  ["no transform set that is named exists", "=== Alpha\nset transform-set TS => set transform-set GONE LOST"],
  ["the map is on no interface", "=== Alpha\n- crypto map VPN\n"],
  ["the interface is shut down", "=== Alpha\n+interface GigabitEthernet0/0\n shutdown"],
  [
    "the local address is shut down",
    "=== Alpha\ninterface Loopback0\n ip address 198.51.100.2 255.255.255.255\n shutdown\ncrypto map VPN local-address Loopback0",
  ],
  ["the local address does not exist", "=== Alpha\ncrypto map VPN local-address Loopback7"],
];

const routeMap = "ip nat inside source route-map NAT interface GigabitEthernet0/0 overload";
const translations: readonly Case[] = [
  [
    "a route map's deny exempts, wherever it is written",
    `=== Alpha\n${nat(routeMap, natList("permit ip 10.1.0.0 0.0.0.255 any"), "ip access-list extended VPNS\n permit ip any 10.2.0.0 0.0.255.255", "route-map NAT permit 20\n match ip address NAT", "route-map NAT deny 10\n match ip address VPNS")}`,
  ],
  [
    "a route map's deny comes behind its permit",
    `=== Alpha\n${nat(routeMap, natList("permit ip 10.1.0.0 0.0.0.255 any"), "ip access-list extended VPNS\n permit ip any 10.2.0.0 0.0.255.255", "route-map NAT permit 10\n match ip address NAT", "route-map NAT deny 20\n match ip address VPNS")}`,
  ],
  ["a route map without a condition", `=== Alpha\n${nat(routeMap, "route-map NAT permit 10")}`],
  [
    "a route map that denies everything first",
    `=== Alpha\n${nat(routeMap, natList("permit ip any any"), "route-map NAT deny 10", "route-map NAT permit 20\n match ip address NAT")}`,
  ],
  [
    "a route map for this way out",
    `=== Alpha\n${nat(routeMap, "route-map NAT permit 10\n match interface GigabitEthernet0/0")}`,
  ],
  [
    "a route map for another way out",
    `=== Alpha\n${nat(routeMap, "route-map NAT permit 10\n match interface GigabitEthernet0/9")}`,
  ],
  [
    "a route map whose list does not exist",
    `=== Alpha\n${nat(routeMap, "route-map NAT permit 10\n match ip address GONE")}`,
  ],
  [
    "a route map with two lists",
    `=== Alpha\n${nat(routeMap, natList("permit ip 10.7.0.0 0.0.0.255 any"), "ip access-list extended MORE\n permit ip 10.1.0.0 0.0.0.255 any", "route-map NAT permit 10\n match ip address NAT MORE")}`,
  ],
  ["a rule whose list does not exist", `=== Alpha\n${nat(overload)}`],
  [
    "a rule of another VRF",
    `=== Alpha\n${nat("ip nat inside source list NAT interface GigabitEthernet0/0 vrf RED overload", natList("permit ip 10.1.0.0 0.0.0.255 any"))}`,
  ],
  [
    "a second rule translates what the first one exempts",
    `=== Alpha\n${nat(overload, natList("deny ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255", "permit ip 10.1.0.0 0.0.0.255 any"), "ip nat inside source list MORE pool POOL", "ip access-list extended MORE\n permit ip 10.1.0.0 0.0.0.255 any")}`,
  ],
  [
    "no inside interface",
    `=== Alpha\n+interface GigabitEthernet0/0\n ip nat outside\n${overload}\n${natList("permit ip any any")}`,
  ],
  [
    "the network comes in by an interface that is not inside, beside one that is",
    `=== Alpha\n+interface GigabitEthernet0/0\n ip nat outside\ninterface GigabitEthernet0/2\n ip address 10.8.0.1 255.255.255.0\n ip nat inside\n${overload}\n${natList("permit ip any any")}`,
  ],
  [
    "the network is behind a router of the inside",
    `=== Alpha\n${nat(overload, natList("permit ip any any"))}\n${permitOfAlpha} => permit ip 10.9.0.0 0.0.0.255 10.2.0.0 0.0.0.255\n=== Beta\n${permitOfBeta} => permit ip 10.2.0.0 0.0.0.255 10.9.0.0 0.0.0.255`,
  ],
  [
    "a port of one host translated by a static line",
    `=== Alpha\n${nat("ip nat inside source static tcp 10.1.0.9 80 198.51.100.9 80")}\n${permitOfAlpha} => permit ip host 10.1.0.9 10.2.0.0 0.0.0.255\n=== Beta\n${permitOfBeta} => permit ip 10.2.0.0 0.0.0.255 host 10.1.0.9`,
  ],
  [
    "the one host translated by a static line",
    `=== Alpha\n${nat("ip nat inside source static 10.1.0.9 198.51.100.9")}\n${permitOfAlpha} => permit ip host 10.1.0.9 10.2.0.0 0.0.0.255\n=== Beta\n${permitOfBeta} => permit ip 10.2.0.0 0.0.0.255 host 10.1.0.9`,
  ],
  [
    "the one host exempt from its static line by a route map",
    `=== Alpha\n${nat("ip nat inside source static 10.1.0.9 198.51.100.9 route-map ONLY", "ip access-list extended WEB\n deny ip any 10.2.0.0 0.0.0.255\n permit ip any any", "route-map ONLY permit 10\n match ip address WEB")}\n${permitOfAlpha} => permit ip host 10.1.0.9 10.2.0.0 0.0.0.255\n=== Beta\n${permitOfBeta} => permit ip 10.2.0.0 0.0.0.255 host 10.1.0.9`,
  ],
  [
    "the one host not exempt from its static line by a route map",
    `=== Alpha\n${nat("ip nat inside source static 10.1.0.9 198.51.100.9 route-map ONLY", "ip access-list extended WEB\n permit ip any any", "route-map ONLY permit 10\n match ip address WEB")}\n${permitOfAlpha} => permit ip host 10.1.0.9 10.2.0.0 0.0.0.255\n=== Beta\n${permitOfBeta} => permit ip 10.2.0.0 0.0.0.255 host 10.1.0.9`,
  ],
  [
    "a deny behind the permit for something else",
    `=== Alpha\n${nat(overload, natList("permit ip 10.1.0.0 0.0.0.255 any", "deny ip 10.1.0.0 0.0.0.255 10.77.0.0 0.0.0.255"))}`,
  ],
  [
    "two exemptions in front of the permit, for halves of the flow",
    `=== Alpha\n${nat(overload, natList("deny ip 10.1.0.0 0.0.0.127 10.2.0.0 0.0.0.255", "deny ip 10.1.0.128 0.0.0.127 10.2.0.0 0.0.0.255", "permit ip 10.1.0.0 0.0.0.255 any"))}`,
  ],
  [
    "no route and no exemption",
    `=== Alpha\n${nat(overload, natList("permit ip 10.1.0.0 0.0.0.255 any"))}\n${routeOfAlpha} => ip route 203.0.113.0 255.255.255.0 198.51.100.1`,
  ],
  [
    "a route out of another outside interface, and no exemption",
    `=== Alpha\n${nat(overload, natList("permit ip 10.1.0.0 0.0.0.255 any"))}\ninterface GigabitEthernet0/2\n ip address 192.0.2.1 255.255.255.0\n ip nat outside\nip route 10.2.0.0 255.255.255.0 192.0.2.254`,
  ],
];

const earlier = (sequence: number, list: string, permit: string, ...more: readonly string[]) =>
  [
    `crypto map VPN ${sequence} ipsec-isakmp`,
    " set peer 203.0.113.99",
    " set transform-set TS",
    ` match address ${list}`,
    `ip access-list extended ${list}`,
    ` ${permit}`,
    ...more.map((line) => ` ${line}`),
  ].join("\n");
const mapOrder: readonly Case[] = [
  [
    "two earlier entries together take all of it",
    `=== Alpha\n${earlier(7, "UPPER", "permit ip 10.1.0.128 0.0.0.127 any")}\n${earlier(5, "LOWER", "permit ip 10.1.0.0 0.0.0.127 any")}`,
  ],
  [
    "two earlier entries take parts of it",
    `=== Alpha\n${earlier(7, "UPPER", "permit ip 10.1.0.128 0.0.0.63 any")}\n${earlier(5, "LOWER", "permit ip 10.1.0.0 0.0.0.127 any")}`,
  ],
  [
    "an earlier entry takes a part of it, and the entry's own list denies the rest",
    `=== Alpha\n${earlier(5, "LOWER", "permit ip 10.1.0.0 0.0.0.127 any")}\nip access-list extended VPN\n deny ip 10.1.0.128 0.0.0.127 any\n ${permitOfAlpha}`,
  ],
  [
    "an earlier entry takes a part of it, and the entry's own list denies all",
    `=== Alpha\n${earlier(5, "LOWER", "permit ip 10.1.0.0 0.0.0.127 any")}\nip access-list extended VPN\n deny ip 10.1.0.0 0.0.0.255 any\n ${permitOfAlpha}`,
  ],
  [
    "an earlier entry without a peer is passed over",
    `=== Alpha\ncrypto map VPN 5 ipsec-isakmp\n set transform-set TS\n match address FIRST\nip access-list extended FIRST\n permit ip any any`,
  ],
  [
    "an earlier entry without a list is passed over",
    "=== Alpha\ncrypto map VPN 5 ipsec-isakmp\n set peer 203.0.113.99\n set transform-set TS",
  ],
  [
    "an earlier entry takes one of two permits",
    `=== Alpha\n${earlier(5, "FIRST", permitOfAlpha)}\n+ip access-list extended VPN\n permit ip 10.1.1.0 0.0.0.255 10.2.1.0 0.0.0.255\n=== Beta\n+ip access-list extended VPN\n permit ip 10.2.1.0 0.0.0.255 10.1.1.0 0.0.0.255`,
  ],
  [
    "an earlier entry takes what the peer's narrower permit asks for",
    `=== Alpha\n${earlier(5, "FIRST", "permit ip 10.1.0.0 0.0.0.127 10.2.0.0 0.0.0.255")}\n=== Beta\n${permitOfBeta} => permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.127`,
  ],
  [
    "the second entry of an earlier dynamic map takes it",
    `=== Alpha\ncrypto dynamic-map DYN 10\n set transform-set TS\n match address OTHER\ncrypto dynamic-map DYN 20\n set transform-set TS\n match address FIRST\ncrypto map VPN 5 ipsec-isakmp dynamic DYN\nip access-list extended OTHER\n permit ip 10.77.0.0 0.0.0.255 any\nip access-list extended FIRST\n permit ip 10.0.0.0 0.255.255.255 10.2.0.0 0.0.255.255`,
  ],
  [
    "an earlier entry denies something else and permits this",
    `=== Alpha\n${earlier(5, "FIRST", "deny ip 10.77.0.0 0.0.0.255 any", "permit ip 10.1.0.0 0.0.255.255 10.2.0.0 0.0.255.255")}`,
  ],
  [
    "an earlier entry denies this and permits something else",
    `=== Alpha\n${earlier(5, "FIRST", "deny ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255", "permit ip 10.77.0.0 0.0.0.255 any")}`,
  ],
  [
    "an earlier entry for the same peer takes the answer",
    `=== Beta\ncrypto map VPN 5 ipsec-isakmp\n set peer 198.51.100.2\n set transform-set TS\n match address FIRST\nip access-list extended FIRST\n permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.255.255`,
  ],
];

const afterAnother =
  "set peer 203.0.113.2 => set peer 192.0.2.9\n+crypto map VPN 10 ipsec-isakmp\n set peer 203.0.113.2\ncrypto isakmp key k address 192.0.2.9";
const backups: readonly Case[] = [
  ["the second peer is a backup", `=== Alpha\n${afterAnother}`],
  [
    "a backup's route floats above a better one",
    `=== Alpha\n${afterAnother}\nip route 10.2.0.0 255.255.255.0 10.1.0.254\nip route 10.2.0.0 255.255.255.0 198.51.100.1 200`,
  ],
  [
    "a backup's better route leads elsewhere, and the default route stands behind it",
    `=== Alpha\n${afterAnother}\nip route 10.2.0.0 255.255.255.0 10.1.0.254`,
  ],
  [
    "a primary does not wait for a route that floats",
    "=== Alpha\nip route 10.2.0.0 255.255.255.0 10.1.0.254\nip route 10.2.0.0 255.255.255.0 198.51.100.1 200",
  ],
];

const inList = (...lines: readonly string[]) =>
  `=== Beta\n+interface GigabitEthernet0/0\n ip access-group IN in\nip access-list extended IN\n ${lines.join("\n ")}`;
const ike = "permit udp host 198.51.100.2 host 203.0.113.2 eq isakmp";
const natt = "permit udp host 198.51.100.2 host 203.0.113.2 eq non500-isakmp";
const esp = "permit esp host 198.51.100.2 host 203.0.113.2";
const filters: readonly Case[] = [
  ["IKE is kept out by the list's end", inList(esp, natt)],
  ["IKE is kept out by a line", inList("deny udp any any eq isakmp", "permit ip any any")],
  ["UDP 4500 is kept out", inList(ike, esp)],
  ["ESP is kept out", inList(ike, natt)],
  [
    "AH is kept out",
    `${inList(ike, natt, esp)}\n${set} => crypto ipsec transform-set TS ah-sha-hmac\n=== Alpha\n${set} => crypto ipsec transform-set TS ah-sha-hmac`,
  ],
  ["all is let in", inList(ike, natt, esp)],
  ["an empty list lets all in", inList("remark later")],
  [
    "a second interface of the map is open",
    `${inList("deny ip any any")}\ninterface Loopback0\n ip address 203.0.113.9 255.255.255.255\ncrypto map VPN local-address Loopback0\ninterface GigabitEthernet0/2\n ip address 192.0.2.2 255.255.255.0\n crypto map VPN\n=== Alpha\nset peer 203.0.113.2 => set peer 203.0.113.9\ncrypto isakmp key Long-Shared-Key-2024 address 203.0.113.9`,
  ],
  [
    "the answer has no way back",
    "=== Beta\nip route 0.0.0.0 0.0.0.0 203.0.113.1 => ip route 198.51.100.0 255.255.255.0 203.0.113.1",
  ],
  ["the answer leaves by another interface", "=== Beta\nip route 10.1.0.0 255.255.255.0 10.2.0.254"],
  ["the answer is translated", `=== Beta\n${nat(overload, natList("permit ip 10.2.0.0 0.0.0.255 any"))}`],
  [
    "the answer enters another entry",
    `=== Beta\ncrypto map VPN 5 ipsec-isakmp\n set peer 198.51.100.99\n set transform-set TS\n match address FIRST\nip access-list extended FIRST\n permit ip 10.2.0.0 0.0.255.255 10.0.0.0 0.255.255.255`,
  ],
];

const translator: readonly Case[] = [
  ["a key and an entry for whoever comes", ""],
  ["AH", both(`${set} => crypto ipsec transform-set TS ah-sha-hmac`)],
  ["NAT traversal is off", "=== Beta\nno crypto ipsec nat-transparency udp-encapsulation"],
  ["UDP 4500 is kept out", inList("permit udp any host 203.0.113.2 eq isakmp", "permit esp any any")],
  [
    "ESP is kept out, and not needed",
    inList("permit udp any host 203.0.113.2 eq isakmp", "permit udp any host 203.0.113.2 eq non500-isakmp"),
  ],
  [
    "IKE is let in from some addresses",
    inList(
      "permit udp 198.51.0.0 0.0.255.255 any eq isakmp",
      "permit udp any any eq non500-isakmp",
      "permit esp any any",
    ),
  ],
];

const transformSet = (transforms: string, mode?: string) =>
  `${set} => crypto ipsec transform-set TS ${transforms}${mode === undefined ? "" : `\n+crypto ipsec transform-set TS ${transforms}\n mode ${mode}`}`;
const hosts = `${permitOfAlpha} => permit gre host 198.51.100.2 host 203.0.113.2\n=== Beta\n${permitOfBeta} => permit gre host 203.0.113.2 host 198.51.100.2`;
const groupsOf = (name: string, ...networks: readonly string[]) =>
  [`object-group network ${name}`, ...networks.map((network) => ` ${network} 255.255.255.0`)].join("\n");
const quickMode: readonly Case[] = [
  ["another cipher", `=== Beta\n${transformSet("esp-3des esp-sha256-hmac")}`],
  [
    "the initiator's order decides among common sets",
    `=== Alpha\ncrypto ipsec transform-set OTHER esp-aes esp-sha-hmac\nset transform-set TS => set transform-set OTHER TS\n=== Beta\ncrypto ipsec transform-set NAMED-ELSE esp-aes esp-sha-hmac\nset transform-set TS => set transform-set TS NAMED-ELSE`,
  ],
  ["PFS at one end", `=== Beta\n${mapLines("set pfs group14")}`],
  ["PFS with other groups", `=== Alpha\n${mapLines("set pfs group19")}\n=== Beta\n${mapLines("set pfs group14")}`],
  ["PFS without a group at one end", `=== Alpha\n${mapLines("set pfs")}\n=== Beta\n${mapLines("set pfs group1")}`],
  ["PFS without a group on IOS-XE", `${both(mapLines("set pfs"))}\nversion 17.3`],
  ["PFS with a group that the release refuses", `${both(mapLines("set pfs group2"))}\nversion 17.12`],
  ["DES that the release refuses", `${both(transformSet("esp-des esp-sha-hmac"))}\nversion 17.12`],
  ["GMAC that the release refuses", `${both(transformSet("esp-gmac"))}\nversion 17.12`],
  ["another mode for networks", `=== Beta\n${transformSet("esp-aes 256 esp-sha256-hmac", "transport")}`],
  [
    "transport is required for networks",
    `=== Beta\n${transformSet("esp-aes 256 esp-sha256-hmac", "transport require")}\n=== Alpha\n${transformSet("esp-aes 256 esp-sha256-hmac", "transport")}`,
  ],
  [
    "transport between the endpoints",
    `=== Alpha\n${hosts}\n${transformSet("esp-aes 256 esp-sha256-hmac", "transport")}`.replace(
      "=== Alpha\n",
      `=== Alpha\n${transformSet("esp-aes 256 esp-sha256-hmac", "transport")}\n`,
    ),
  ],
  [
    "another mode between the endpoints",
    `=== Alpha\n${hosts}\n${transformSet("esp-aes 256 esp-sha256-hmac", "transport")}`,
  ],
  [
    "lifetimes differ",
    `=== Alpha\n${mapLines("set security-association lifetime seconds 1800")}\n=== Beta\n${mapLines("set security-association lifetime kilobytes 2560000")}`,
  ],
  [
    "lifetimes differ by the routers' global lines",
    "=== Alpha\ncrypto ipsec security-association lifetime seconds 7200\n=== Beta\ncrypto ipsec security-association lifetime kilobytes disable",
  ],
  ["a narrower permit starts alone", `=== Alpha\n${permitOfAlpha} => permit ip 10.1.0.0 0.0.0.127 10.2.0.0 0.0.0.255`],
  ["permits that only overlap", `=== Alpha\n${permitOfAlpha} => permit ip 10.1.0.0 0.0.1.255 10.2.0.0 0.0.0.127`],
  [
    "permits that have nothing in common",
    `=== Alpha\n${permitOfAlpha} => permit ip 10.7.0.0 0.0.0.255 10.2.0.0 0.0.0.255`,
  ],
  ["the peer's permit was copied, not mirrored", `=== Beta\n${permitOfBeta} => ${permitOfAlpha}`],
  [
    "the ports stand on the same side",
    `=== Alpha\n${permitOfAlpha} => permit tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 eq 23\n=== Beta\n${permitOfBeta} => permit tcp 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 eq 23`,
  ],
  [
    "the ports are swapped as they must",
    `=== Alpha\n${permitOfAlpha} => permit tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 eq 23\n=== Beta\n${permitOfBeta} => permit tcp 10.2.0.0 0.0.0.255 eq 23 10.1.0.0 0.0.0.255`,
  ],
  [
    "a deny at one end",
    `=== Beta\nip access-list extended VPN\n deny ip host 10.2.0.9 10.1.0.0 0.0.0.255\n ${permitOfBeta}`,
  ],
  [
    "two permits, one of them at one end alone",
    `=== Alpha\n+ip access-list extended VPN\n permit ip 10.1.1.0 0.0.0.255 10.2.0.0 0.0.0.255`,
  ],
  [
    "flags, which no identity carries",
    `=== Alpha\n${permitOfAlpha} => permit tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 established\n=== Beta\n${permitOfBeta} => permit tcp 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 established`,
  ],
  [
    "a range of ports, which no identity carries",
    `=== Alpha\n${permitOfAlpha} => permit tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 range 20 30\n=== Beta\n${permitOfBeta} => permit tcp 10.2.0.0 0.0.0.255 range 20 30 10.1.0.0 0.0.0.255`,
  ],
  [
    "a wildcard with holes on IOS-XE",
    `=== Alpha\nversion 17.3\n${permitOfAlpha} => permit ip 10.1.0.0 0.0.2.255 10.2.0.0 0.0.0.255\n=== Beta\nversion 17.3\n${permitOfBeta} => permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.2.255`,
  ],
  [
    "a wildcard with holes on IOS",
    `=== Alpha\nversion 15.1\n${permitOfAlpha} => permit ip 10.1.0.0 0.0.2.255 10.2.0.0 0.0.0.255\n=== Beta\nversion 15.1\n${permitOfBeta} => permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.2.255`,
  ],
  ["one pair of hosts at a time", `=== Alpha\n${mapLines("set security-association level per-host")}`],
  ["no transform set of the responder exists", "=== Beta\nset transform-set TS => set transform-set GONE"],
  ["PFS without a group on a release that refuses weak groups", `${both(mapLines("set pfs"))}\nversion 17.12`],
  ["no encryption, which the release refuses", `${both(transformSet("esp-null esp-sha-hmac"))}\nversion 17.12`],
  ["AH with MD5, which the release refuses", `${both(transformSet("ah-md5-hmac esp-aes"))}\nversion 17.12`],
  [
    "groups of networks make one flow of several selectors",
    `=== Alpha\n${groupsOf("HERE", "10.1.0.0", "10.1.1.0")}\n${permitOfAlpha} => permit ip object-group HERE 10.2.0.0 0.0.0.255\n=== Beta\n${groupsOf("THERE", "10.1.0.0", "10.1.1.0")}\n${permitOfBeta} => permit ip 10.2.0.0 0.0.0.255 object-group THERE`,
  ],
  [
    "groups of networks, and the peer permits one of them",
    `=== Alpha\n${groupsOf("HERE", "10.1.0.0", "10.1.1.0")}\n${permitOfAlpha} => permit ip object-group HERE 10.2.0.0 0.0.0.255`,
  ],
  [
    "a second entry of the responder for the peer is keyed by hand",
    `=== Beta\n${permitOfBeta} => permit ip 10.2.0.0 0.0.0.127 10.1.0.0 0.0.0.255\ncrypto map VPN 20 ipsec-manual\n set peer 198.51.100.2\n set transform-set TS\n match address MORE\nip access-list extended MORE\n ${permitOfBeta}`,
  ],
  [
    "a second entry of the responder for the peer uses IKEv2",
    `=== Beta\n${permitOfBeta} => permit ip 10.2.0.0 0.0.0.127 10.1.0.0 0.0.0.255\ncrypto map VPN 20 ipsec-isakmp\n set peer 198.51.100.2\n set transform-set TS\n set ikev2-profile P\n match address MORE\nip access-list extended MORE\n ${permitOfBeta}`,
  ],
  [
    "a deny at one end that takes all of the flow",
    `=== Beta\nip access-list extended VPN\n deny ip any 10.1.0.0 0.0.255.255\n ${permitOfBeta}`,
  ],
  [
    "other denies at both ends",
    `=== Alpha\nip access-list extended VPN\n deny ip host 10.1.0.7 any\n ${permitOfAlpha}\n=== Beta\nip access-list extended VPN\n deny ip host 10.2.0.9 any\n ${permitOfBeta}`,
  ],
  [
    "the same denies at both ends",
    `=== Alpha\nip access-list extended VPN\n deny ip host 10.1.0.7 any\n ${permitOfAlpha}\n=== Beta\nip access-list extended VPN\n deny ip any host 10.1.0.7\n ${permitOfBeta}`,
  ],
  ["the responder's map is on no interface", "=== Beta\n- crypto map VPN\n"],
  [
    "another entry of the responder accepts",
    `=== Beta\n${permitOfBeta} => permit ip 10.2.0.0 0.0.0.127 10.1.0.0 0.0.0.255\ncrypto map VPN 20 ipsec-isakmp\n set peer 198.51.100.2\n set transform-set TS\n match address MORE\nip access-list extended MORE\n ${permitOfBeta}`,
  ],
];

const { inbound, outbound, farInbound, farOutbound, fromA, fromB } = manualKeyLines;
const manualSet = "crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac";
const bothManual = (changes: string) => `=== SiteA\n${changes}\n=== SiteB\n${changes}`;
const ahKey = "0123456789abcdef0123456789abcdef01234567";
const ahLines = (one: string, other: string, into: number, out: number) =>
  `set session-key inbound ah ${into} ${one}\nset session-key outbound ah ${out} ${other}`
    .split("\n")
    .map((line) => ` ${line}`)
    .join("\n");
const withAh = (far: string) =>
  `=== SiteA\n${manualSet} => crypto ipsec transform-set TS-AES256 ah-sha-hmac esp-aes 256 esp-sha256-hmac\n+crypto map VPN 10 ipsec-manual\n${ahLines(ahKey, ahKey, 300, 400)}\n+ip access-list extended OUTSIDE-IN\n permit ahp any any\n` +
  `=== SiteB\n${manualSet} => crypto ipsec transform-set TS-AES256 ah-sha-hmac esp-aes 256 esp-sha256-hmac\n+crypto map VPN 10 ipsec-manual\n${ahLines(far, ahKey, 400, 300)}\n+ip access-list extended OUTSIDE-IN\n permit ahp any any`;
const manual: readonly Case[] = [
  ["nothing differs", ""],
  ["AH and ESP", withAh(ahKey)],
  [
    "ESP without a cipher",
    `=== SiteA\n${manualSet} => crypto ipsec transform-set TS-AES256 esp-null esp-sha256-hmac\n=== SiteB\n${manualSet} => crypto ipsec transform-set TS-AES256 esp-null esp-sha256-hmac\n${farInbound} => ${farInbound.replace(fromA.cipher, fromB.cipher)}`,
  ],
  ["AH and ESP, with another AH key one way", withAh(`ff${ahKey.slice(2)}`)],
  ["AH and ESP, with an AH key that is too short", withAh(ahKey.slice(2))],
  ["another SPI", `=== SiteB\n${farInbound} => ${farInbound.replace("1002", "1003")}`],
  ["another cipher key", `=== SiteB\n${farInbound} => ${farInbound.replace(fromA.cipher, fromB.cipher)}`],
  [
    "another authenticator key",
    `=== SiteB\n${farInbound} => ${farInbound.replace(fromA.authenticator, fromB.authenticator)}`,
  ],
  [
    "both keys differ",
    `=== SiteB\n${farInbound} => ${farInbound.replace(fromA.cipher, fromB.cipher).replace(fromA.authenticator, fromB.authenticator)}`,
  ],
  [
    "letters of another case and digits beyond the key's end",
    `=== SiteB\n${farInbound} => set session-key inbound esp 1002 cipher ${fromA.cipher.toUpperCase()}ABCD authenticator ${fromA.authenticator}abcd`,
  ],
  [
    "a cipher key that is one byte too short",
    `=== SiteA\n${inbound} => ${inbound.replace(fromB.cipher, fromB.cipher.slice(2))}`,
  ],
  ["a key of half a byte more", `=== SiteA\n${inbound} => ${inbound.replace(fromB.cipher, `${fromB.cipher}a`)}`],
  [
    "a key that is not hexadecimal",
    `=== SiteA\n${inbound} => ${inbound.replace(fromB.cipher, `zz${fromB.cipher.slice(2)}`)}`,
  ],
  ["no inbound key", `=== SiteA\n- ${inbound}`],
  ["no outbound key", `=== SiteA\n- ${outbound}`],
  [
    "no authenticator key",
    `=== SiteB\n${farOutbound} => ${farOutbound.replace(` authenticator ${fromB.authenticator}`, "")}`,
  ],
  [
    "an authenticator key that no transform uses",
    bothManual(`${manualSet} => crypto ipsec transform-set TS-AES256 esp-aes 256`),
  ],
  [
    "another transform set",
    `=== SiteB\n${manualSet} => crypto ipsec transform-set TS-AES256 esp-aes 192 esp-sha256-hmac`,
  ],
  ["another mode", "=== SiteB\nmode tunnel => mode transport"],
  ["transport mode at both ends", bothManual("mode tunnel => mode transport")],
  [
    "the same transforms in another order",
    `=== SiteB\n${manualSet} => crypto ipsec transform-set TS-AES256 esp-sha256-hmac esp-aes 256`,
  ],
  [
    "two transform sets",
    `=== SiteA\ncrypto ipsec transform-set MORE esp-aes esp-sha-hmac\nset transform-set TS-AES256 => set transform-set TS-AES256 MORE`,
  ],
  ["no transform set", "=== SiteA\n- set transform-set TS-AES256"],
  ["two peers", "=== SiteA\n+crypto map VPN 10 ipsec-manual\n set peer 192.0.2.9"],
  [
    "one end negotiates",
    `=== SiteB\n- ${farInbound}\n- ${farOutbound}\ncrypto map VPN 10 ipsec-manual => crypto map VPN 10 ipsec-isakmp`,
  ],
  [
    "a second permit, which is never used",
    "=== SiteA\n+ip access-list extended VPN-PEER\n permit ip 10.1.1.0 0.0.0.255 10.2.1.0 0.0.0.255\n=== SiteB\n+ip access-list extended VPN-PEER\n permit ip 10.2.1.0 0.0.0.255 10.1.1.0 0.0.0.255",
  ],
  ["ESP is kept out", "=== SiteB\n- permit esp host 198.51.100.2 host 203.0.113.2"],
  ["the peer's address is another one", "=== SiteA\nset peer 203.0.113.2 => set peer 10.2.0.1"],
];

const dynamicLines = (...lines: readonly string[]) =>
  ["+crypto dynamic-map DYN 10", ...lines.map((line) => ` ${line}`)].join("\n");
const hubList = (...lines: readonly string[]) =>
  `=== Hub\n${dynamicLines("match address SPOKES")}\nip access-list extended SPOKES\n ${lines.join("\n ")}`;
const dynamicEnds: readonly Case[] = [
  ["only the spoke starts", ""],
  ["the hub's entry has no transform set", "=== Hub\n- set transform-set TS"],
  ["the hub's list is missing", `=== Hub\n${dynamicLines("match address GONE")}`],
  ["the hub's list permits the spoke", hubList("permit ip 10.0.0.0 0.0.0.255 10.1.0.0 0.0.255.255")],
  ["the hub's list permits less", hubList("permit ip 10.0.0.0 0.0.0.127 10.1.0.0 0.0.255.255")],
  [
    "the second dynamic entry takes the spoke",
    `${hubList("permit ip 10.77.0.0 0.0.0.255 any")}\ncrypto dynamic-map DYN 20\n set transform-set TS`,
  ],
  [
    "the second dynamic entry has the transforms",
    "=== Hub\ncrypto ipsec transform-set TS esp-aes esp-sha-hmac => crypto ipsec transform-set TS esp-3des esp-sha-hmac\ncrypto ipsec transform-set GOOD esp-aes esp-sha-hmac\ncrypto dynamic-map DYN 20\n set transform-set GOOD",
  ],
  ["the hub wants PFS", `=== Hub\n${dynamicLines("set pfs group14")}`],
  ["another key may fit the spoke's address", "=== Hub\ncrypto isakmp key other address 198.51.100.0 255.255.255.0"],
  [
    "the hub has keys for known peers alone",
    "=== Hub\n- crypto isakmp key k address 0.0.0.0 0.0.0.0\ncrypto isakmp key k address 198.51.100.9",
  ],
  [
    "aggressive mode by name",
    "=== Hub\n- crypto isakmp key k address 0.0.0.0 0.0.0.0\ncrypto isakmp key k hostname Spoke\n=== Spoke\ncrypto isakmp peer address 192.0.2.1\n set aggressive-mode client-endpoint fqdn Spoke\n set aggressive-mode password k",
  ],
  [
    "aggressive mode by a name that the hub does not know",
    "=== Hub\n- crypto isakmp key k address 0.0.0.0 0.0.0.0\ncrypto isakmp key k hostname Spoke\n=== Spoke\ncrypto isakmp peer address 192.0.2.1\n set aggressive-mode client-endpoint fqdn Other\n set aggressive-mode password k",
  ],
  [
    "the hub's profile wants an address, and the spoke's is not known",
    `=== Hub\ncrypto isakmp profile P\n   keyring default\n   match identity address 198.51.100.9 255.255.255.255\n${dynamicLines("set isakmp-profile P")}`,
  ],
  [
    "the hub's answer needs a route",
    "=== Hub\nip route 0.0.0.0 0.0.0.0 192.0.2.254 => ip route 172.16.0.0 255.255.0.0 192.0.2.254",
  ],
  [
    "the hub's answer has a route by injection",
    `=== Hub\nip route 0.0.0.0 0.0.0.0 192.0.2.254 => ip route 172.16.0.0 255.255.0.0 192.0.2.254\n${dynamicLines("reverse-route")}`,
  ],
];

const alone: readonly Case[] = [
  [
    "no router has the peer's address",
    "=== Alpha\nset peer 203.0.113.2 => set peer 192.0.2.9\n=== Beta\n- crypto map VPN 10 ipsec-isakmp",
  ],
  [
    "no router has the peer's address, and there is a key for it",
    "=== Alpha\nset peer 203.0.113.2 => set peer 192.0.2.9\ncrypto isakmp key k address 192.0.2.9\n=== Beta\n- crypto map VPN 10 ipsec-isakmp",
  ],
  [
    "the peer is the router itself",
    "=== Alpha\nset peer 203.0.113.2 => set peer 10.1.0.1\n=== Beta\n- crypto map VPN 10 ipsec-isakmp",
  ],
  ["the peer has no entry", "=== Beta\n- crypto map VPN 10 ipsec-isakmp"],
  [
    "the peer has no entry, and there is neither key nor route",
    `=== Alpha\n- ${keyOfAlpha}\n${routeOfAlpha} => ip route 192.168.0.0 255.255.0.0 198.51.100.1\n=== Beta\n- crypto map VPN 10 ipsec-isakmp`,
  ],
  [
    "the peer has no entry, and the own address is not known",
    "=== Alpha\nip address 198.51.100.2 255.255.255.252 => ip address dhcp\n=== Beta\n- crypto map VPN 10 ipsec-isakmp",
  ],
  [
    "the peer has no entry, and the traffic is translated",
    `=== Alpha\n${nat(overload, natList("permit ip 10.1.0.0 0.0.0.255 any"))}\n=== Beta\n- crypto map VPN 10 ipsec-isakmp`,
  ],
  [
    "the peer's name does not resolve",
    "=== Alpha\nset peer 203.0.113.2 => set peer beta.example.net\n=== Beta\n- crypto map VPN 10 ipsec-isakmp",
  ],
  [
    "a map that asks clients for user names",
    "=== Alpha\nset peer 203.0.113.2 => set peer 192.0.2.9\ncrypto isakmp key k address 192.0.2.9\ncrypto map VPN client authentication list USERS\n=== Beta\n- crypto map VPN 10 ipsec-isakmp",
  ],
  [
    "certificates alone, so that no key is missed",
    `=== Alpha\nauthentication pre-share => authentication rsa-sig\n- ${keyOfAlpha}\n=== Beta\n- crypto map VPN 10 ipsec-isakmp`,
  ],
  [
    "manual keys, so that no key is looked up",
    `=== Alpha\n- ${keyOfAlpha}\ncrypto map VPN 10 ipsec-isakmp => crypto map VPN 10 ipsec-manual\n=== Beta\n- crypto map VPN 10 ipsec-isakmp`,
  ],
];

/** The subjects of the record. */
export const subjects: readonly Subject[] = [
  { file: "phase1", base: plainSites, cases: phase1 },
  { file: "keys", base: plainSites, cases: keys },
  { file: "identities", base: plainSites, cases: identities },
  { file: "reachability", base: plainSites, cases: reachability },
  { file: "trigger", base: plainSites, cases: trigger },
  { file: "translations", base: plainSites, cases: translations },
  { file: "mapOrder", base: plainSites, cases: mapOrder },
  { file: "backups", base: plainSites, cases: backups },
  { file: "filters", base: plainSites, cases: filters },
  { file: "translator", base: plainSites, behindTranslator: "r1", cases: translator },
  { file: "quickMode", base: plainSites, cases: quickMode },
  { file: "manual", base: manualSites, cases: manual },
  { file: "dynamic", base: hubAndSpoke, cases: dynamicEnds },
  { file: "alone", base: plainSites, cases: alone },
];

/** One design of a record. */
export function tracedDesign({ base, behindTranslator }: Subject, changes: string): Design {
  const design = designFromText(writeCase(base, changes).text);
  const routers = [...design.routers].map(
    ([id, router]) => [id, id === behindTranslator ? { ...router, natOnPath: true as const } : router] as const,
  );
  return { ...design, routers: new Map(routers) };
}
