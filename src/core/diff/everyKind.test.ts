import { expect, test } from "vitest";
import { ELEMENT_KINDS, type ElementKind } from "../model/router.ts";
import { applied, asStarted, meaning, readRouter } from "../testing/appliedScript.ts";
import { changeScript } from "./changeScript.ts";

/** An element of each kind: the script that adds it, that makes another of it, that leads back, and that takes it away. */
interface KindCase {
  readonly kind: ElementKind;
  /** What stands before it and behind it all the time, such as a tunnel that uses it. */
  readonly around?: readonly [readonly string[], readonly string[]];
  readonly one: readonly string[];
  readonly other: readonly string[];
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly back: readonly string[];
  readonly removed: readonly string[];
}

const cases: readonly KindCase[] = [
  {
    kind: "host",
    one: ["hostname R"],
    other: ["hostname HQ"],
    added: ["hostname R"],
    changed: ["hostname HQ"],
    back: ["hostname R"],
    removed: ["no hostname R"],
  },
  {
    kind: "ipHost",
    one: ["ip host hub 192.0.2.1"],
    other: ["ip host hub 192.0.2.9"],
    added: ["ip host hub 192.0.2.1"],
    changed: ["ip host hub 192.0.2.9"],
    back: ["ip host hub 192.0.2.1"],
    removed: ["no ip host hub 192.0.2.1"],
  },
  {
    kind: "vrf",
    one: ["vrf definition A", " rd 65000:1"],
    other: ["vrf definition A", " rd 65000:2"],
    added: ["vrf definition A", " rd 65000:1"],
    changed: ["vrf definition A", " rd 65000:2"],
    back: ["vrf definition A", " rd 65000:1"],
    removed: ["no vrf definition A"],
  },
  {
    kind: "aaaSettings",
    one: ["aaa new-model"],
    other: [],
    added: ["aaa new-model"],
    changed: ["no aaa new-model"],
    back: ["aaa new-model"],
    removed: ["no aaa new-model"],
  },
  {
    kind: "aaaList",
    around: [["aaa new-model"], []],
    one: ["aaa authentication login VPN local"],
    other: ["aaa authentication login VPN group radius local"],
    added: ["aaa authentication login VPN local"],
    changed: ["aaa authentication login VPN group radius local"],
    back: ["aaa authentication login VPN local"],
    removed: ["no aaa authentication login VPN local"],
  },
  {
    kind: "aaaServer",
    one: ["radius server ONE", " address ipv4 192.0.2.1 auth-port 1812 acct-port 1813", " key secret"],
    other: ["radius server ONE", " address ipv4 192.0.2.9 auth-port 1812 acct-port 1813", " key secret"],
    added: ["radius server ONE", " address ipv4 192.0.2.1 auth-port 1812 acct-port 1813", " key secret"],
    changed: [
      "radius server ONE",
      " no address ipv4 192.0.2.1 auth-port 1812 acct-port 1813",
      " address ipv4 192.0.2.9 auth-port 1812 acct-port 1813",
    ],
    back: [
      "radius server ONE",
      " no address ipv4 192.0.2.9 auth-port 1812 acct-port 1813",
      " address ipv4 192.0.2.1 auth-port 1812 acct-port 1813",
    ],
    removed: ["no radius server ONE"],
  },
  {
    kind: "user",
    one: ["username anna secret 5 $1$abc"],
    other: ["username anna secret 5 $1$xyz"],
    added: ["username anna secret 5 $1$abc"],
    changed: ["no username anna", "username anna secret 5 $1$xyz"],
    back: ["no username anna", "username anna secret 5 $1$abc"],
    removed: ["no username anna"],
  },
  {
    kind: "localPool",
    one: ["ip local pool P 10.9.0.1 10.9.0.9"],
    other: ["ip local pool P 10.9.0.1 10.9.0.20"],
    added: ["ip local pool P 10.9.0.1 10.9.0.9"],
    changed: ["no ip local pool P 10.9.0.1 10.9.0.9", "ip local pool P 10.9.0.1 10.9.0.20"],
    back: ["no ip local pool P 10.9.0.1 10.9.0.20", "ip local pool P 10.9.0.1 10.9.0.9"],
    removed: ["no ip local pool P 10.9.0.1 10.9.0.9"],
  },
  {
    kind: "clientGroup",
    one: ["crypto isakmp client configuration group G", " key k", " pool P"],
    other: ["crypto isakmp client configuration group G", " key k", " dns 10.1.0.53", " pool P"],
    added: ["crypto isakmp client configuration group G", " key k", " pool P"],
    changed: ["crypto isakmp client configuration group G", " dns 10.1.0.53"],
    back: ["crypto isakmp client configuration group G", " no dns 10.1.0.53"],
    removed: ["no crypto isakmp client configuration group G"],
  },
  {
    kind: "isakmpPolicy",
    one: ["crypto isakmp policy 10", " encr aes 256", " group 14"],
    other: ["crypto isakmp policy 10", " encr aes 256", " group 19"],
    added: ["crypto isakmp policy 10", " encr aes 256", " group 14"],
    changed: ["crypto isakmp policy 10", " group 19"],
    back: ["crypto isakmp policy 10", " group 14"],
    removed: ["no crypto isakmp policy 10"],
  },
  {
    kind: "isakmpKey",
    one: ["crypto isakmp key one address 203.0.113.2"],
    other: ["crypto isakmp key two address 203.0.113.2"],
    added: ["crypto isakmp key one address 203.0.113.2"],
    changed: ["no crypto isakmp key one address 203.0.113.2", "crypto isakmp key two address 203.0.113.2"],
    back: ["no crypto isakmp key two address 203.0.113.2", "crypto isakmp key one address 203.0.113.2"],
    removed: ["no crypto isakmp key one address 203.0.113.2"],
  },
  {
    kind: "isakmpSettings",
    one: ["crypto isakmp keepalive 10 3 periodic"],
    other: ["crypto isakmp keepalive 30 5 periodic"],
    added: ["crypto isakmp keepalive 10 3 periodic"],
    changed: ["crypto isakmp keepalive 30 5 periodic"],
    back: ["crypto isakmp keepalive 10 3 periodic"],
    removed: ["no crypto isakmp keepalive 10 3 periodic"],
  },
  {
    kind: "isakmpPeer",
    one: ["crypto isakmp peer address 203.0.113.2", " description to B"],
    other: ["crypto isakmp peer address 203.0.113.2", " description to C"],
    added: ["crypto isakmp peer address 203.0.113.2", " description to B"],
    changed: ["crypto isakmp peer address 203.0.113.2", " description to C"],
    back: ["crypto isakmp peer address 203.0.113.2", " description to B"],
    removed: ["no crypto isakmp peer address 203.0.113.2"],
  },
  {
    kind: "keyring",
    one: ["crypto keyring K", "  pre-shared-key address 203.0.113.2 key one"],
    other: [
      "crypto keyring K",
      "  pre-shared-key address 203.0.113.2 key one",
      "  pre-shared-key address 203.0.113.3 key two",
    ],
    added: ["crypto keyring K", "  pre-shared-key address 203.0.113.2 key one"],
    changed: ["crypto keyring K", "  pre-shared-key address 203.0.113.3 key two"],
    back: ["crypto keyring K", "  no pre-shared-key address 203.0.113.3 key two"],
    removed: ["no crypto keyring K"],
  },
  {
    kind: "isakmpProfile",
    around: [["crypto keyring K"], []],
    one: ["crypto isakmp profile P", "   keyring K", "   match identity address 203.0.113.2 255.255.255.255"],
    other: ["crypto isakmp profile P", "   keyring K", "   match identity address 203.0.113.3 255.255.255.255"],
    added: ["crypto isakmp profile P", "   keyring K", "   match identity address 203.0.113.2 255.255.255.255"],
    changed: [
      "crypto isakmp profile P",
      "   no match identity address 203.0.113.2 255.255.255.255",
      "   match identity address 203.0.113.3 255.255.255.255",
    ],
    back: [
      "crypto isakmp profile P",
      "   no match identity address 203.0.113.3 255.255.255.255",
      "   match identity address 203.0.113.2 255.255.255.255",
    ],
    removed: ["no crypto isakmp profile P"],
  },
  {
    kind: "ikev2Proposal",
    one: ["crypto ikev2 proposal P", " encryption aes-cbc-256", " integrity sha256", " group 14"],
    other: ["crypto ikev2 proposal P", " encryption aes-cbc-256", " integrity sha256", " group 19"],
    added: ["crypto ikev2 proposal P", " encryption aes-cbc-256", " integrity sha256", " group 14"],
    changed: ["crypto ikev2 proposal P", " group 19"],
    back: ["crypto ikev2 proposal P", " group 14"],
    removed: ["no crypto ikev2 proposal P"],
  },
  {
    kind: "ikev2Policy",
    one: ["crypto ikev2 policy P", " proposal ONE"],
    other: ["crypto ikev2 policy P", " proposal ONE", " proposal TWO"],
    added: ["crypto ikev2 policy P", " proposal ONE"],
    changed: ["crypto ikev2 policy P", " proposal TWO"],
    back: ["crypto ikev2 policy P", " no proposal TWO"],
    removed: ["no crypto ikev2 policy P"],
  },
  {
    kind: "ikev2Keyring",
    one: ["crypto ikev2 keyring K", " peer B", "  address 203.0.113.2", "  pre-shared-key one"],
    other: ["crypto ikev2 keyring K", " peer B", "  address 203.0.113.9", "  pre-shared-key one"],
    added: ["crypto ikev2 keyring K", " peer B", "  address 203.0.113.2", "  pre-shared-key one"],
    changed: ["crypto ikev2 keyring K", " peer B", "  address 203.0.113.9"],
    back: ["crypto ikev2 keyring K", " peer B", "  address 203.0.113.2"],
    removed: ["no crypto ikev2 keyring K"],
  },
  {
    kind: "ikev2Profile",
    one: ["crypto ikev2 profile P", " match identity remote address 203.0.113.2 255.255.255.255", " lifetime 3600"],
    other: ["crypto ikev2 profile P", " match identity remote address 203.0.113.2 255.255.255.255", " lifetime 7200"],
    added: ["crypto ikev2 profile P", " match identity remote address 203.0.113.2 255.255.255.255", " lifetime 3600"],
    changed: ["crypto ikev2 profile P", " lifetime 7200"],
    back: ["crypto ikev2 profile P", " lifetime 3600"],
    removed: ["no crypto ikev2 profile P"],
  },
  {
    kind: "ipsecSettings",
    one: ["crypto ipsec security-association lifetime seconds 1800"],
    other: ["crypto ipsec security-association lifetime seconds 7200"],
    added: ["crypto ipsec security-association lifetime seconds 1800"],
    changed: ["crypto ipsec security-association lifetime seconds 7200"],
    back: ["crypto ipsec security-association lifetime seconds 1800"],
    removed: ["no crypto ipsec security-association lifetime seconds 1800"],
  },
  {
    kind: "ipsecProfile",
    around: [["crypto ipsec transform-set TS esp-aes esp-sha-hmac"], []],
    one: ["crypto ipsec profile P", " set transform-set TS", " set pfs group14"],
    other: ["crypto ipsec profile P", " set transform-set TS", " set pfs group19"],
    added: ["crypto ipsec profile P", " set transform-set TS", " set pfs group14"],
    changed: ["crypto ipsec profile P", " set pfs group19"],
    back: ["crypto ipsec profile P", " set pfs group14"],
    removed: ["no crypto ipsec profile P"],
  },
  {
    kind: "transformSet",
    around: [
      [],
      [
        "crypto map VPN 10 ipsec-isakmp",
        " set peer 203.0.113.2",
        " set transform-set TS",
        " match address LIST",
        "interface GigabitEthernet0/0",
        " ip address 198.51.100.2 255.255.255.252",
        " crypto map VPN",
      ],
    ],
    one: ["crypto ipsec transform-set TS esp-aes esp-sha-hmac"],
    other: ["crypto ipsec transform-set TS esp-aes 256 esp-sha256-hmac"],
    added: [
      "crypto ipsec transform-set TS esp-aes esp-sha-hmac",
      " mode tunnel",
      "crypto map VPN 10 ipsec-isakmp",
      " set transform-set TS <- drops VPN 10 <- restores VPN 10",
    ],
    changed: ["crypto ipsec transform-set TS esp-aes 256 esp-sha256-hmac <- note"],
    back: ["crypto ipsec transform-set TS esp-aes esp-sha-hmac <- note"],
    removed: [
      "crypto map VPN 10 ipsec-isakmp",
      " no set transform-set TS <- drops VPN 10 <- restores VPN 10",
      "no crypto ipsec transform-set TS",
    ],
  },
  {
    kind: "dynamicMapEntry",
    around: [
      ["crypto ipsec transform-set TS esp-aes esp-sha-hmac", "crypto dynamic-map D 20", " set transform-set TS"],
      [
        "crypto map VPN 10 ipsec-isakmp dynamic D",
        "interface GigabitEthernet0/0",
        " ip address 198.51.100.2 255.255.255.252",
        " crypto map VPN",
      ],
    ],
    one: ["crypto dynamic-map D 10", " set transform-set TS", " match address LIST"],
    other: ["crypto dynamic-map D 10", " set transform-set TS", " set pfs group14", " match address LIST"],
    added: ["crypto dynamic-map D 10", " set transform-set TS", " match address LIST"],
    changed: ["crypto dynamic-map D 10", " set pfs group14 <- drops D 10 <- restores D 10"],
    back: ["crypto dynamic-map D 10", " no set pfs group14 <- drops D 10 <- restores D 10"],
    removed: ["no crypto dynamic-map D 10 <- drops D 10"],
  },
  {
    kind: "cryptoMap",
    around: [
      [],
      [
        "crypto map VPN 10 ipsec-isakmp",
        " set peer 203.0.113.2",
        " match address LIST",
        "interface GigabitEthernet0/0",
        " ip address 198.51.100.2 255.255.255.252",
        " crypto map VPN",
      ],
    ],
    one: ["crypto map VPN local-address Loopback0"],
    other: ["crypto map VPN local-address Loopback1"],
    added: ["crypto map VPN local-address Loopback0 <- drops VPN 10 <- restores VPN 10"],
    changed: ["crypto map VPN local-address Loopback1 <- drops VPN 10 <- restores VPN 10"],
    back: ["crypto map VPN local-address Loopback0 <- drops VPN 10 <- restores VPN 10"],
    removed: ["no crypto map VPN local-address Loopback0 <- drops VPN 10 <- restores VPN 10"],
  },
  {
    kind: "cryptoMapEntry",
    around: [
      ["crypto ipsec transform-set TS esp-aes esp-sha-hmac"],
      [
        "crypto map VPN 20 ipsec-isakmp",
        " set peer 203.0.113.3",
        " set transform-set TS",
        " match address OTHER",
        "interface GigabitEthernet0/0",
        " ip address 198.51.100.2 255.255.255.252",
        " crypto map VPN",
      ],
    ],
    one: ["crypto map VPN 10 ipsec-isakmp", " set peer 203.0.113.2", " set transform-set TS", " match address LIST"],
    other: [
      "crypto map VPN 10 ipsec-isakmp",
      " set peer 203.0.113.2",
      " set transform-set TS",
      " set pfs group14",
      " match address LIST",
    ],
    added: [
      "crypto map VPN 10 ipsec-isakmp",
      " set peer 203.0.113.2",
      " set transform-set TS",
      " match address LIST <- restores VPN 10",
    ],
    changed: ["crypto map VPN 10 ipsec-isakmp", " set pfs group14 <- drops VPN 10 <- restores VPN 10"],
    back: ["crypto map VPN 10 ipsec-isakmp", " no set pfs group14 <- drops VPN 10 <- restores VPN 10"],
    removed: ["no crypto map VPN 10 <- drops VPN 10"],
  },
  {
    kind: "interface",
    around: [["crypto map VPN 10 ipsec-isakmp", " set peer 203.0.113.2", " match address LIST"], []],
    one: ["interface GigabitEthernet0/0", " ip address 198.51.100.2 255.255.255.252", " crypto map VPN"],
    other: ["interface GigabitEthernet0/0", " ip address 198.51.100.6 255.255.255.252", " crypto map VPN"],
    added: [
      "interface GigabitEthernet0/0",
      " ip address 198.51.100.2 255.255.255.252",
      "interface GigabitEthernet0/0",
      " crypto map VPN",
      " no shutdown <- restores VPN 10",
    ],
    changed: [
      "interface GigabitEthernet0/0",
      " ip address 198.51.100.6 255.255.255.252 <- drops VPN 10 <- restores VPN 10",
    ],
    back: [
      "interface GigabitEthernet0/0",
      " ip address 198.51.100.2 255.255.255.252 <- drops VPN 10 <- restores VPN 10",
    ],
    removed: [
      "interface GigabitEthernet0/0",
      " no crypto map VPN <- drops VPN 10",
      "default interface GigabitEthernet0/0 <- note",
    ],
  },
  {
    kind: "objectGroup",
    around: [
      [],
      [
        "crypto map VPN 10 ipsec-isakmp",
        " set peer 203.0.113.2",
        " match address LIST",
        "interface GigabitEthernet0/0",
        " ip address 198.51.100.2 255.255.255.252",
        " crypto map VPN",
        "ip access-list extended LIST",
        " permit ip object-group LAN 10.2.0.0 0.0.0.255",
        " permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255",
      ],
    ],
    one: ["object-group network LAN", " 10.1.0.0 255.255.255.0"],
    other: ["object-group network LAN", " 10.1.0.0 255.255.255.0", " 10.3.0.0 255.255.255.0"],
    added: [
      "crypto map VPN 10 ipsec-isakmp",
      " no match address LIST <- drops VPN 10",
      "object-group network LAN",
      " 10.1.0.0 255.255.255.0",
      "ip access-list extended LIST",
      " no 10",
      " 10 permit ip object-group LAN 10.2.0.0 0.0.0.255",
      " 20 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255",
      "crypto map VPN 10 ipsec-isakmp",
      " match address LIST <- restores VPN 10",
    ],
    changed: [
      "crypto map VPN 10 ipsec-isakmp",
      " no match address LIST <- drops VPN 10",
      "object-group network LAN",
      " 10.3.0.0 255.255.255.0",
      "crypto map VPN 10 ipsec-isakmp",
      " match address LIST <- restores VPN 10",
    ],
    back: [
      "crypto map VPN 10 ipsec-isakmp",
      " no match address LIST <- drops VPN 10",
      "object-group network LAN",
      " no 10.3.0.0 255.255.255.0",
      "crypto map VPN 10 ipsec-isakmp",
      " match address LIST <- restores VPN 10",
    ],
    removed: [
      "crypto map VPN 10 ipsec-isakmp",
      " no match address LIST <- drops VPN 10",
      "ip access-list extended LIST",
      " no 10",
      " no 20",
      " 10 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255",
      "crypto map VPN 10 ipsec-isakmp",
      " match address LIST <- restores VPN 10",
      "no object-group network LAN",
    ],
  },
  {
    kind: "accessList",
    around: [
      [
        "crypto map VPN 10 ipsec-isakmp",
        " set peer 203.0.113.2",
        " match address LIST",
        "interface GigabitEthernet0/0",
        " ip address 198.51.100.2 255.255.255.252",
        " crypto map VPN",
      ],
      [],
    ],
    one: ["ip access-list extended LIST", " permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255"],
    other: ["ip access-list extended LIST", " permit ip 10.1.0.0 0.0.255.255 10.2.0.0 0.0.0.255"],
    added: ["ip access-list extended LIST", " permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 <- restores VPN 10"],
    changed: [
      "crypto map VPN 10 ipsec-isakmp",
      " no match address LIST <- drops VPN 10",
      "ip access-list extended LIST",
      " no 10",
      " 10 permit ip 10.1.0.0 0.0.255.255 10.2.0.0 0.0.0.255",
      "crypto map VPN 10 ipsec-isakmp",
      " match address LIST <- restores VPN 10",
    ],
    back: [
      "crypto map VPN 10 ipsec-isakmp",
      " no match address LIST <- drops VPN 10",
      "ip access-list extended LIST",
      " no 10",
      " 10 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255",
      "crypto map VPN 10 ipsec-isakmp",
      " match address LIST <- restores VPN 10",
    ],
    removed: [
      "crypto map VPN 10 ipsec-isakmp",
      " no match address LIST <- drops VPN 10",
      "no ip access-list extended LIST",
      "crypto map VPN 10 ipsec-isakmp",
      " match address LIST",
    ],
  },
  {
    kind: "routeMapEntry",
    one: ["route-map NONAT permit 10", " match ip address A"],
    other: ["route-map NONAT permit 10", " match ip address B"],
    added: ["route-map NONAT permit 10", " match ip address A"],
    changed: ["route-map NONAT permit 10", " match ip address B", " no match ip address A"],
    back: ["route-map NONAT permit 10", " match ip address A", " no match ip address B"],
    removed: ["no route-map NONAT permit 10"],
  },
  {
    kind: "natPool",
    around: [[], ["ip nat inside source list N pool P overload"]],
    one: ["ip nat pool P 192.0.2.1 192.0.2.2 netmask 255.255.255.0"],
    other: ["ip nat pool P 192.0.2.1 192.0.2.9 netmask 255.255.255.0"],
    added: ["ip nat pool P 192.0.2.1 192.0.2.2 netmask 255.255.255.0"],
    changed: [
      "no ip nat inside source list N pool P overload",
      "no ip nat pool P 192.0.2.1 192.0.2.2 netmask 255.255.255.0",
      "ip nat pool P 192.0.2.1 192.0.2.9 netmask 255.255.255.0",
      "ip nat inside source list N pool P overload",
    ],
    back: [
      "no ip nat inside source list N pool P overload",
      "no ip nat pool P 192.0.2.1 192.0.2.9 netmask 255.255.255.0",
      "ip nat pool P 192.0.2.1 192.0.2.2 netmask 255.255.255.0",
      "ip nat inside source list N pool P overload",
    ],
    removed: [
      "no ip nat inside source list N pool P overload",
      "no ip nat pool P 192.0.2.1 192.0.2.2 netmask 255.255.255.0",
      "ip nat inside source list N pool P overload",
    ],
  },
  {
    kind: "natRule",
    one: ["ip nat inside source list N interface GigabitEthernet0/0 overload"],
    other: ["ip nat inside source list M interface GigabitEthernet0/0 overload"],
    added: ["ip nat inside source list N interface GigabitEthernet0/0 overload"],
    changed: [
      "ip nat inside source list M interface GigabitEthernet0/0 overload",
      "no ip nat inside source list N interface GigabitEthernet0/0 overload",
    ],
    back: [
      "ip nat inside source list N interface GigabitEthernet0/0 overload",
      "no ip nat inside source list M interface GigabitEthernet0/0 overload",
    ],
    removed: ["no ip nat inside source list N interface GigabitEthernet0/0 overload"],
  },
  {
    kind: "staticNat",
    one: ["ip nat inside source static 10.1.0.5 192.0.2.5"],
    other: ["ip nat inside source static 10.1.0.5 192.0.2.6"],
    added: ["ip nat inside source static 10.1.0.5 192.0.2.5"],
    changed: ["ip nat inside source static 10.1.0.5 192.0.2.6", "no ip nat inside source static 10.1.0.5 192.0.2.5"],
    back: ["ip nat inside source static 10.1.0.5 192.0.2.5", "no ip nat inside source static 10.1.0.5 192.0.2.6"],
    removed: ["no ip nat inside source static 10.1.0.5 192.0.2.5"],
  },
  {
    kind: "staticRoute",
    one: ["ip route 10.2.0.0 255.255.0.0 192.0.2.1"],
    other: ["ip route 10.2.0.0 255.255.0.0 192.0.2.9"],
    added: ["ip route 10.2.0.0 255.255.0.0 192.0.2.1"],
    changed: ["ip route 10.2.0.0 255.255.0.0 192.0.2.9", "no ip route 10.2.0.0 255.255.0.0 192.0.2.1"],
    back: ["ip route 10.2.0.0 255.255.0.0 192.0.2.1", "no ip route 10.2.0.0 255.255.0.0 192.0.2.9"],
    removed: ["no ip route 10.2.0.0 255.255.0.0 192.0.2.1"],
  },
  {
    kind: "keptBlock",
    one: ["ip http server"],
    other: ["ip http secure-server"],
    added: ["ip http server"],
    changed: ["no ip http server", "ip http secure-server"],
    back: ["no ip http secure-server", "ip http server"],
    removed: ["no ip http server"],
  },
];

test("every kind of element is looked at", () => {
  expect([...new Set(cases.map(({ kind }) => kind))].sort()).toEqual([...ELEMENT_KINDS].sort());
});

test.each(cases)("$kind comes, changes, changes back and goes", (one) => {
  const [before, behind] = one.around ?? [[], []];
  const router = (lines: readonly string[]) =>
    asStarted(readRouter(["version 15.2", ...before, ...lines, ...behind, ""].join("\n")));
  const turn = (from: readonly string[], into: readonly string[]) => {
    const [old, wanted] = [router(from), router(into)];
    const script = changeScript(old, wanted);
    const result = applied(old, script.lines);
    expect(result.refused).toEqual([]);
    expect(meaning(result)).toEqual(meaning(wanted));
    return script.lines.map(
      ({ drops, note, restores, text }) =>
        text +
        (drops === undefined ? "" : ` <- drops ${drops}`) +
        (restores === undefined ? "" : ` <- restores ${restores}`) +
        (note === undefined ? "" : " <- note"),
    );
  };
  expect({
    added: turn([], one.one),
    changed: turn(one.one, one.other),
    back: turn(one.other, one.one),
    removed: turn(one.one, []),
  }).toEqual({ added: one.added, changed: one.changed, back: one.back, removed: one.removed });
});
