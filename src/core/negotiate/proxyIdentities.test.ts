import { describe, expect, it, test } from "vitest";
import { onlyPeering, outcomeOf, plainSitesWith, verdictOf } from "../testing/plainSites.ts";

const permitA = "permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255";
const permitB = "permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255";

/** Both lists, entry by entry. */
const sites = (a: readonly string[], b: readonly string[], more = "") =>
  plainSitesWith(
    `=== Alpha\nip access-list extended VPN\n ${a.join("\n ")}\n=== Beta\nip access-list extended VPN\n ${b.join("\n ")}\n${more}`,
  );
const verdict = (a: readonly string[], b: readonly string[], more = "") => verdictOf(onlyPeering(sites(a, b, more)));

describe("crypto access lists", () => {
  test.each([
    ["exact", [permitA], [permitB], "agreed"],
    [
      "a subset on a: only a starts",
      ["permit ip 10.1.0.0 0.0.0.127 10.2.0.0 0.0.0.255"],
      [permitB],
      "one-way; b→a failed phase2-proxy-identity p2-selector-oneway",
    ],
    [
      "a superset on a: only b starts",
      ["permit ip 10.1.0.0 0.0.255.255 10.2.0.0 0.0.0.255"],
      [permitB],
      "one-way; a→b failed phase2-proxy-identity p2-selector-oneway",
    ],
    [
      "an overlap: neither starts",
      ["permit ip 10.1.0.0 0.0.255.255 10.2.0.0 0.0.0.127"],
      [permitB],
      "broken; a→b failed phase2-proxy-identity p2-selector-none; b→a failed phase2-proxy-identity p2-selector-none",
    ],
    [
      "nothing in common: neither starts",
      ["permit ip 10.1.0.0 0.0.0.255 10.3.0.0 0.0.0.255"],
      [permitB],
      "broken; a→b failed phase2-proxy-identity p2-selector-none; b→a not-triggered crypto-map p2-selector-none",
    ],
    [
      "copied instead of mirrored",
      [permitA],
      [permitA],
      "broken; a→b failed phase2-proxy-identity p2-selector-reversed; b→a not-triggered crypto-map p2-selector-reversed",
    ],
    [
      "ports on the same side",
      ["permit tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 eq 23"],
      ["permit tcp 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 eq telnet"],
      "broken; a→b failed phase2-proxy-identity p2-ports-not-swapped; b→a failed phase2-proxy-identity p2-ports-not-swapped",
    ],
    [
      "ports swapped with their addresses, by number and by name",
      ["permit tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 eq 80"],
      ["permit tcp 10.2.0.0 0.0.0.255 eq www 10.1.0.0 0.0.0.255"],
      "agreed",
    ],
    [
      "another protocol",
      ["permit tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255"],
      ["permit udp 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255"],
      "broken; a→b failed phase2-proxy-identity p2-selector-none; b→a not-triggered crypto-map p2-selector-none",
    ],
    [
      "one protocol within all: only its side starts",
      ["permit tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255"],
      [permitB],
      "one-way; b→a failed phase2-proxy-identity p2-selector-oneway",
    ],
    ["any to any, its own mirror image", ["permit ip any any"], ["permit ip any any"], "agreed"],
    [
      "protocol by name and by number",
      ["permit gre host 198.51.100.2 host 203.0.113.2"],
      ["permit 47 203.0.113.2 0.0.0.0 198.51.100.2 0.0.0.0"],
      "agreed",
    ],
    [
      "entries in another order",
      [permitA, "permit ip 10.1.1.0 0.0.0.255 any"],
      ["permit ip any 10.1.1.0 0.0.0.255", permitB],
      "agreed",
    ],
    ["the same entry twice", [permitA], [permitB, permitB], "agreed"],
    ["a remark and logging", ["remark branch", `${permitA} log`], [permitB], "agreed"],
    ["host bits under the wildcard", ["permit ip 10.1.0.9 0.0.0.255 10.2.0.0 0.0.0.255"], [permitB], "agreed"],
    [
      "a wildcard with holes on both",
      ["permit ip 10.1.0.0 0.0.255.0 10.2.0.0 0.0.0.255"],
      ["permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.255.0"],
      "agreed",
    ],
  ])("with %s", (_, a, b, expected) => {
    expect(verdict(a, b)).toBe(expected);
  });

  // The guide's figure: two routers M and N, hosts and subnets behind them.
  describe("in the four cases of the guide's figure", () => {
    const host = "permit ip host 10.1.0.5 host 10.2.0.5";
    const hostMirrored = "permit ip host 10.2.0.5 host 10.1.0.5";
    const subnetOfN = "permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255";

    it("1: hosts mirrored, both ends start", () => {
      expect(verdict([host], [hostMirrored])).toBe("agreed");
    });
    it("2: subnets mirrored, both ends start", () => {
      expect(verdict([permitA], [permitB])).toBe("agreed");
    });
    it("3: the narrow end starts towards the wide one", () => {
      const { flows } = onlyPeering(sites([host], [subnetOfN]));
      expect(outcomeOf(flows[0]!.aToB)).toBe("established");
    });
    it("4: the wide end is refused by the narrow one, so the tunnel is one-way, not broken", () => {
      const judged = onlyPeering(sites([host], [subnetOfN]));
      expect(outcomeOf(judged.flows[0]!.bToA)).toBe("failed phase2-proxy-identity p2-selector-oneway");
      expect(judged.status).toBe("one-way");
    });
  });

  it("split on one side and whole on the other make one flow per entry, up from the split side", () => {
    const judged = onlyPeering(
      sites(
        [permitA],
        ["permit ip 10.2.0.0 0.0.0.127 10.1.0.0 0.0.0.255", "permit ip 10.2.0.128 0.0.0.127 10.1.0.0 0.0.0.255"],
      ),
    );
    expect(judged.peering.flows).toEqual([
      { a: 10, b: 10, relation: "a-superset" },
      { a: 10, b: 20, relation: "a-superset" },
    ]);
    expect(judged.status).toBe("one-way");
  });

  it("with one flow right and one wrong are partial", () => {
    const judged = onlyPeering(
      sites(
        [permitA, "permit ip 10.1.1.0 0.0.0.255 10.2.1.0 0.0.0.255"],
        [permitB, "permit ip 10.2.1.0 0.0.0.255 10.1.9.0 0.0.0.255"],
      ),
    );
    expect(judged.status).toBe("partial");
    expect(judged.peering.flows.map((flow) => flow.relation)).toEqual(["exact", "none", "none"]);
  });

  it("with a port range or flags are not judged, since IKE can't carry them", () => {
    const range = (list: string) => `permit tcp ${list}`;
    expect(
      verdict(
        [range("10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 range 20 21")],
        [range("10.2.0.0 0.0.0.255 range 20 21 10.1.0.0 0.0.0.255")],
      ),
    ).toBe("unknown; a→b unknown acl-ports-range; b→a unknown acl-ports-range");
    expect(
      verdict(
        ["permit tcp 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255 established"],
        ["permit tcp 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 established"],
      ),
    ).toBe("unknown; a→b unknown acl-extras; b→a unknown acl-extras");
  });

  it("with object groups are judged by what the groups hold", () => {
    const groups = "object-group network LANS\n 10.1.0.0 255.255.255.0\n 10.1.1.0 255.255.255.0\n";
    const judged = onlyPeering(
      plainSitesWith(
        `=== Alpha\n${groups}ip access-list extended VPN\n permit ip object-group LANS 10.2.0.0 0.0.0.255\n` +
          `=== Beta\nip access-list extended VPN\n ${permitB}\n permit ip 10.2.0.0 0.0.0.255 10.1.1.0 0.0.0.255`,
      ),
    );
    expect(judged.status).toBe("agreed");
  });
});

describe("denies in crypto access lists", () => {
  const denyA = "deny ip host 10.1.0.9 10.2.0.0 0.0.0.255";
  const denyB = "deny ip 10.2.0.0 0.0.0.255 host 10.1.0.9";

  it("mirrored on both ends keep the tunnel whole", () => {
    const judged = onlyPeering(sites([denyA, permitA], [denyB, permitB]));
    expect(judged.status).toBe("agreed");
    expect(judged.refusals).toEqual([]);
  });

  it("on one end only let just that end start, and are warned of", () => {
    const judged = onlyPeering(sites([permitA], [denyB, permitB]));
    expect(verdictOf(judged)).toBe("one-way; a→b failed phase2-proxy-identity deny-not-mirrored");
    expect(judged.refusals).toEqual([
      {
        rule: "deny-not-mirrored",
        data: { near: "Beta", far: "Alpha", list: "VPN", nearList: "VPN", nearSequence: "10" },
        places: [
          { router: "r2", kind: "accessList", name: "VPN", field: "lines", item: 10 },
          { router: "r1", kind: "accessList", name: "VPN" },
        ],
      },
    ]);
  });

  it("of different traffic on either end break it", () => {
    const other = "deny ip 10.2.0.0 0.0.0.255 host 10.1.0.77";
    expect(verdict([denyA, permitA], [other, permitB])).toBe(
      "broken; a→b failed phase2-proxy-identity p2-selector-none; b→a failed phase2-proxy-identity p2-selector-none",
    );
  });

  it("that cover a permit keep it from ever being used", () => {
    expect(verdict(["deny ip 10.1.0.0 0.0.255.255 any", permitA], [permitB])).toBe(
      "broken; a→b not-triggered crypto-map ace-shadowed; b→a failed phase2-proxy-identity p2-selector-none",
    );
  });
});

describe("an entry per host", () => {
  const perHost = "+crypto map VPN 10 ipsec-isakmp\n set security-association level per-host";

  it("asks for one pair of hosts, so that a wide list serves a narrow peer", () => {
    expect(verdict(["permit ip 10.1.0.0 0.0.255.255 10.2.0.0 0.0.0.255"], [permitB], "")).toContain("one-way");
    const judged = onlyPeering(
      plainSitesWith(
        `=== Alpha\n${perHost}\nip access-list extended VPN\n permit ip 10.1.0.0 0.0.255.255 10.2.0.0 0.0.0.255`,
      ),
    );
    expect(judged.status).toBe("agreed");
    expect(judged.aToB?.steps.find((step) => step.message === "QM1")?.explains).toContain("ip 10.1.0.0 -> 10.2.0.0");
  });
});
