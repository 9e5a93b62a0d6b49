import { describe, expect, test } from "vitest";
import type { SourceLine, SyntaxDiagnostic } from "../model/source.ts";
import { parse } from "./parse.ts";

/**
 * The configuration samples of the articles that the product grew from, as they stand there. What their authors or their
 * printers got wrong is reported; nothing else is.
 */
interface Sample {
  readonly title: string;
  readonly text: string;
  /** Each line that is rightly reported, and why. */
  readonly justified?: Readonly<Record<string, string>>;
}

const samples: readonly Sample[] = [
  {
    title: "a static crypto map, typed at prompts (seed 000)",
    text: `outlan-rt02(config)#crypto map VPN_Gateway 10 ipsec-isakmp
% NOTE: This new crypto map will remain disabled until a peer
and a valid access list have been configured.
outlan-rt02(config-crypto-map)#set peer
outlan-rt02(config-crypto-map)#match address norlan-peer
outlan-rt02(config-crypto-map)#set transform-set 3DES-SHA no-crypt-MD5
outlan-rt02(config-crypto-map)#set security-association lifetime seconds 600
`,
    justified: { "set peer": "The article lost the peer's address." },
  },
  {
    title: "the syntax of that article, with values",
    text: `crypto map VPN_Gateway 10 ipsec-isakmp
 set peer 192.0.2.1
 set peer hub.example.net
 match address norlan-peer
 set security-association idle-time 60
crypto dynamic-map REMOTES 10
crypto map VPN_Gateway 65535 ipsec-isakmp dynamic REMOTES
interface FastEthernet0/0
 crypto map VPN_Gateway
`,
  },
  {
    title: "the AES-based static crypto map (seed 001)",
    text: `crypto isakmp policy 10
  encryption aes 256
  authentication pre-share
  lifetime 180
crypto isakmp key cisco123 address 10.0.110.1
!
!
crypto ipsec transform-set aasset esp-aes 256 esp-sha-hmac
mode transport
!
crypto map aesmap 10 ipsec-isakmp
  set peer 10.0.110.1
  set transform-set aasset
  match address 120
!
!
!
voice call carrier capacity active
!
!
mta receive maximum-recipients 0
!
!
interface FastEthernet0/0/1
  ip address 10.0.110.2 255.255.255.0
  ip nat outside
  no ip route-cache
  no ip mroute-cache
  duplex auto
  speed auto
  crypto map aesmap
!
interface Serial0/0
  no ip address
  shutdown
!
interface FastEthernet0/1/1
  ip address 10.0.110.1 255.255.255.0
  ip nat inside
  no ip route-cache
  no ip mroute-cache
  duplex auto
  speed auto
!
ip nat inside source list 110 interface FastEthernet0/0/1 overload
ip classless
ip route 0.0.0.0 0.0.0.0 10.5.1.1
ip route 10.0.110.0 255.255.255.0 FastEthernet0/0/1
ip route 172.18.124.0 255.255.255.0 10.5.1.1
ip route 172.18.125.3 255.255.255.255 10.5.1.1
ip http server
!
!
access-list 110 deny ip 10.0.110.0 0.0.0.255 10.0.110.0 0.0.0.255
access-list 110 permit ip 10.0.110.0 0.0.0.255 any
access-list 120 permit ip 10.0.110.0 0.0.0.255 10.0.110.0 0.0.0.255
!
`,
  },
  {
    title: "the two overlapping crypto access lists (seed 001)",
    text: `crypto map mymap 10 ipsec-isakmp
  set peer 192.168.1.1
  set transform-set test
  match address 101
crypto map mymap 20 ipsec-isakmp
  set peer 192.168.1.2
  set transform-set test
  match address 102
access-list 101 permit ip 10.1.1.0 0.0.0.255 172.16.1.0 0.0.0.255
access-list 102 permit ip 10.0.0.0 0.255.255.255 172.16.0.0 0.15.255.255
access-list 101 deny ip 10.1.1.0 0.0.0.255 172.16.1.0 0.0.0.255
access-list 101 permit ip 10.0.0.0 0.255.255.255 172.16.0.0 0.15.255.255
access-list 102 permit ip 10.1.1.0 0.0.0.255 172.16.1.0 0.0.0.255
`,
  },
  {
    title: "the steps of the procedures, typed at prompts (seed 001)",
    text: `Router> enable
Router# configure terminal
Router(config)# access-list 100 permit ip 10.0.68.0 0.0.0.255 10.1.1.0 0.0.0.255
Router(config)# crypto ipsec transform-set aasset esp-aes 256 esp-sha-hmac
Router(cfg-crypto-tran)# mode transport
Router(config)# exit
Router# clear crypto sa
Router# show crypto ipsec transform-set
Router> enable
Router# configure terminal
Router(config)# crypto map static-map 1 ipsec-isakmp
Router(config-crypto-m)# match address vpn-tunnel
Router(config-crypto-m)# set-peer 192.168.101.1
Router(config-crypto-m)# set transform-set aasset
Router (config-crypto-m)# set security-association lifetime seconds 2700
Router(config-crypto-m)# set security-association level per-host
Router(config-crypto-m)# set pfs group2
Router(config-crypto-m)# end
Router# show crypto map
Router# configure terminal
Router(config)# crypto dynamic-map test-map 1
Router(config-crypto-m)# set transform-set aasset
Router(config-crypto-m)# match address 101
Router(config-crypto-m)# set peer 192.168.101.1
Router (config-crypto-m)# set security-association lifetime seconds 7200
Router(config-crypto-m)# set pfs group2
Router(config-crypto-m)# end
Router# show crypto dynamic-map
Router# configure terminal
Router(config)# crypto map static-map 1 ipsec-isakmp dynamic test-map
Router(config)# crypto map mymap 10 ipsec-manual
Router(config-crypto-m)# match address 102
Router(config-crypto-m)# set peer 10.0.0.5
Router(config-crypto-m)# set transform-set someset
Router(config-crypto-m)# set session-key inbound ah 256 98765432109876549876543210987654
Router(config-crypto-m)# set session-key outbound ah 256 fedcbafedcbafedcfedcbafedcbafedc
Router(config-crypto-m)# set session-key inbound esp 256 cipher 0123456789012345
Router(config-crypto-m)# set session-key outbound esp 256 cipher abcdefabcdefabcd
Router(config-crypto-m)# end
Router# show crypto map
Router# configure terminal
Router(config)# Interface FastEthernet 0/0
Router(config-if)# crypto map mymap
Router(config-if)# exit
Router(config)# crypto map mymap local-address loopback0
Router(config)# exit
Router# show crypto map
`,
    justified: { "set-peer 192.168.101.1": "A misprint of set peer, which IOS refuses too." },
  },
  {
    title: "a named list whose name the printer broke (seed 001)",
    text: "Router(config)# ip access-list extended vpn- tunnel\n",
    justified: { "ip access-list extended vpn- tunnel": "A name holds no blank, and IOS refuses the second word." },
  },
  {
    title: "keyring, profile and map of the debugging guide, whose addresses were lost (seed 002)",
    text: `crypto isakmp policy 10
encr aes 256
authentication pre-share
group 2
lifetime 28800
crypto keyring MY_KEYRING
  local-address Loopback2
  pre-shared-key address key test
crypto isakmp profile MY_PROFILE
   vrf MY_IVRF
   keyring MY_KEYRING
   match identity address
   self-identity address
   local-address Loopback2
crypto ipsec transform-set MY_SET esp-3des esp-sha-hmac 
access-list 100 permit ip any
crypto map MY_CRYPTO_MAP 100 ipsec-isakmp
set peer
set transform-set MY_SET
set isakmp-profile MY_PROFILE
match address 100
interface Ethernet1/0
ip address
crypto map MY_CRYPTO_MAP
`,
    justified: {
      "pre-shared-key address key test": "The article lost the key's address.",
      "match identity address": "The article lost the address.",
      "access-list 100 permit ip any": "The article lost source or destination.",
      "set peer": "The article lost the peer's address.",
      "ip address": "The article lost the interface's address.",
    },
  },
  {
    title: "the same guide with addresses",
    text: `crypto keyring MY_KEYRING
  local-address Loopback2
  pre-shared-key address 0.0.0.0 0.0.0.0 key test
crypto isakmp profile MY_PROFILE
   vrf MY_IVRF
   keyring MY_KEYRING
   match identity address 0.0.0.0
   self-identity address
   local-address Loopback2
access-list 100 permit ip 192.168.0.0 0.0.255.255 any
crypto map MY_CRYPTO_MAP 100 ipsec-isakmp
 set peer 172.16.20.2
 set isakmp-profile MY_PROFILE
interface Ethernet1/0
 ip address 172.16.1.1 255.255.255.0
`,
  },
  {
    title: "the Easy VPN server, with values in the syntax that the book shows (seed 003)",
    text: `Router(config)# aaa new-model
Router(config)# username alice secret wonderland
Router(config)# tacacs-server host 192.0.2.1 single-connection port 49 timeout 5 key s3cret
Router(config)# radius-server host 192.0.2.2 auth-port 1812 acct-port 1813 timeout 5 retransmit 3 key s3cret
Router(config)# radius-server host 192.0.2.3 auth-port 1812 acct-port 1813 key s3cret alias 192.0.2.4
Router(config)# aaa authentication login users local
Router(config)# aaa authorization network engineering local
Router(config)# ip local pool clients 10.9.0.1 10.9.0.254
Router(config)# crypto isakmp client configuration group engineering max-users 10 max-logins 2
Router(config-isakmp-group)# pool clients
Router(config-isakmp-group)# key cisco123
Router(config-isakmp-group)# domain quizware.com
Router(config-isakmp-group)# dns 10.0.0.1 10.0.0.2
Router(config-isakmp-group)# wins 10.0.0.3 10.0.0.4
Router(config-isakmp-group)# split-dns quizware.com
Router(config-isakmp-group)# acl 110
Router(config-isakmp-group)# include-local-lan
Router(config-isakmp-group)# firewall are-u-there
Router(config-isakmp-group)# access-restrict ethernet0
Router(config-isakmp-group)# save-password
Router(config)# crypto isakmp policy 10
Router(config-isakmp)# authentication pre-share
Router(config-isakmp)# encryption aes 192
Router(config-isakmp)# hash md5
Router(config-isakmp)# group 2
Router(config-isakmp)# lifetime 3600
Router(config)# crypto isakmp keepalive 20 3
Router(config)# crypto isakmp xauth timeout 30
Router(config)# crypto isakmp nat keepalive 20
Router(config)# crypto ipsec transform-set transdynamic-1 esp-3des esp-sha-hmac
Router(config)#  crypto dynamic-map EASYVPN 900
Router(config-crypto-map)#  set transform-set transdynamic-1 transdynamic-2
Router(config-crypto-map)#  reverse-route
Router(config-crypto-map)#  reverse-route remote-peer
Router(config)# crypto map mymap client authentication list users
Router(config)# crypto map mymap isakmp authorization list engineering
Router(config)# crypto map mymap client configuration address initiate
Router(config)# crypto map mymap client configuration address respond
Router(config)# crypto map mymap 65535 ipsec-isakmp dynamic EASYVPN
Router(config)# interface ethernet 0
Router(config-if)# crypto map mymap
Router# show crypto dynamic-map
Crypto Map Template "EASYVPN" 900
        No matching address list set.
        Current peer:
        Security association lifetime: 
                        4608000 kilobytes/3600 seconds
        PFS (Y/N): N
        Transform sets={ transdynamic-1, transdynamic-2, }
`,
  },
  {
    title: "crypto lists whose addresses were lost (seed 004)",
    text: "PeerA(config)# access-list 109 permit ip\nPeerA(config)# access-list 110 permit ip\n",
    justified: {
      "access-list 109 permit ip": "The book lost source and destination.",
      "access-list 110 permit ip": "The book lost source and destination.",
    },
  },
  {
    title:
      "transform sets, a map entry and the map's address, with values in the syntax that the book shows (seed 004)",
    text: `Router(config)# crypto ipsec transform-set ESP-ONLY esp-3des esp-sha-hmac
Router(config-crytpo-trans)# mode tunnel
Router(config)# crypto ipsec transform-set AH-AND-ESP ah-sha-hmac esp-3des esp-md5-hmac comp-lzs
Router(config-crytpo-trans)# mode transport
Router# show crypto ipsec transform-set
Transform set ESP-ONLY: { esp-3des esp-sha-hmac  }
  will negotiate = { Tunnel,  },
Transform set AH-AND-ESP: { ah-sha-hmac  }
  will negotiate = { Tunnel,  },
  { esp-3des esp-md5-hmac  }
  will negotiate = { Tunnel,  },
Router(config)# crypto map MYMAP 10  ipsec-isakmp
Router(config-crypto-map)# match address 100
Router(config-crypto-map)# set peer 192.1.1.20
Router(config-crypto-map)# set peer RouterB
Router(config-crypto-map)# set transform-set ESP-ONLY AH-AND-ESP
Router(config-crypto-map)# set pfs group5
Router(config-crypto-map)# set security-association lifetime seconds 3600
Router(config-crypto-map)# set security-association lifetime kilobytes 4608000
Router(config)# ip host RouterB 192.1.1.21
Router(config)# crypto ipsec security-association lifetime seconds 3600
Router(config)# crypto ipsec security-association lifetime kilobytes 4608000
Router(config)# interface ethernet 0/1
Router(config-if)# crypto map MYMAP
Router(config)# crypto map MYMAP local-address loopback0
`,
  },
  {
    title: "the obsolete kind of crypto map entry (seed 004)",
    text: "Router(config)# crypto map MYMAP 20 cisco\n",
    justified: { "crypto map MYMAP 20 cisco": "Cisco Encryption Technology is gone from IOS." },
  },
];

/** What a reading says of each line, by the line without prompt and blanks. */
function reports(
  text: string,
): readonly { readonly line: string; readonly diagnostics: readonly SyntaxDiagnostic[] }[] {
  const result = parse(text);
  if (result.kind !== "configurations") throw new Error(`Read as ${result.kind}.`);
  const { diagnostics, lines } = result.routers[0]!.source!;
  expect(result.routers).toHaveLength(1);
  return lines.map((line, at) => ({
    line: withoutPrompt(line),
    diagnostics: diagnostics.filter((one) => one.line === (line.originalNumber ?? at + 1)),
  }));
}

function withoutPrompt({ text }: SourceLine): string {
  return text.replace(/^\s*(?:[\w-]+ ?\([\w-]+\)# ?)?/, "").trim();
}

describe("every sample of the articles is read without a complaint that is not justified", () => {
  test.each(samples)("$title", ({ justified = {}, text }) => {
    const complained = reports(text).flatMap(({ diagnostics, line }) => (diagnostics.length > 0 ? [line] : []));
    expect(complained).toEqual(Object.keys(justified));
  });

  test.each(samples)("$title: every command is understood, but for those", ({ justified = {}, text }) => {
    const result = parse(text);
    const lines = result.kind === "configurations" ? result.routers[0]!.source!.lines : [];
    const others = lines.filter(({ state }) => state === "unmodelled").map(withoutPrompt);
    expect(others.filter((line) => justified[line] === undefined)).toEqual([]);
    // What stands behind a configuration prompt is configuration.
    const passedOver = lines
      .filter(({ state, text }) => state === "outside" && /\(\S+\)#/.test(text))
      .map(withoutPrompt);
    expect(passedOver.filter((line) => !/^(?:exit|end)$/.test(line))).toEqual([]);
  });
});

test("a misprinted command is answered with the command that was meant", () => {
  const text = "crypto map M 1 ipsec-isakmp\n set-peer 192.168.101.1\n";
  const [fault] = reports(text).flatMap(({ diagnostics }) => diagnostics);
  expect(fault).toMatchObject({ line: 2, column: 2, endColumn: 10, suggestion: "set peer" });
});
