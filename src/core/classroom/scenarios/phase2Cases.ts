import { scenarioOf } from "./builtIn.ts";
import { changed, siteText } from "./configurations.ts";

const guide = "Cisco, Configuring Security for VPNs with IPsec";

const strong = "crypto ipsec transform-set STRONG esp-aes 256 esp-sha-hmac";
const legacy = "crypto ipsec transform-set LEGACY esp-3des esp-md5-hmac";

const transformHq = siteText({
  hostname: "HQ",
  outside: "198.51.100.2",
  lan: "10.1.0",
  peer: "203.0.113.2",
  traffic: ["permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255"],
  transformSets: [legacy, strong],
  use: "STRONG LEGACY",
});
const transformBranch = siteText({
  hostname: "Branch",
  outside: "203.0.113.2",
  lan: "10.2.0",
  peer: "198.51.100.2",
  traffic: ["permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255"],
  transformSets: [legacy, strong],
  use: "STRONG LEGACY",
});

/** The set that is first in the initiator's order and that the responder has too is taken. */
const transformChoice = scenarioOf({
  id: "transform-choice",
  title: "The choice of a transform set",
  goal: "HQ and Branch protect their traffic with AES-256 and SHA, whichever of them starts.",
  text: "Both routers have a legacy set and a strong one. The tunnel is up, yet show crypto ipsec sa still tells of 3DES and MD5, and nobody knows why the strong set is not taken.",
  source: `${guide}, Transform Sets`,
  solved: { HQ: transformHq, Branch: transformBranch },
  broken: {
    HQ: changed(transformHq, [[" set transform-set STRONG LEGACY", " set transform-set LEGACY STRONG"]]),
    Branch: changed(transformBranch, [[strong, "crypto ipsec transform-set STRONG esp-aes esp-sha-hmac"]]),
  },
  goals: [
    { kind: "peering", routers: ["HQ", "Branch"], statuses: ["agreed"] },
    { kind: "transforms", routers: ["HQ", "Branch"], transforms: ["esp-aes 256", "esp-sha-hmac"] },
  ],
  hints: [
    {
      text: "Peers look for a set that is the same at both, in the order in which the side that starts lists its own.",
    },
    {
      text: "Sets are compared by content, not by name. Is STRONG the same at both ends?",
      place: { router: "Branch", kind: "transformSet", name: "STRONG" },
    },
    {
      text: "Give Branch's STRONG esp-aes 256, and let HQ list STRONG before LEGACY in crypto map VPN 10.",
      place: { router: "HQ", kind: "cryptoMapEntry", name: "VPN 10" },
    },
  ],
});

const keys = {
  hq: {
    cipher: "9f3c6a17d4e80b52c1f7a9364de2805b7c19e4f3a6d2085b31c7f94ea05d26b8",
    authenticator: "4b8e1d73f0a96c25e7d3185af2c40b96d81e57a3",
  },
  branch: {
    cipher: "27d5e90a4c8b16f3905ead7c32f81b64e0a7c35d9f12486be83d0c75a1f94e26",
    authenticator: "c6094fe7b2d81a35940c7e6df3b15a82607df9c1",
  },
};
const manualSet = "crypto ipsec transform-set MANUAL esp-aes 256 esp-sha-hmac";

function sessionKeys(inbound: number, outbound: number, received: typeof keys.hq, sent: typeof keys.hq): string {
  return ` set session-key inbound esp ${inbound} cipher ${received.cipher} authenticator ${received.authenticator}
 set session-key outbound esp ${outbound} cipher ${sent.cipher} authenticator ${sent.authenticator}`;
}

function manualSite(text: string, keyLines: string): string {
  return changed(text, [
    ["crypto map VPN 10 ipsec-isakmp", "crypto map VPN 10 ipsec-manual"],
    [" set transform-set MANUAL", `${keyLines}\n set transform-set MANUAL`],
  ]);
}

const manualHq = manualSite(
  siteText({
    hostname: "HQ",
    outside: "198.51.100.2",
    lan: "10.1.0",
    peer: "203.0.113.2",
    traffic: ["permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255"],
    transformSets: [manualSet],
    use: "MANUAL",
  }),
  sessionKeys(1001, 1002, keys.branch, keys.hq),
);
const manualBranch = manualSite(
  siteText({
    hostname: "Branch",
    outside: "203.0.113.2",
    lan: "10.2.0",
    peer: "198.51.100.2",
    traffic: ["permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255"],
    transformSets: [manualSet],
    use: "MANUAL",
  }),
  sessionKeys(1002, 1001, keys.hq, keys.branch),
);

/** Nothing is negotiated, so what is inbound here must be outbound there. */
const manualKeys = scenarioOf({
  id: "manual-keys",
  title: "Manual keys that do not cross",
  goal: "HQ and Branch exchange traffic with manual keys.",
  text: "The far end does not speak IKE, so both sides were keyed by hand. HQ's packets leave, and Branch drops every one of them: it has no security association for what arrives. The keys themselves were compared over the telephone and are right.",
  source: `${guide}, Establishing Manual SAs`,
  solved: { HQ: manualHq, Branch: manualBranch },
  broken: {
    Branch: manualBranch
      .replace("inbound esp 1002", "inbound esp 1001")
      .replace("outbound esp 1001", "outbound esp 1002"),
  },
  goals: [
    { kind: "peering", routers: ["HQ", "Branch"], statuses: ["agreed"], type: "manual" },
    { kind: "traffic", router: "HQ", source: "10.1.0.0/24", destination: "10.2.0.0/24", fate: "protected" },
    { kind: "traffic", router: "Branch", source: "10.2.0.0/24", destination: "10.1.0.0/24", fate: "protected" },
  ],
  hints: [
    { text: "A receiver finds its security association by the number in the packet, the SPI." },
    {
      text: "The SPI that HQ sends with must be the one that Branch receives with.",
      place: { router: "Branch", kind: "cryptoMapEntry", name: "VPN 10" },
    },
    {
      text: "On Branch, use 1002 inbound and 1001 outbound; the keys stay as they are.",
      place: { router: "Branch", kind: "cryptoMapEntry", name: "VPN 10" },
    },
  ],
});

/** The sample of the guide, with the addresses that it was printed with and a peer to talk to. */
const aesSolved = `hostname AesRouter
!
crypto isakmp policy 10
 encr aes 256
 authentication pre-share
 lifetime 180
crypto isakmp key cisco123 address 10.0.110.1
!
crypto ipsec transform-set aasset esp-aes 256 esp-sha-hmac
 mode transport
!
crypto map aesmap 10 ipsec-isakmp
 set peer 10.0.110.1
 set transform-set aasset
 match address 120
!
interface FastEthernet0/0/1
 ip address 10.0.110.2 255.255.255.0
 ip nat outside
 crypto map aesmap
!
interface FastEthernet0/1/1
 ip address 10.0.120.1 255.255.255.0
 ip nat inside
!
ip nat inside source list 110 interface FastEthernet0/0/1 overload
ip route 0.0.0.0 0.0.0.0 10.0.110.1
!
access-list 110 deny ip 10.0.120.0 0.0.0.255 10.0.130.0 0.0.0.255
access-list 110 permit ip 10.0.120.0 0.0.0.255 any
access-list 120 permit ip 10.0.120.0 0.0.0.255 10.0.130.0 0.0.0.255
!
end
`;
const aesPeer = `hostname AesPeer
!
crypto isakmp policy 10
 encr aes 256
 authentication pre-share
 lifetime 180
crypto isakmp key cisco123 address 10.0.110.2
!
crypto ipsec transform-set aasset esp-aes 256 esp-sha-hmac
 mode transport
!
crypto map aesmap 10 ipsec-isakmp
 set peer 10.0.110.2
 set transform-set aasset
 match address 120
!
interface FastEthernet0/0/1
 ip address 10.0.110.1 255.255.255.0
 crypto map aesmap
!
interface FastEthernet0/1/1
 ip address 10.0.130.1 255.255.255.0
!
ip route 0.0.0.0 0.0.0.0 10.0.110.2
!
access-list 120 permit ip 10.0.130.0 0.0.0.255 10.0.120.0 0.0.0.255
!
end
`;

const aesExample = scenarioOf({
  id: "aes-example",
  title: "The AES example of the guide",
  goal: "AesRouter and AesPeer protect 10.0.120.0/24 and 10.0.130.0/24 with AES-256.",
  text: "This is the example of a static crypto map with AES, as it was printed: inside and outside are in one network, the peer's address is the router's own, and the crypto access list protects that network from itself. The peer, AesPeer, is ready and expects 10.0.120.0/24 on this side. Give AesRouter's inside that network and make the example work.",
  source: `${guide}, Example: AES-Based Static Crypto Map`,
  solved: { AesRouter: aesSolved, AesPeer: aesPeer },
  broken: {
    AesRouter: changed(aesSolved, [
      [" ip address 10.0.120.1 255.255.255.0", " ip address 10.0.110.1 255.255.255.0"],
      [
        "access-list 110 deny ip 10.0.120.0 0.0.0.255 10.0.130.0 0.0.0.255",
        "access-list 110 deny ip 10.0.110.0 0.0.0.255 10.0.110.0 0.0.0.255",
      ],
      ["access-list 110 permit ip 10.0.120.0 0.0.0.255 any", "access-list 110 permit ip 10.0.110.0 0.0.0.255 any"],
      [
        "access-list 120 permit ip 10.0.120.0 0.0.0.255 10.0.130.0 0.0.0.255",
        "access-list 120 permit ip 10.0.110.0 0.0.0.255 10.0.110.0 0.0.0.255",
      ],
    ]),
  },
  goals: [
    { kind: "peering", routers: ["AesRouter", "AesPeer"], statuses: ["agreed"] },
    { kind: "transforms", routers: ["AesRouter", "AesPeer"], transforms: ["esp-aes 256", "esp-sha-hmac"] },
    { kind: "traffic", router: "AesRouter", source: "10.0.120.0/24", destination: "10.0.130.0/24", fate: "protected" },
    { kind: "rule", rule: "peer-is-self" },
    { kind: "rule", rule: "overlap-interfaces" },
  ],
  hints: [
    { text: "Two interfaces of one router can't be in the same network, and a router can't be its own peer." },
    {
      text: "Readdress the inside interface first; then the access lists can name what is really there.",
      place: { router: "AesRouter", kind: "interface", name: "FastEthernet0/1/1" },
    },
    {
      text: "Inside 10.0.120.1/24; list 120 permits 10.0.120.0/24 to 10.0.130.0/24; list 110 denies the same before its permit.",
      place: { router: "AesRouter", kind: "accessList", name: "120" },
    },
  ],
});

export const phase2Cases = [transformChoice, manualKeys, aesExample];
