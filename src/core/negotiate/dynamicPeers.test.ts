import { describe, expect, it } from "vitest";
import { designFromText } from "../testing/designFromText.ts";
import { hubAndSpoke } from "../testing/hubAndSpoke.ts";
import { writeCase } from "../testing/ruleCase.ts";
import { onlyPeering, verdictOf } from "../testing/plainSites.ts";
import { judgePeerings } from "./judge.ts";

const design = (changes: string) => designFromText(writeCase(hubAndSpoke, changes).text);
const verdict = (changes: string) => verdictOf(onlyPeering(design(changes)));
const byDesign = "one-way by design; a→b not-triggered crypto-map dynamic-responder-initiates";
const spokeFails = (outcome: string) =>
  `broken; a→b not-triggered crypto-map dynamic-responder-initiates; b→a ${outcome}`;

describe("a spoke whose address nobody knows beforehand", () => {
  it("starts towards a dynamic hub, never the other way round", () => {
    expect(verdict("")).toBe(byDesign);
  });

  it("is found by the key for anybody, also beside keys for known hosts", () => {
    expect(verdict("=== Hub\ncrypto isakmp key other address 203.0.113.9")).toBe(byDesign);
  });

  it("may fall under a key for a network: not known", () => {
    expect(verdict("=== Hub\ncrypto isakmp key other address 203.0.113.0 255.255.255.0")).toContain("endpoint-unknown");
    expect(
      verdict("=== Hub\n- crypto isakmp key k address 0.0.0.0 0.0.0.0\ncrypto isakmp key k address 203.0.113.9"),
    ).toContain("endpoint-unknown");
  });

  it("is refused for its transforms, its policy or its PFS as any other", () => {
    const set =
      "crypto ipsec transform-set TS esp-aes esp-sha-hmac => crypto ipsec transform-set TS esp-3des esp-sha-hmac";
    expect(verdict(`=== Spoke\n${set}`)).toBe(spokeFails("failed phase2-proposal p2-no-common-transform"));
    expect(verdict("=== Spoke\ngroup 14 => group 5")).toBe(spokeFails("failed phase1-policy p1-no-common"));
    expect(verdict("=== Hub\n+crypto dynamic-map DYN 10\n set pfs group14")).toBe(
      spokeFails("failed phase2-pfs p2-pfs-oneway"),
    );
  });

  it("needs the answer's way back: a route at the hub, or one that is injected", () => {
    const route = "ip route 0.0.0.0 0.0.0.0 192.0.2.254 => ip route 172.16.0.0 255.255.0.0 192.0.2.254";
    expect(verdict(`=== Hub\n${route}`)).toBe(spokeFails("failed inbound-check route-return"));
    expect(verdict(`=== Hub\n${route}\n+crypto dynamic-map DYN 10\n reverse-route`)).toBe(byDesign);
  });

  it("has its own flows only: permits that a hub's list has for other spokes are none of this peering", () => {
    const list =
      "+crypto dynamic-map DYN 10\n match address SPOKES\nip access-list extended SPOKES\n permit ip 10.0.0.0 0.0.0.255 10.9.0.0 0.0.0.255\n permit ip 10.0.0.0 0.0.0.255 10.1.0.0 0.0.255.255";
    expect(verdict(`=== Hub\n${list}`)).toBe(byDesign);
    expect(onlyPeering(design(`=== Hub\n${list}`)).peering.flows).toEqual([{ a: 20, b: 10, relation: "a-superset" }]);
  });
});

describe("a dynamic entry's list", () => {
  const list = (lines: string) =>
    `=== Hub\n+crypto dynamic-map DYN 10\n match address SPOKES\nip access-list extended SPOKES\n${lines}`;

  it("accepts what any of its permits covers, not only the first", () => {
    expect(
      verdict(
        list(" permit ip 10.0.0.0 0.0.0.255 10.9.0.0 0.0.0.255\n permit ip 10.0.0.0 0.0.0.255 10.1.0.0 0.0.0.255"),
      ),
    ).toBe(byDesign);
  });

  it("that only denies, or that is missing or empty, accepts nothing", () => {
    expect(verdict(list(" deny ip any any"))).toBe(spokeFails("failed phase2-proxy-identity acl-no-permit"));
    expect(verdict(list(" remark nothing"))).toBe(spokeFails("failed phase2-proxy-identity acl-empty"));
    expect(verdict("=== Hub\n+crypto dynamic-map DYN 10\n match address GONE")).toBe(
      spokeFails("failed phase2-proxy-identity acl-undefined"),
    );
  });
});

describe("aggressive mode", () => {
  const byName =
    "=== Hub\n- crypto isakmp key k address 0.0.0.0 0.0.0.0\ncrypto keyring SPOKES\n  pre-shared-key hostname Spoke key k\n" +
    "crypto isakmp profile SPOKE\n   keyring SPOKES\n   match identity host Spoke\n+crypto dynamic-map DYN 10\n set isakmp-profile SPOKE\n";
  const profile =
    "=== Spoke\ncrypto isakmp identity hostname\ncrypto isakmp profile HUB\n   keyring default\n   match identity address 192.0.2.1 255.255.255.255\n";

  it("lets the responder find the key by the peer's name", () => {
    expect(
      verdict(
        `${byName}${profile}   initiate mode aggressive\n+crypto map VPN 10 ipsec-isakmp\n set isakmp-profile HUB`,
      ),
    ).toBe(byDesign);
  });

  it("is asked for by the peer's own block too, and needs the right name", () => {
    const peer = (name: string) =>
      `=== Spoke\ncrypto isakmp peer address 192.0.2.1\n set aggressive-mode client-endpoint fqdn ${name}\n set aggressive-mode password k`;
    expect(verdict(`${byName}${peer("Spoke")}`)).toBe(byDesign);
    expect(verdict(`${byName}${peer("Someone")}`)).toContain("b→a failed phase1-authentication");
  });

  it("is what a key by name needs: main mode looks up by address", () => {
    expect(verdict(`${byName}=== Spoke\nip address dhcp => ip address 198.51.100.9 255.255.255.0`)).toContain(
      "b→a failed phase1-authentication psk-hostname-main-mode",
    );
  });
});

describe("a peer by name", () => {
  it("is resolved by the router's own ip host lines", () => {
    expect(
      verdict("=== Spoke\nip host hub.example.net 192.0.2.1\nset peer 192.0.2.1 => set peer hub.example.net"),
    ).toBe(byDesign);
  });

  it("that nothing resolves is unknown", () => {
    const [judged] = judgePeerings(design("=== Spoke\nset peer 192.0.2.1 => set peer hub.example.net"));
    expect(judged).toMatchObject({ status: "unknown", peering: { b: null } });
  });

  it("that nothing resolves may be the one that calls", () => {
    const named =
      "=== Hub\ncrypto map VPN 10 ipsec-isakmp\n set peer spoke.example.net\n set transform-set TS\n match address TO\nip access-list extended TO\n permit ip 10.0.0.0 0.0.0.255 10.1.0.0 0.0.0.255\n";
    const fixed = "=== Spoke\nip address dhcp => ip address 198.51.100.9 255.255.255.0";
    const judged = judgePeerings(design(`${named}- crypto map VPN 65000 ipsec-isakmp dynamic DYN\n${fixed}`));
    expect(judged.map(verdictOf)).toEqual(["unknown; a→b unknown endpoint-unknown; b→a unknown endpoint-unknown"]);
    expect(judged[0]!.bToA!.reason).toBe(
      "Hub names its peer spoke.example.net, and no ip host line tells whether that is Spoke.",
    );
  });

  it("that is resolved when this router starts can't be answered by it", () => {
    const named =
      "=== Hub\ncrypto map VPN 10 ipsec-isakmp\n set peer spoke.example.net dynamic\n set transform-set TS\n match address TO\nip host spoke.example.net 198.51.100.9\nip access-list extended TO\n permit ip 10.0.0.0 0.0.0.255 10.1.0.0 0.0.0.255\n";
    const fixed = "=== Spoke\nip address dhcp => ip address 198.51.100.9 255.255.255.0";
    const [judged] = judgePeerings(design(`${named}- crypto map VPN 65000 ipsec-isakmp dynamic DYN\n${fixed}`));
    expect(judged && verdictOf(judged)).toBe(
      "one-way; b→a failed phase2-proxy-identity peer-hostname-dynamic-responder",
    );
  });
});

describe("VRFs", () => {
  const front =
    "ip vrf WAN\n rd 1:1\ncrypto keyring RING vrf WAN\n  pre-shared-key address 192.0.2.1 key k\n" +
    "interface GigabitEthernet0/0\n ip vrf forwarding WAN\n ip address 198.51.100.9 255.255.255.0\n crypto map VPN\n" +
    "ip route vrf WAN 0.0.0.0 0.0.0.0 198.51.100.254\n";

  it("in front are where peers, their keys and routes are looked up", () => {
    expect(verdict(`=== Spoke\n- crypto isakmp key k address 192.0.2.1\n${front}`)).toBe(byDesign);
    expect(verdict(`=== Spoke\n${front.replace("RING vrf WAN", "RING vrf OTHER")}`)).toBe(
      spokeFails("failed phase1-authentication psk-missing"),
    );
  });

  it("inside are where protected traffic is routed", () => {
    const inside =
      "ip vrf RED\n rd 2:2\ncrypto isakmp profile HUB\n   vrf RED\n   keyring default\n   match identity address 192.0.2.1 255.255.255.255\n+crypto map VPN 10 ipsec-isakmp\n set isakmp-profile HUB\n" +
      "ip address dhcp => ip address 198.51.100.9 255.255.255.0\nip route 192.0.2.0 255.255.255.0 198.51.100.254\n";
    expect(verdict(`=== Spoke\n${inside}ip route vrf RED 10.0.0.0 255.255.255.0 198.51.100.254`)).toBe(byDesign);
    expect(verdict(`=== Spoke\n${inside}ip route vrf RED 10.77.0.0 255.255.255.0 198.51.100.254`)).toBe(
      spokeFails("not-triggered route route-missing-remote"),
    );
  });
});
