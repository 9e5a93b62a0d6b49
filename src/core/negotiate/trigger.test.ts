import { describe, expect, it } from "vitest";
import { judgePeerings } from "./judge.ts";
import { onlyPeering, plainSitesWith, verdictOf } from "../testing/plainSites.ts";

const verdict = (changes: string) => verdictOf(onlyPeering(plainSitesWith(changes)));
const defaultRoute = "ip route 0.0.0.0 0.0.0.0 198.51.100.1";

describe("the route of the first packet", () => {
  it("must exist where there are routes at all; the answer needs one too", () => {
    expect(verdict(`=== Alpha\n${defaultRoute} => ip route 203.0.113.0 255.255.255.0 198.51.100.1`)).toBe(
      "broken; a→b not-triggered route route-missing-remote; b→a failed inbound-check route-return",
    );
  });

  it("must leave by an interface that carries the map", () => {
    expect(verdict("=== Alpha\nip route 10.2.0.0 255.255.255.0 10.1.0.254")).toBe(
      "broken; a→b not-triggered route route-wrong-interface; b→a failed inbound-check route-return",
    );
  });

  it("is assumed, and said so, where the text has no routes", () => {
    const judged = onlyPeering(plainSitesWith(`=== Alpha\n- ${defaultRoute}`));
    expect(judged.status).toBe("agreed");
    expect(judged.aToB?.refusals.every((one) => one.rule === "route-assumed" && one.failedAt === undefined)).toBe(true);
    expect(judged.aToB?.refusals[0]?.data).toEqual({ near: "Alpha", destination: "10.2.0.0/24", protocol: "" });
  });

  it("is taken on trust where a routing protocol may know it", () => {
    const ospf = "router ospf 1\n network 10.1.0.0 0.0.0.255 area 0";
    expect(verdict(`=== Alpha\n- ${defaultRoute}\n${ospf}`)).toBe("agreed");
  });

  it("by another interface is not judged where a routing protocol may know a longer prefix", () => {
    const other = "ip route 0.0.0.0 0.0.0.0 10.1.0.254\nip route 203.0.113.0 255.255.255.0 198.51.100.1";
    expect(verdict(`=== Alpha\n- ${defaultRoute}\n${other}\nrouter eigrp 1\n network 10.0.0.0`)).toBe(
      "unknown; a→b unknown route-assumed; b→a unknown route-assumed",
    );
  });

  it("comes from reverse route injection: at once when static, with the peer's help when not", () => {
    const routes = `- ${defaultRoute}\nip route 203.0.113.0 255.255.255.0 198.51.100.1`;
    const injected = (line: string) => `=== Alpha\n${routes}\n+crypto map VPN 10 ipsec-isakmp\n ${line}`;
    expect(verdict(injected("reverse-route static"))).toBe("agreed");
    expect(verdict(injected("reverse-route"))).toBe("one-way; a→b not-triggered route route-missing-remote");
  });
});

describe("the route to the peer itself", () => {
  it("must exist", () => {
    expect(verdict(`=== Alpha\n${defaultRoute} => ip route 10.2.0.0 255.255.255.0 198.51.100.1`)).toBe(
      "broken; a→b failed reachability route-peer; b→a failed reachability route-peer",
    );
  });

  it("must not lead into a tunnel that ends at the peer", () => {
    const tunnel =
      "interface Tunnel0\n ip address 172.16.0.1 255.255.255.252\n tunnel source GigabitEthernet0/0\n tunnel destination 203.0.113.2\nip route 203.0.113.2 255.255.255.255 Tunnel0";
    expect(verdict(`=== Alpha\n${tunnel}`)).toBe(
      "broken; a→b failed reachability route-peer-via-tunnel; b→a failed reachability route-peer-via-tunnel",
    );
  });
});

describe("translation", () => {
  const inside = "+interface GigabitEthernet0/0\n ip nat outside\n+interface GigabitEthernet0/1\n ip nat inside";
  const overload = "ip nat inside source list NAT interface GigabitEthernet0/0 overload\nip access-list extended NAT";
  const exempt = " deny ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255";
  const all = " permit ip 10.1.0.0 0.0.0.255 any";

  it("without an exemption takes the flow before the crypto map sees it, and the answer too", () => {
    expect(verdict(`=== Alpha\n${inside}\n${overload}\n${all}`)).toBe(
      "broken; a→b not-triggered nat nat-not-exempt; b→a failed inbound-check nat-not-exempt",
    );
  });

  it("with an exemption leaves it alone", () => {
    expect(verdict(`=== Alpha\n${inside}\n${overload}\n${exempt}\n${all}`)).toBe("agreed");
  });

  it("with the exemption behind the permit takes it all the same", () => {
    expect(verdict(`=== Alpha\n${inside}\n${overload}\n${all}\n${exempt}`)).toBe(
      "broken; a→b not-triggered nat nat-deny-after-permit; b→a failed inbound-check nat-deny-after-permit",
    );
  });

  it("with an exemption for a part leaves the tunnel to that part, with a word", () => {
    const judged = onlyPeering(
      plainSitesWith(`=== Alpha\n${inside}\n${overload}\n deny ip 10.1.0.0 0.0.0.127 10.2.0.0 0.0.0.255\n${all}`),
    );
    expect(judged.status).toBe("agreed");
    expect(judged.aToB?.refusals[0]).toMatchObject({ rule: "nat-not-exempt", data: { extent: "part" } });
  });

  it("looks at inside to outside only", () => {
    expect(verdict(`=== Alpha\n+interface GigabitEthernet0/0\n ip nat outside\n${overload}\n${all}`)).toBe("agreed");
    expect(verdict(`=== Alpha\n+interface GigabitEthernet0/1\n ip nat inside\n${overload}\n${all}`)).toBe("agreed");
  });

  it("by a route map follows its entries and the interface that they match", () => {
    const byMap = (match: string) =>
      `=== Alpha\n${inside}\nip nat inside source route-map RM interface GigabitEthernet0/0 overload\nroute-map RM permit 10\n match ip address NAT\n${match}ip access-list extended NAT\n${all}`;
    expect(verdict(byMap(""))).toContain("nat-not-exempt");
    expect(verdict(byMap(" match interface GigabitEthernet0/0\n"))).toContain("nat-not-exempt");
    expect(verdict(byMap(" match interface Dialer1\n"))).toBe("agreed");
    const denied = byMap("").replace(
      "route-map RM permit 10\n match ip address NAT",
      "route-map RM deny 5\n match ip address NAT\nroute-map RM permit 10\n match ip address NAT",
    );
    expect(verdict(denied)).toBe("agreed");
  });

  it("of one host leaves the flow up, and of the flow's only host doesn't", () => {
    const one = "ip nat inside source static 10.1.0.9 198.51.100.9";
    expect(verdict(`=== Alpha\n${inside}\n${one}`)).toBe("agreed");
    const host = "permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => permit ip host 10.1.0.9 10.2.0.0 0.0.0.255";
    const hostAtBeta = "permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 => permit ip 10.2.0.0 0.0.0.255 host 10.1.0.9";
    expect(verdict(`=== Alpha\n${inside}\n${one}\n${host}\n=== Beta\n${hostAtBeta}`)).toContain(
      "not-triggered nat nat-not-exempt",
    );
  });
});

describe("the crypto map, entry by entry", () => {
  const entry = (sequence: number, list: string, permits: readonly string[], peer = "192.0.2.99") =>
    `crypto map VPN ${sequence} ipsec-isakmp\n set peer ${peer}\n set transform-set TS\n match address ${list}\nip access-list extended ${list}\n ${permits.join("\n ")}`;
  const between = (changes: string) => {
    const judged = judgePeerings(plainSitesWith(changes)).find(({ peering }) => peering.b);
    return judged && verdictOf(judged);
  };
  const wide = "permit ip 10.0.0.0 0.255.255.255 10.0.0.0 0.255.255.255";

  it("an earlier entry that permits the flow takes it, and the answer to the peer too", () => {
    expect(between(`=== Alpha\n${entry(5, "WIDE", [wide])}`)).toBe(
      "broken; a→b not-triggered crypto-map acl-overlap-shadow; b→a failed inbound-check acl-overlap-shadow",
    );
  });

  it("an earlier entry that permits a part leaves the rest", () => {
    expect(between(`=== Alpha\n${entry(5, "PART", ["permit ip 10.1.0.0 0.0.0.127 10.2.0.0 0.0.0.255"])}`)).toBe(
      "agreed",
    );
  });

  it("two earlier entries that permit a part each take it all", () => {
    const parts = `${entry(4, "LOW", ["permit ip 10.1.0.0 0.0.0.127 any"])}\n${entry(5, "HIGH", ["permit ip 10.1.0.128 0.0.0.127 any"])}`;
    expect(between(`=== Alpha\n${parts}`)).toContain("a→b not-triggered crypto-map acl-overlap-partial");
  });

  it("a later entry takes nothing from an earlier one: the guide's supported overlap", () => {
    expect(between(`=== Alpha\n${entry(20, "WIDE", [wide])}`)).toBe("agreed");
  });

  it("an earlier deny passes the flow on to the next entry", () => {
    expect(between(`=== Alpha\n${entry(5, "WIDE", ["deny ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255"])}`)).toBe("agreed");
  });

  it("an earlier deny with a wider permit behind it is the guide's unsupported overlap: not judged", () => {
    expect(between(`=== Alpha\n${entry(5, "WIDE", ["deny ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255", wide])}`)).toBe(
      "unknown; a→b unknown acl-deny-then-permit",
    );
  });

  it("an earlier entry that shares the list always wins", () => {
    const shared = "crypto map VPN 5 ipsec-isakmp\n set peer 192.0.2.99\n set transform-set TS\n match address VPN";
    expect(between(`=== Alpha\n${shared}`)).toContain("a→b not-triggered crypto-map acl-shared");
  });

  it("an earlier dynamic entry with a list swallows the flow", () => {
    const dynamic = `crypto dynamic-map DYN 1\n set transform-set TS\n match address WIDE\ncrypto map VPN 5 ipsec-isakmp dynamic DYN\nip access-list extended WIDE\n ${wide}`;
    expect(between(`=== Alpha\n${dynamic}`)).toContain("a→b not-triggered crypto-map dynamic-not-last");
  });

  it("an earlier entry without a peer or a list is skipped", () => {
    const headless = entry(5, "WIDE", [wide]).replace(" set peer 192.0.2.99\n", "");
    expect(between(`=== Alpha\n${headless}`)).toBe("agreed");
  });
});

describe("an entry that is not whole", () => {
  it.each([
    ["has no list", "- match address VPN", "map-entry-no-acl"],
    ["names a list that doesn't exist", "match address VPN => match address GONE", "acl-undefined"],
    ["names an empty list", "- permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255", "acl-empty"],
    [
      "names a list that only denies",
      "permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 => deny ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255",
      "acl-no-permit",
    ],
    ["stands in a map that no interface carries", "- crypto map VPN", "map-unapplied"],
    ["stands on an interface that is shut down", "+interface GigabitEthernet0/0\n shutdown", "interface-no-ip"],
    ["speaks from an interface that doesn't exist", "crypto map VPN local-address Loopback9", "local-address-bad"],
  ])("because it %s triggers nothing, and answers nobody", (_, change, rule) => {
    const judged = judgePeerings(plainSitesWith(`=== Alpha\n${change}`))[0]!;
    expect(judged.status).toBe("broken");
    const rules = [judged.aToB, judged.bToA].flatMap((one) => one?.refusals ?? judged.refusals).map((one) => one.rule);
    expect(rules).toContain(rule);
  });
});
