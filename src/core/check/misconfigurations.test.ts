import { expect, test } from "vitest";
import type { Design } from "../model/design.ts";
import { asRouterId } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";
import { negotiateBetween } from "../negotiate/negotiateBetween.ts";
import { parseIpv4 } from "../net/ipv4.ts";
import { clientGateway } from "../testing/clientGateway.ts";
import { designFromText } from "../testing/designFromText.ts";
import { writeCase } from "../testing/ruleCase.ts";
import { twoSites } from "../testing/twoSites.ts";
import { check } from "./check.ts";

const permitA = "permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255";
const permitB = "permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255";
const keyOfA = "crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2";
const set = "crypto ipsec transform-set TS-AES256 esp-aes 256 esp-sha256-hmac";

/** An entry of SiteA's map for somebody else, in front of the one that leads to SiteB. */
const before = (permit: string) =>
  `crypto map VPN 5 ipsec-isakmp\n set peer 192.0.2.66\n set transform-set TS-AES256\n match address OTHER\nip access-list extended OTHER\n ${permit}`;

interface Misconfiguration {
  readonly changes: string;
  /** The rules that name it; each must be found. */
  readonly rules: readonly RuleId[];
  /** What becomes of the tunnel; "agreed" where the fault doesn't keep it down. */
  readonly status: string;
  readonly base?: string;
  /** SiteA stands behind somebody else's translator, which its text can't say. */
  readonly translated?: true;
}

/** The most frequent misconfigurations, most frequent first; some come in several forms. */
const misconfigurations: Readonly<Record<string, Misconfiguration>> = {
  "1: crypto ACLs of the same direction": {
    changes: `=== SiteB\n${permitB} => ${permitA}`,
    rules: ["p2-selector-reversed"],
    status: "broken",
  },
  "1: crypto ACLs with another subnet": {
    changes: `=== SiteB\n${permitB} => permit ip 10.2.0.0 0.0.0.255 10.11.0.0 0.0.0.255`,
    rules: ["p2-selector-none"],
    status: "broken",
  },
  "1: crypto ACLs with another wildcard": {
    changes: `=== SiteB\n${permitB} => permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.255.255`,
    rules: ["p2-selector-oneway"],
    status: "one-way",
  },
  "2: IKE policies that have nothing in common": {
    changes: "=== SiteB\nencr aes 256 => encr 3des",
    rules: ["p1-no-common"],
    status: "broken",
  },
  "2: an IKE policy line left to its default": {
    changes: "=== SiteB\n- group 14",
    rules: ["p1-no-common"],
    status: "broken",
  },
  "3: a key in other letters": {
    changes: `=== SiteA\n${keyOfA} => crypto isakmp key long-shared-key-2024 address 203.0.113.2`,
    rules: ["psk-mismatch"],
    status: "broken",
  },
  "4: translation without exemption": {
    changes: "=== SiteA\n- deny   ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255",
    rules: ["nat-not-exempt"],
    status: "broken",
  },
  "4: translation exempted too late": {
    changes:
      "=== SiteA\nip access-list extended NAT\n permit ip 10.1.0.0 0.0.0.255 any\n deny ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255",
    rules: ["nat-deny-after-permit"],
    status: "broken",
  },
  "5: transform sets of another key length": {
    changes: `=== SiteB\n${set} => crypto ipsec transform-set TS-AES256 esp-aes 192 esp-sha256-hmac`,
    rules: ["p2-no-common-transform"],
    status: "broken",
  },
  "5: transform sets with and without authentication": {
    changes: `=== SiteB\n${set} => crypto ipsec transform-set TS-AES256 esp-aes 256`,
    rules: ["p2-no-common-transform", "no-integrity"],
    status: "broken",
  },
  "5: transform sets of another mode": {
    changes: "=== SiteB\nmode tunnel => mode transport",
    rules: ["p2-mode-mismatch"],
    status: "agreed",
  },
  "6: no route to the remote network": {
    changes: "=== SiteA\nip route 0.0.0.0 0.0.0.0 198.51.100.1 => ip route 203.0.113.0 255.255.255.0 198.51.100.1",
    rules: ["route-missing-remote", "route-return"],
    status: "broken",
  },
  "6: a route that leaves by another interface": {
    changes: "=== SiteA\nip route 10.2.0.0 255.255.255.0 10.1.0.254",
    rules: ["route-wrong-interface"],
    status: "broken",
  },
  "7: a crypto map that is applied nowhere": {
    changes: "=== SiteA\n- crypto map VPN",
    rules: ["map-unapplied"],
    status: "broken",
  },
  "7: a crypto map on the inside interface": {
    changes: "=== SiteA\n- crypto map VPN\n+interface GigabitEthernet0/1\n crypto map VPN",
    rules: ["map-on-loopback-or-inside", "route-wrong-interface"],
    status: "broken",
  },
  "7: a crypto map's name misspelt on the interface": {
    changes: "=== SiteA\ncrypto map VPN => crypto map VPNN",
    rules: ["map-interface-undefined"],
    status: "broken",
  },
  "8: forward secrecy on one side": {
    changes: "=== SiteB\n- set pfs group14",
    rules: ["p2-pfs-oneway"],
    status: "one-way",
  },
  "8: forward secrecy of another group": {
    changes: "=== SiteB\nset pfs group14 => set pfs group5",
    rules: ["p2-pfs-group"],
    status: "broken",
  },
  "9: a GRE tunnel whose list names the networks instead of the endpoints at one side": {
    changes: `=== SiteA\n${permitA} => permit gre host 198.51.100.2 host 203.0.113.2`,
    rules: ["p2-selector-none"],
    status: "broken",
  },
  "9: a GRE tunnel that the route to its own peer goes into": {
    changes:
      "=== SiteA\ninterface Tunnel0\n ip address 172.16.0.1 255.255.255.252\n tunnel source GigabitEthernet0/0\n tunnel destination 203.0.113.2\nip route 203.0.113.2 255.255.255.255 Tunnel0",
    rules: ["route-peer-via-tunnel"],
    status: "broken",
  },
  "10: packets that fill the link": {
    changes: "=== SiteA\n- ip tcp adjust-mss 1360",
    rules: ["mtu-hint"],
    status: "agreed",
  },
  "11: an earlier entry that takes the traffic": {
    changes: `=== SiteA\n${before("permit ip 10.0.0.0 0.255.255.255 10.0.0.0 0.255.255.255")}`,
    rules: ["acl-overlap-shadow"],
    status: "broken",
  },
  "11: everything to everything": {
    changes: `=== SiteA\n${permitA} => permit ip any any\n=== SiteB\n${permitB} => permit ip any any`,
    rules: ["acl-any-any"],
    status: "agreed",
  },
  "11: the same line twice": {
    changes: `=== SiteA\n+ip access-list extended VPN-PEER\n ${permitA}`,
    rules: ["ace-duplicate"],
    status: "agreed",
  },
  "12: the transit router as peer": {
    changes: "=== SiteA\nset peer 203.0.113.2 => set peer 203.0.113.1",
    rules: ["peer-not-reciprocal"],
    status: "broken",
  },
  "12: the peer's inside address as peer": {
    changes: "=== SiteA\nset peer 203.0.113.2 => set peer 10.2.0.1",
    rules: ["peer-not-reciprocal"],
    status: "broken",
  },
  "13: two halves against the whole": {
    changes:
      "=== SiteB\nip access-list extended VPN-PEER\n permit ip 10.2.0.0 0.0.0.127 10.1.0.0 0.0.0.255\n permit ip 10.2.0.128 0.0.0.127 10.1.0.0 0.0.0.255",
    rules: ["p2-selector-oneway"],
    status: "one-way",
  },
  "13: one protocol against all": {
    changes: `=== SiteB\n${permitB} => permit tcp 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255`,
    rules: ["p2-selector-oneway"],
    status: "one-way",
  },
  "14: a filter without UDP 500": {
    changes: "=== SiteB\n- permit udp host 198.51.100.2 host 203.0.113.2 eq isakmp",
    rules: ["acl-blocks-ike"],
    status: "broken",
  },
  "14: a filter without UDP 4500": {
    changes: "=== SiteB\n- permit udp host 198.51.100.2 host 203.0.113.2 eq non500-isakmp",
    rules: ["acl-blocks-natt"],
    status: "agreed",
  },
  "14: a filter without ESP": {
    changes: "=== SiteB\n- permit esp host 198.51.100.2 host 203.0.113.2",
    rules: ["acl-blocks-esp"],
    status: "broken",
  },
  "15: AH through a translator": {
    changes: `=== SiteA\n${set} => crypto ipsec transform-set TS-AES256 ah-sha256-hmac esp-aes 256\n=== SiteB\n${set} => crypto ipsec transform-set TS-AES256 ah-sha256-hmac esp-aes 256`,
    translated: true,
    rules: ["ah-through-nat"],
    status: "broken",
  },
  "15: a translator, and NAT traversal switched off": {
    changes: "=== SiteA\nno crypto ipsec nat-transparency udp-encapsulation",
    translated: true,
    rules: ["esp-through-nat"],
    status: "unknown",
  },
  "16: a map on two interfaces without local-address": {
    changes: "=== SiteA\ninterface GigabitEthernet0/2\n ip address 192.0.2.1 255.255.255.252\n crypto map VPN",
    rules: ["shared-map-no-local-address"],
    status: "agreed",
  },
  "17: a static translation of a protected host": {
    changes: "=== SiteA\nip nat inside source static 10.1.0.9 198.51.100.2",
    rules: ["nat-static-catches"],
    status: "agreed",
  },
  "18: lifetimes that differ in phase 1": {
    changes: "=== SiteB\nlifetime 28800 => lifetime 3600",
    rules: ["p1-lifetime-initiator-longer"],
    status: "agreed",
  },
  "18: lifetimes that differ in phase 2": {
    changes:
      "=== SiteB\nset security-association lifetime seconds 3600 => set security-association lifetime seconds 1800",
    rules: ["p2-lifetime-differs"],
    status: "agreed",
  },
  "19: peer detection on one side": {
    changes: "=== SiteB\n- crypto isakmp keepalive 10 3 periodic",
    rules: ["dpd-one-sided"],
    status: "agreed",
  },
  "20: a key for another address": {
    changes: `=== SiteA\n${keyOfA} => crypto isakmp key Long-Shared-Key-2024 address 10.2.0.1`,
    rules: ["psk-wrong-address"],
    status: "broken",
  },
  "20: a key for the provider's address": {
    changes: `=== SiteA\n${keyOfA} => crypto isakmp key Long-Shared-Key-2024 address 203.0.113.1`,
    rules: ["psk-missing"],
    status: "broken",
  },
  "20: no key": {
    changes: `=== SiteA\n- ${keyOfA}`,
    rules: ["psk-missing"],
    status: "broken",
  },
  "21: a profile that does not match the peer": {
    changes:
      "=== SiteA\ncrypto isakmp profile PEER\n   keyring default\n   match identity address 203.0.113.9 255.255.255.255\n+crypto map VPN 10 ipsec-isakmp\n set isakmp-profile PEER",
    rules: ["identity-mismatch"],
    status: "broken",
  },
  "21: a key by host name in main mode": {
    changes: `=== SiteA\n${keyOfA} => crypto isakmp key Long-Shared-Key-2024 hostname SiteB`,
    rules: ["psk-hostname-main-mode"],
    status: "broken",
  },
  "22: a dynamic entry before the static ones": {
    changes:
      "=== SiteA\ncrypto dynamic-map DYN 10\n set transform-set TS-AES256\ncrypto map VPN 5 ipsec-isakmp dynamic DYN",
    rules: ["dynamic-not-last"],
    status: "agreed",
  },
  "24: an entry without a peer": {
    changes: "=== SiteA\n- set peer 203.0.113.2",
    rules: ["map-entry-no-peer"],
    status: "broken",
  },
  "24: an entry without a list": {
    changes: "=== SiteA\n- match address VPN-PEER",
    rules: ["map-entry-no-acl"],
    status: "broken",
  },
  "24: an entry without a transform set": {
    changes: "=== SiteA\n- set transform-set TS-AES256",
    rules: ["map-entry-no-transform"],
    status: "broken",
  },
  "25: clients on the map of a peer without no-xauth": {
    base: clientGateway,
    changes:
      "crypto isakmp key Another-Long-Key-2024 address 203.0.113.2\ncrypto map VPN 5 ipsec-isakmp\n set peer 203.0.113.2\n set transform-set TS-AES256\n match address PEER\nip access-list extended PEER\n permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255",
    rules: ["psk-no-xauth"],
    status: "unknown",
  },
};

test.each(Object.entries(misconfigurations))("%s is found and named", (_, one) => {
  const { findings, peerings } = check(designOf(one));
  const found = new Set(findings.map((finding) => finding.rule));
  for (const rule of one.rules) expect(found, rule).toContain(rule);
  const judged = peerings.find(({ peering }) => peering.b) ?? peerings[0];
  expect(judged?.status ?? "none").toBe(one.status);
});

/** Every finding in the order of the report, with the tunnels that it is about. */
test("all that is found of each is what the record holds, in this order", async () => {
  const told = Object.entries(misconfigurations).map(([name, one]) => {
    const { findings, peerings } = check(designOf(one));
    const tunnels = peerings.map(({ peering }) => peering.id);
    return [
      `== ${name}`,
      ...peerings.map(({ peering, status }, index) => `tunnel ${index + 1}, ${peering.id}: ${status}`),
      ...findings.map(
        ({ severity, rule, message, peerings: ids }) =>
          `${severity} ${rule} (${ids.map((id) => tunnels.indexOf(id) + 1).join(", ") || "-"}): ${message}`,
      ),
    ].join("\n");
  });
  await expect(`${told.join("\n\n")}\n`).toMatchFileSnapshot("misconfigurations.record.txt");
});

test("23: a ping from the router's own address is said to be no traffic of the tunnel", () => {
  const [a, b] = [asRouterId("r1"), asRouterId("r2")];
  const packet = { source: parseIpv4("198.51.100.2")!, destination: parseIpv4("10.2.0.5")!, protocol: 1 };
  expect(negotiateBetween(designFromText(twoSites), a, b, { packet })?.negotiation).toMatchObject({
    outcome: "not-triggered",
    failedAt: "crypto-map",
    rule: null,
    reason: "No permit of the crypto map matches this packet.",
  });
});

function designOf({ base = twoSites, changes, translated }: Misconfiguration): Design {
  const design = designFromText(writeCase(base, changes).text);
  const [first, ...others] = design.routers.values();
  if (!first || !translated) return design;
  return {
    ...design,
    routers: new Map([[first.id, { ...first, natOnPath: true }], ...others.map((one) => [one.id, one] as const)]),
  };
}
