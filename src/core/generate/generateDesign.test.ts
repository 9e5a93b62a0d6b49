import { describe, expect, it } from "vitest";
import { asCanvasId, type Design } from "../model/design.ts";
import { asRouterId, type Elements } from "../model/router.ts";
import { check } from "../check/check.ts";
import { formatIpv4, formatPrefix } from "../net/ipv4.ts";
import { exampleDesign } from "./exampleDesign.ts";
import { generateDesign, type GenerationRequest } from "./generateDesign.ts";
import { readSiteTable } from "./siteTable.ts";

function generate(table: string, topology: GenerationRequest["topology"], into?: Design) {
  let next = 0;
  const { sites, problems } = readSiteTable(table, into);
  expect(problems).toEqual([]);
  const answer = generateDesign({
    topology,
    sites,
    ids: { router: () => asRouterId(`r${++next}`), canvas: () => asCanvasId(`c${++next}`) },
    key: (a, b) => `key-${a}-${b}`,
    ...(into && { into }),
  });
  if (answer.kind === "refused") throw new Error(answer.reason);
  return answer;
}

const named = (design: Design, name: string): Elements =>
  [...design.routers.values()].find((router) => router.elements.host.get("")?.hostname === name)!.elements;

describe("hub and spoke", () => {
  const { design, plan } = generate("HQ\nNorth\nSouth\nEast", "hub-spoke");

  it("links each spoke with the hub and no spoke with another", () => {
    expect([...named(design, "HQ").cryptoMapEntry.keys()]).toEqual(["VPN 10", "VPN 20", "VPN 30"]);
    expect([...named(design, "East").cryptoMapEntry.keys()]).toEqual(["VPN 10"]);
  });

  it("is announced as it is made", () => {
    const entries = [...design.routers.values()].reduce((sum, one) => sum + one.elements.cryptoMapEntry.size, 0);
    expect(plan).toMatchObject({ routers: 4, tunnels: 3, mapEntries: entries, mapEntriesOfBusiest: 3 });
  });

  it("gives each tunnel a key of its own", () => {
    const keys = [...named(design, "HQ").isakmpKey.values()].map((key) => key.secret.text);
    expect(new Set(keys).size).toBe(3);
    expect(named(design, "North").isakmpKey.values().next().value?.secret.text).toBe(keys[0]);
  });

  it("has one policy and one transform set on the hub for all", () => {
    expect(named(design, "HQ").isakmpPolicy.size).toBe(1);
    expect(named(design, "HQ").transformSet.size).toBe(1);
  });

  it("takes the site that the table calls the hub", () => {
    const table = "name,wan,lan,role\nA,,,spoke\nB,,,hub\nC,,,spoke";
    expect(named(generate(table, "hub-spoke").design, "B").cryptoMapEntry.size).toBe(2);
  });
});

describe("a dual hub", () => {
  const { design, plan } = generate("name,wan,lan,role\nHQ1,,,hub\nHQ2,,,hub\nNorth\nSouth", "dual-hub");

  it("behind one LAN gives each spoke one entry with two peers", () => {
    const [entry, ...more] = [...named(design, "North").cryptoMapEntry.values()];
    expect(more).toEqual([]);
    expect(entry?.peers).toHaveLength(2);
    expect([...named(design, "North").isakmpKey.values()]).toHaveLength(2);
  });

  it("puts both hubs into one site, at one LAN", () => {
    const hubs = [...design.routers.values()].filter((router) => router.site !== undefined);
    expect(hubs.map((router) => router.site)).toEqual(["Centre", "Centre"]);
    expect([...design.subnets.values()].map((subnet) => subnet.attachments.length).sort()).toEqual([1, 1, 2]);
  });

  it("answers on both hubs for the same networks", () => {
    const lists = ["HQ1", "HQ2"].map((name) => named(design, name).accessList.get("VPN-NORTH")?.lines);
    expect(lists[0]).toBeDefined();
    expect(lists[0]).toEqual(lists[1]);
    expect(plan.mapEntries).toBe(6);
  });

  it("of two places links the spokes with each and the hubs with each other", () => {
    const table = "name,lan,role\nHQ1,10.101.0.0/16,hub\nHQ2,10.102.0.0/16,hub\nNorth,10.1.0.0/24\n";
    const { design: apart } = generate(table, "dual-hub");
    expect(named(apart, "North").cryptoMapEntry.size).toBe(2);
    expect(named(apart, "HQ1").cryptoMapEntry.size).toBe(2);
  });
});

describe("meshes", () => {
  it("link every pair", () => {
    const { design, plan } = generate("A\nB\nC\nD\nE", "mesh");
    expect(plan.tunnels).toBe(10);
    expect([...design.routers.values()].map((router) => router.elements.cryptoMapEntry.size)).toEqual([4, 4, 4, 4, 4]);
  });

  it("link only the pairs that a table names", () => {
    const { design } = generate("name,peers\nA,B C\nB\nC,A\nD,C", "partial-mesh");
    expect(["A", "B", "C", "D"].map((name) => named(design, name).cryptoMapEntry.size)).toEqual([2, 1, 2, 1]);
  });
});

describe("a generated design", () => {
  it("keeps the addresses of the table and fills in the rest", () => {
    const { design } = generate("HQ,192.0.2.10/29,10.100.0.0/16\nBranch", "hub-spoke");
    const wan = named(design, "HQ").interface.get("GigabitEthernet0/0")?.address;
    expect(wan?.kind === "static" && formatIpv4(wan.address)).toBe("192.0.2.10");
    expect([...named(design, "HQ").staticRoute.keys()]).toEqual(["0.0.0.0 0.0.0.0 192.0.2.9"]);
    expect(named(design, "Branch").interface.size).toBe(2);
  });

  it("of many sites is made within a second or two", () => {
    const { design } = generate(Array.from({ length: 300 }, (_, index) => `S${index}`).join("\n"), "hub-spoke");
    expect(named(design, "S0").cryptoMapEntry.size).toBe(299);
  }, 10_000);
});

describe("what is generated into a design", () => {
  const before = exampleDesign();
  const { design, label } = generate("HQ\nNorth\nSouth", "hub-spoke", before);

  it("links a router that stands there as it is, and leaves the others alone", () => {
    expect([...named(design, "HQ").cryptoMapEntry.keys()]).toEqual(["VPN 10", "VPN 20", "VPN 30"]);
    expect(named(design, "Branch")).toBe(named(before, "Branch"));
    expect(check(design).peerings.map(({ status }) => status)).toEqual(["agreed", "agreed", "agreed"]);
    expect(label).toBe("Generate hub and spoke of 3 sites");
    expect(design.name).toBe(before.name);
  });

  it("takes addresses that are free there", () => {
    const prefixes = [...design.subnets.values()].map(({ prefix }) => formatPrefix(prefix));
    expect(new Set(prefixes).size).toBe(prefixes.length);
    expect(prefixes).toContain("10.3.0.0/24");
  });

  it("stands below what was drawn, at the same Internet, and moves nothing", () => {
    for (const [id, place] of before.layout) expect(design.layout.get(id)).toEqual(place);
    const bottom = Math.max(...[...before.layout.values()].map(({ y }) => y));
    const fresh = [...design.layout].filter(([id]) => !before.layout.has(id));
    expect(fresh).toHaveLength(4);
    for (const [, { y }] of fresh) expect(y).toBeGreaterThan(bottom);
    expect([...design.clouds.values()].map(({ attachments }) => attachments.length)).toEqual([4]);
  });

  it("is refused where its table takes an address or changes a router of the design", () => {
    expect(readSiteTable("HQ,,10.7.0.0/24\nNorth,198.51.100.2/30,10.1.0.0/24", before).problems).toEqual([
      { line: 1, column: 1, message: "HQ is in the design already and keeps its addresses: leave their cells empty." },
      { line: 2, column: 1, message: "198.51.100.0/30 of North is in use in the design already." },
      { line: 2, column: 1, message: "10.1.0.0/24 of North is in use in the design already." },
    ]);
  });
});
