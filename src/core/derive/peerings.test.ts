import { describe, expect, it } from "vitest";
import { applyEdits } from "../edit/edit.ts";
import type { Design } from "../model/design.ts";
import { formatIpv4 } from "../net/ipv4.ts";
import { judgePeerings } from "../negotiate/judge.ts";
import { designFromText } from "../testing/designFromText.ts";
import { onlyPeering, plainSites, plainSitesWith, verdictOf } from "../testing/plainSites.ts";
import type { PeeringEnd } from "./peering.ts";
import { derivePeerings } from "./peerings.ts";
import { routerNames } from "./routerNames.ts";

function endText(design: Design, end: PeeringEnd | null): string {
  if (!end) return "nobody";
  const address = end.address === null ? "?" : formatIpv4(end.address);
  const dynamic = end.dynamicMap ? ` by ${end.dynamicMap.name} ${end.dynamicMap.sequence}` : "";
  return `${routerNames(design.routers).get(end.router) ?? ""} ${end.cryptoMap} ${end.sequence}${dynamic} at ${address}`;
}

/** "Alpha VPN 10 at 198.51.100.2 – Beta VPN 10 at 203.0.113.2: agreed", one line per peering. */
function peeringsOf(design: Design): readonly string[] {
  return judgePeerings(design).map(
    (judged) =>
      `${endText(design, judged.peering.a)} – ${endText(design, judged.peering.b)}: ${judged.peering.role === "backup" ? "backup, " : ""}${verdictOf(judged)}`,
  );
}

const hub = (maps: string) => `=== Hub
hostname Hub
crypto isakmp policy 10
 encr aes
 authentication pre-share
 group 14
crypto isakmp key k address 0.0.0.0 0.0.0.0
crypto ipsec transform-set TS esp-aes esp-sha-hmac
${maps}
interface GigabitEthernet0/0
 ip address 192.0.2.1 255.255.255.0
 crypto map VPN
ip route 0.0.0.0 0.0.0.0 192.0.2.254
`;
const spoke = (
  number: number,
  more = "",
  interfaceAddress = `198.51.100.${number} 255.255.255.0`,
) => `=== Spoke${number}
hostname Spoke${number}
crypto isakmp policy 10
 encr aes
 authentication pre-share
 group 14
crypto isakmp key k address 192.0.2.1
crypto ipsec transform-set TS esp-aes esp-sha-hmac
crypto map VPN 10 ipsec-isakmp
 set peer 192.0.2.1
 set transform-set TS
 match address VPN
interface GigabitEthernet0/0
 ip address ${interfaceAddress}
 crypto map VPN
ip route 0.0.0.0 0.0.0.0 198.51.100.254
ip access-list extended VPN
 permit ip 10.${number}.0.0 0.0.255.255 10.0.0.0 0.0.255.255
${more}`;
const towards = (number: number, sequence = number * 10) => `crypto map VPN ${sequence} ipsec-isakmp
 set peer 198.51.100.${number}
 set transform-set TS
 match address TO-${number}
ip access-list extended TO-${number}
 permit ip 10.0.0.0 0.0.255.255 10.${number}.0.0 0.0.255.255`;

describe("entries that name each other", () => {
  it("make a peering, the router whose name comes first standing first", () => {
    expect(peeringsOf(designFromText(plainSites))).toEqual([
      "Alpha VPN 10 at 198.51.100.2 – Beta VPN 10 at 203.0.113.2: agreed",
    ]);
    expect(peeringsOf(plainSitesWith("=== Alpha\nhostname Alpha => hostname Zeta"))).toEqual([
      "Beta VPN 10 at 203.0.113.2 – Zeta VPN 10 at 198.51.100.2: agreed",
    ]);
  });

  it("pair by address, not by list: each spoke meets its own entry of the hub", () => {
    const design = designFromText(
      hub([1, 2, 3].map((n) => towards(n)).join("\n")) + [1, 2, 3].map((n) => spoke(n)).join(""),
    );
    expect(peeringsOf(design)).toEqual([
      "Hub VPN 10 at 192.0.2.1 – Spoke1 VPN 10 at 198.51.100.1: agreed",
      "Hub VPN 20 at 192.0.2.1 – Spoke2 VPN 10 at 198.51.100.2: agreed",
      "Hub VPN 30 at 192.0.2.1 – Spoke3 VPN 10 at 198.51.100.3: agreed",
    ]);
  });

  it("speak from the local address where the map has one", () => {
    const loopback = (address: string) =>
      `crypto map VPN local-address Loopback0\ninterface Loopback0\n ip address ${address} 255.255.255.255`;
    expect(
      peeringsOf(
        plainSitesWith(
          `=== Beta\n${loopback("192.0.2.77")}\n=== Alpha\nset peer 203.0.113.2 => set peer 192.0.2.77\n` +
            "crypto isakmp key Long-Shared-Key-2024 address 203.0.113.2 => crypto isakmp key Long-Shared-Key-2024 address 192.0.2.77",
        ),
      ),
    ).toEqual(["Alpha VPN 10 at 198.51.100.2 – Beta VPN 10 at 192.0.2.77: agreed"]);
  });

  it("may name the HSRP address of a redundant map", () => {
    const standby =
      "interface GigabitEthernet0/0\n ip address 203.0.113.3 255.255.255.248\n standby 1 ip 203.0.113.2\n standby 1 name VPN-HA\n crypto map VPN redundancy VPN-HA";
    expect(peeringsOf(plainSitesWith(`=== Beta\n${standby}`))).toEqual([
      "Alpha VPN 10 at 198.51.100.2 – Beta VPN 10 at 203.0.113.2: agreed",
    ]);
  });
});

describe("several entries of two routers that name each other", () => {
  const second = (entry: string, list: string, peer: string, permit: string) =>
    `crypto map VPN ${entry} ipsec-isakmp\n set peer ${peer}\n set transform-set TS\n match address ${list}\nip access-list extended ${list}\n ${permit}`;

  it("pair where a flow joins them, each peering with its own flows", () => {
    const design = plainSitesWith(
      `=== Alpha\n${second("20", "MORE", "203.0.113.2", "permit ip 10.1.1.0 0.0.0.255 10.2.1.0 0.0.0.255")}\n` +
        `=== Beta\n${second("5", "MORE", "198.51.100.2", "permit ip 10.2.1.0 0.0.0.255 10.1.1.0 0.0.0.255")}`,
    );
    expect(peeringsOf(design)).toEqual([
      "Alpha VPN 10 at 198.51.100.2 – Beta VPN 10 at 203.0.113.2: agreed",
      "Alpha VPN 20 at 198.51.100.2 – Beta VPN 5 at 203.0.113.2: agreed",
    ]);
    expect(derivePeerings(design).map((peering) => peering.flows)).toEqual([
      [{ a: 10, b: 10, relation: "exact" }],
      [{ a: 10, b: 10, relation: "exact" }],
    ]);
  });

  it("share one entry's flows out to the entries that accept them", () => {
    const design = plainSitesWith(
      "=== Alpha\nip access-list extended VPN\n permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255\n permit ip 10.1.1.0 0.0.0.255 10.2.1.0 0.0.0.255\n" +
        `=== Beta\n${second("20", "MORE", "198.51.100.2", "permit ip 10.2.1.0 0.0.0.255 10.1.1.0 0.0.0.255")}`,
    );
    expect(peeringsOf(design)).toEqual([
      "Alpha VPN 10 at 198.51.100.2 – Beta VPN 10 at 203.0.113.2: agreed",
      "Alpha VPN 10 at 198.51.100.2 – Beta VPN 20 at 203.0.113.2: agreed",
    ]);
    expect(derivePeerings(design).map((peering) => peering.flows)).toEqual([
      [{ a: 10, b: 10, relation: "exact" }],
      [{ a: 20, b: 10, relation: "exact" }],
    ]);
  });

  it("give a flow to the lowest entry that accepts it", () => {
    const design = plainSitesWith(
      `=== Beta\n${second("5", "WIDE", "198.51.100.2", "permit ip 10.2.0.0 0.0.255.255 10.1.0.0 0.0.255.255")}`,
    );
    expect(derivePeerings(design)[0]).toMatchObject({
      b: { sequence: 5 },
      flows: [{ a: 10, b: 10, relation: "a-subset" }],
    });
  });
});

describe("a dynamic entry", () => {
  const dynamic = (lines: string, more = "") =>
    hub(
      `crypto dynamic-map DYN 5\n set transform-set TS\n${lines}${more}crypto map VPN 65000 ipsec-isakmp dynamic DYN`,
    );

  it("without a list pairs with every static entry that names its endpoint: one-way by design", () => {
    const design = designFromText(dynamic("") + spoke(1) + spoke(2));
    expect(peeringsOf(design)).toEqual([
      "Hub VPN 65000 by DYN 5 at 192.0.2.1 – Spoke1 VPN 10 at 198.51.100.1: one-way by design; a→b not-triggered crypto-map dynamic-responder-initiates",
      "Hub VPN 65000 by DYN 5 at 192.0.2.1 – Spoke2 VPN 10 at 198.51.100.2: one-way by design; a→b not-triggered crypto-map dynamic-responder-initiates",
    ]);
    expect(derivePeerings(design)[0]).toMatchObject({
      kind: "dynamic",
      a: { peer: null },
      flows: [{ a: null, b: 10, relation: "accepts" }],
    });
  });

  it("serves a spoke whose address comes from DHCP", () => {
    const design = designFromText(dynamic("") + spoke(1, "", "dhcp"));
    expect(peeringsOf(design)[0]).toContain("Spoke1 VPN 10 at ?: one-way by design");
  });

  it("with a list accepts what lies within a permit", () => {
    const list = (permit: string) => ` match address ANY-SPOKE\nip access-list extended ANY-SPOKE\n ${permit}\n`;
    const within = designFromText(dynamic(list("permit ip 10.0.0.0 0.0.255.255 10.0.0.0 0.255.255.255")) + spoke(1));
    expect(peeringsOf(within)[0]).toContain(": one-way by design");
    expect(derivePeerings(within)[0]?.flows).toEqual([{ a: 10, b: 10, relation: "a-superset" }]);
    const without = designFromText(dynamic(list("permit ip 10.0.0.0 0.0.255.255 10.9.0.0 0.0.255.255")) + spoke(1));
    expect(peeringsOf(without)[0]).toContain("broken");
    expect(onlyPeering(without).bToA?.rule).toBe("p2-selector-none");
  });

  it("whose list is missing accepts nothing", () => {
    const design = designFromText(dynamic(" match address GONE\n") + spoke(1));
    expect(onlyPeering(design).bToA?.rule).toBe("acl-undefined");
  });

  it("that nobody uses makes no peering", () => {
    expect(peeringsOf(designFromText(dynamic("")))).toEqual([]);
  });

  it("is the lowest of several that accepts, by transforms too", () => {
    const design = designFromText(
      hub(
        "crypto ipsec transform-set STRONG esp-aes 256 esp-sha256-hmac\ncrypto dynamic-map DYN 5\n set transform-set STRONG\n" +
          "crypto dynamic-map DYN 10\n set transform-set TS\ncrypto map VPN 65000 ipsec-isakmp dynamic DYN",
      ) + spoke(1),
    );
    expect(peeringsOf(design)[0]).toBe(
      "Hub VPN 65000 by DYN 10 at 192.0.2.1 – Spoke1 VPN 10 at 198.51.100.1: one-way by design; a→b not-triggered crypto-map dynamic-responder-initiates",
    );
  });

  it("yields to a static entry that names the spoke", () => {
    const design = designFromText(dynamic("", `${towards(1)}\n`) + spoke(1) + spoke(2));
    expect(peeringsOf(design).map((line) => line.replace(/;.*/, ""))).toEqual([
      "Hub VPN 10 at 192.0.2.1 – Spoke1 VPN 10 at 198.51.100.1: agreed",
      "Hub VPN 65000 by DYN 5 at 192.0.2.1 – Spoke2 VPN 10 at 198.51.100.2: one-way by design",
    ]);
  });
});

describe("several peers of one entry", () => {
  const backup = spoke(2).replaceAll("10.2.0.0", "10.1.0.0");
  const twoPeers = `crypto map VPN 10 ipsec-isakmp
 set peer 198.51.100.1
 set peer 198.51.100.2
 set transform-set TS
 match address TO-1
ip access-list extended TO-1
 permit ip 10.0.0.0 0.0.255.255 10.1.0.0 0.0.255.255`;

  it("make a peering each, the later ones backups whose earlier peers don't answer", () => {
    expect(peeringsOf(designFromText(hub(twoPeers) + spoke(1) + backup))).toEqual([
      "Hub VPN 10 at 192.0.2.1 – Spoke1 VPN 10 at 198.51.100.1: agreed",
      "Hub VPN 10 at 192.0.2.1 – Spoke2 VPN 10 at 198.51.100.2: backup, agreed",
    ]);
  });

  it("tell which is the default", () => {
    const design = designFromText(
      hub(twoPeers.replace("198.51.100.1\n", "198.51.100.1 default\n")) + spoke(1) + backup,
    );
    expect(derivePeerings(design).map((peering) => peering.a.peer)).toEqual([
      { configured: "198.51.100.1", position: 1, default: true, router: "r2" },
      { configured: "198.51.100.2", position: 2, default: false, router: "r3" },
    ]);
  });

  it("may be taken over by a floating route", () => {
    const viaFloating = plainSitesWith(
      "=== Alpha\ninterface GigabitEthernet0/2\n ip address 192.0.2.9 255.255.255.0\n" +
        "ip route 0.0.0.0 0.0.0.0 198.51.100.1 => ip route 0.0.0.0 0.0.0.0 198.51.100.1 200\nip route 0.0.0.0 0.0.0.0 192.0.2.1\n" +
        "=== Beta\nset peer 198.51.100.2 => set peer 192.0.2.200\n+crypto map VPN 10 ipsec-isakmp\n set peer 198.51.100.2",
    );
    const [backupPeering] = judgePeerings(viaFloating).filter(({ peering }) => peering.b);
    expect(backupPeering && verdictOf(backupPeering)).toBe("agreed");
  });
});

describe("a map on two interfaces", () => {
  const second = "interface GigabitEthernet0/2\n ip address 192.0.2.9 255.255.255.0\n crypto map VPN";

  it("speaks from the one that the route to the peer leaves by", () => {
    expect(peeringsOf(plainSitesWith(`=== Alpha\n${second}`))).toEqual([
      "Alpha VPN 10 at 198.51.100.2 – Beta VPN 10 at 203.0.113.2: agreed",
    ]);
  });

  it("makes a peering per interface where the route isn't known", () => {
    const design = plainSitesWith(`=== Alpha\n${second}\n- ip route 0.0.0.0 0.0.0.0 198.51.100.1`);
    expect(peeringsOf(design).map((line) => line.replace(/;.*/, ""))).toEqual([
      "Alpha VPN 10 at 198.51.100.2 – Beta VPN 10 at 203.0.113.2: agreed",
      "Alpha VPN 10 at 192.0.2.9 – Beta VPN 10 at 203.0.113.2: broken",
    ]);
    expect(new Set(derivePeerings(design).map((peering) => peering.id)).size).toBe(2);
  });
});

describe("an entry that nobody answers", () => {
  it("is unknown when its peer is outside the design", () => {
    const design = designFromText(plainSites.slice(0, plainSites.indexOf("=== Beta")));
    expect(peeringsOf(design)).toEqual(["Alpha VPN 10 at 198.51.100.2 – nobody: unknown"]);
    const [judged] = judgePeerings(design);
    expect(judged?.refusals.map((one) => one.rule)).toEqual(["peer-outside-design"]);
    expect(judged).toMatchObject({ aToB: null, bToA: null, flows: [], peering: { a: { peer: { router: null } } } });
  });

  it("is broken when a router of the design has the address and no entry for it", () => {
    const design = plainSitesWith("=== Beta\n- crypto map VPN 10 ipsec-isakmp");
    expect(peeringsOf(design)).toEqual(["Alpha VPN 10 at 198.51.100.2 – nobody: broken"]);
    expect(judgePeerings(design)[0]?.refusals[0]).toMatchObject({
      rule: "peer-not-reciprocal",
      data: { near: "Alpha", far: "Beta" },
    });
  });

  it("is broken when it names its own router", () => {
    const design = plainSitesWith(
      "=== Alpha\nset peer 203.0.113.2 => set peer 10.1.0.1\n=== Beta\n- crypto map VPN 10 ipsec-isakmp",
    );
    expect(peeringsOf(design)).toEqual(["Alpha VPN 10 at 198.51.100.2 – nobody: broken"]);
    expect(judgePeerings(design)[0]?.refusals[0]?.rule).toBe("peer-is-self");
  });
});

describe("a near miss", () => {
  it("pairs entries whose one address is off, and blames the line that is wrong", () => {
    const judged = onlyPeering(plainSitesWith("=== Beta\nset peer 198.51.100.2 => set peer 198.51.100.22"));
    expect(judged.peering.b?.router).toBe("r2");
    expect(judged.status).toBe("broken");
    expect(judged.bToA).toMatchObject({ outcome: "failed", failedAt: "reachability", rule: "peer-not-reciprocal" });
    expect(judged.bToA?.refusals[0]).toMatchObject({
      data: { near: "Alpha", far: "Beta", address: "198.51.100.2", configured: "198.51.100.22" },
      places: [
        { router: "r2", kind: "cryptoMapEntry", name: "VPN 10", field: "peers", item: 0 },
        { router: "r1", kind: "interface", name: "GigabitEthernet0/0", field: "address" },
      ],
    });
  });

  it("is found where the peer is another interface of the right router", () => {
    const judged = onlyPeering(plainSitesWith("=== Beta\nset peer 198.51.100.2 => set peer 10.1.0.1"));
    expect(verdictOf(judged)).toContain("broken");
    expect(judged.aToB?.refusals.map((one) => one.rule)).toContain("peer-not-reciprocal");
  });

  it("prefers the list that fits over the lower sequence", () => {
    const wrong = "set peer 198.51.100.2 => set peer 192.0.2.200";
    const decoy =
      "crypto map VPN 5 ipsec-isakmp\n set peer 192.0.2.201\n set transform-set TS\n match address DECOY\nip access-list extended DECOY\n permit ip 10.2.0.0 0.0.0.127 10.1.0.0 0.0.0.127";
    const design = plainSitesWith(`=== Beta\n${wrong}\n${decoy}`);
    expect(peeringsOf(design)[0]).toContain("Alpha VPN 10 at 198.51.100.2 – Beta VPN 10 at 203.0.113.2: broken");
    expect(peeringsOf(design)[1]).toContain("Beta VPN 5 at 203.0.113.2 – nobody: unknown");
  });

  it("doesn't join entries that have nothing to do with each other", () => {
    const design = plainSitesWith(
      "=== Beta\nset peer 198.51.100.2 => set peer 192.0.2.200\npermit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 => permit ip 10.2.0.0 0.0.0.255 10.77.0.0 0.0.0.255",
    );
    expect(peeringsOf(design)).toEqual([
      "Alpha VPN 10 at 198.51.100.2 – nobody: broken",
      "Beta VPN 10 at 203.0.113.2 – nobody: unknown",
    ]);
  });

  it("is unknown, not broken, where the address is not in the text", () => {
    const judged = onlyPeering(
      plainSitesWith(
        "=== Beta\n- ip address 203.0.113.2 255.255.255.252\n=== Alpha\nset peer 203.0.113.2 => set peer 203.0.113.2",
      ),
    );
    expect(judged.status).toBe("unknown");
  });
});

describe("memory", () => {
  it("gives an unchanged peering as the same object after an edit elsewhere", () => {
    const design = designFromText(hub([1, 2].map((n) => towards(n)).join("\n")) + spoke(1) + spoke(2));
    const before = derivePeerings(design);
    const [, spokeOne] = [...design.routers.values()];
    const list = spokeOne!.elements.accessList.get("VPN")!;
    const after = derivePeerings(
      applyEdits(design, [
        {
          op: "put",
          key: { router: spokeOne!.id, kind: "accessList", name: "VPN" },
          element: { ...list, lines: [] },
        },
      ]),
    );
    expect(after[1]).toBe(before[1]);
    expect(after[0]).not.toBe(before[0]);
    expect(after[0]?.id).toBe(before[0]?.id);
  });

  it.each([
    ["another peer", { peers: [{ peer: { kind: "address" as const, address: 0xc6336409 } }] }],
    ["no peer", { peers: [] }],
    ["the other spoke's peer", { peers: [{ peer: { kind: "address" as const, address: 0xc6336402 } }] }],
    ["another list", { matchAddress: "TO-2" }],
    ["keys set by hand", { type: "ipsec-manual" as const }],
  ])("pairs entries as in a design that is seen for the first time when one gets %s", (_, change) => {
    const design = designFromText(hub([1, 2].map((n) => towards(n)).join("\n")) + spoke(1) + spoke(2));
    derivePeerings(design);
    const [ofHub] = [...design.routers.values()];
    const entry = ofHub!.elements.cryptoMapEntry.get("VPN 10")!;
    const key = { router: ofHub!.id, kind: "cryptoMapEntry" as const, name: "VPN 10" };
    const edited = applyEdits(design, [{ op: "put", key, element: { ...entry, ...change } }]);
    const back = applyEdits(edited, [{ op: "put", key, element: entry }]);
    const along = [edited, back].map(derivePeerings);
    expect(along).toEqual([edited, back].map((one) => derivePeerings(structuredClone(one))));
  });
});
