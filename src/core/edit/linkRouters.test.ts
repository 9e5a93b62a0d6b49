import { describe, expect, it } from "vitest";
import { asCanvasId, EMPTY_DESIGN, type Design } from "../model/design.ts";
import { asRouterId, type Elements, type RouterId } from "../model/router.ts";
import { parseIpv4, parsePrefix } from "../net/ipv4.ts";
import { flowEntry, numberedList } from "./accessListLines.ts";
import { draftOf, inOrder, perform } from "./designDraft.ts";
import type { Operation } from "./edit.ts";
import type { IdSource } from "./ids.ts";
import { translateToInternet } from "./internetEdge.ts";
import { linkObstacle } from "./linkObstacle.ts";
import { linkRouters } from "./linkRouters.ts";
import { addRouter } from "./routerOperations.ts";
import { addSubnet, attachSubnet } from "./subnetOperations.ts";

const [r1, r2, r3] = [asRouterId("r1"), asRouterId("r2"), asRouterId("r3")];
const key = "a-key-for-the-tests";

function countingIds(): IdSource {
  let count = 0;
  return { router: () => asRouterId(`router-${++count}`), canvas: () => asCanvasId(`canvas-${++count}`) };
}

const router = (id: RouterId, index = 0): Operation => addRouter({ id, position: { x: index * 400, y: 0 } });
const link = (a: RouterId, b: RouterId) => linkRouters({ a, b, key, ids: countingIds() });
const lan = (owner: RouterId, prefix: string): Operation =>
  inOrder("LAN", [
    addSubnet({ id: asCanvasId(`${owner} ${prefix}`), prefix: parsePrefix(prefix)!, position: { x: 0, y: 200 } }),
    attachSubnet(owner, asCanvasId(`${owner} ${prefix}`)),
  ]);
const build = (...operations: readonly Operation[]): Design => perform(EMPTY_DESIGN, inOrder("build", operations));
const elements = (design: Design, id: RouterId): Elements => design.routers.get(id)!.elements;
const names = (map: ReadonlyMap<string, unknown>) => [...map.keys()];
const flow = (source: string, destination: string) => ({
  source: parsePrefix(source)!,
  destination: parsePrefix(destination)!,
});

describe("linking two routers", () => {
  const linked = build(router(r1), router(r2, 1), link(r1, r2));

  it("makes the LANs that are missing and shows them on the canvas", () => {
    expect([...linked.subnets.values()].map((subnet) => subnet.attachments.map((end) => end.router))).toEqual([
      [r1],
      [r2],
    ]);
    expect([...linked.subnets.keys()].every((id) => linked.layout.has(id))).toBe(true);
  });

  it("writes the same policy and transform set into both", () => {
    const [one, other] = [elements(linked, r1), elements(linked, r2)];
    expect([...one.isakmpPolicy.values()]).toEqual([...other.isakmpPolicy.values()]);
    expect(one.isakmpPolicy.get("10")).toMatchObject({ encryption: "aes 256", hash: "sha256", group: 14 });
    expect([...one.transformSet.values()]).toEqual([...other.transformSet.values()]);
  });

  it("writes the key for the other's address into both", () => {
    for (const id of [r1, r2]) {
      expect([...elements(linked, id).isakmpKey.values()].map((one) => one.secret.text)).toEqual([key]);
    }
  });

  it("applies the map to the WAN interface", () => {
    expect(elements(linked, r1).interface.get("GigabitEthernet0/0")?.cryptoMap).toEqual({ name: "VPN" });
    expect(elements(linked, r1).interface.get("GigabitEthernet0/1")?.cryptoMap).toBeUndefined();
  });

  it("is refused a second time, since nothing is left to protect", () => {
    expect(linkObstacle(linked, r1, r2)).toMatch(/already linked/);
    expect(link(r1, r2).plan(linked)).toEqual([]);
  });

  it("a second time after a new LAN widens the entries that are there", () => {
    const more = perform(linked, inOrder("more", [lan(r1, "10.77.0.0/24"), link(r2, r1)]));
    expect(names(elements(more, r1).cryptoMapEntry)).toEqual(["VPN 10"]);
    expect(elements(more, r1).accessList.get("VPN-R2")?.lines).toHaveLength(2);
    expect(elements(more, r2).accessList.get("VPN-R1")?.lines).toHaveLength(2);
    expect(linkObstacle(more, r1, r2)).toMatch(/already linked/);
  });

  it("to a third one leaves the entry of the first pair alone", () => {
    const three = perform(linked, inOrder("third", [router(r3, 2), link(r3, r1)]));
    const before = elements(linked, r1);
    const after = elements(three, r1);
    expect(names(after.cryptoMapEntry)).toEqual(["VPN 10", "VPN 20"]);
    expect(after.cryptoMapEntry.get("VPN 10")).toBe(before.cryptoMapEntry.get("VPN 10"));
    expect(after.accessList.get("VPN-R2")).toBe(before.accessList.get("VPN-R2"));
    expect(after.isakmpPolicy).toBe(before.isakmpPolicy);
    expect(after.transformSet).toBe(before.transformSet);
    expect(elements(three, r2)).toBe(elements(linked, r2));
  });
});

describe("a link", () => {
  const sites = build(router(r1), lan(r1, "10.1.0.0/24"), router(r2, 1), lan(r2, "10.2.0.0/24"));
  const withElements = (change: (draft: ReturnType<typeof draftOf>) => void): Design => {
    const draft = draftOf(sites);
    change(draft);
    return draft.design();
  };

  it("goes before a dynamic anchor", () => {
    const design = withElements((draft) => {
      draft.put(r1, "cryptoMapEntry", {
        map: "CORP",
        sequence: 20,
        type: "ipsec-isakmp",
        dynamicMap: "DYN",
        peers: [],
        transformSets: [],
        sessionKeys: [],
        kept: [],
      });
      const wan = draft.elements(r1).interface.get("GigabitEthernet0/0")!;
      draft.put(r1, "interface", { ...wan, cryptoMap: { name: "CORP" } });
    });
    const linked = perform(design, link(r1, r2));
    expect(names(elements(linked, r1).cryptoMapEntry)).toEqual(["CORP 20", "CORP 10"]);
  });

  it("goes nowhere halfway: what is refused on one side leaves the other untouched", () => {
    const bare = build(router(r1), lan(r1, "10.1.0.0/24"), router(r2, 1));
    const draft = draftOf(bare);
    draft.put(r1, "cryptoMapEntry", {
      map: "CORP",
      sequence: 1,
      type: "ipsec-isakmp",
      dynamicMap: "DYN",
      peers: [],
      transformSets: [],
      sessionKeys: [],
      kept: [],
    });
    const wan = draft.elements(r1).interface.get("GigabitEthernet0/0")!;
    draft.put(r1, "interface", { ...wan, cryptoMap: { name: "CORP" } });
    expect(linkObstacle(draft.design(), r2, r1)).toMatch(/no free sequence number/);
    expect(link(r2, r1).plan(draft.design())).toEqual([]);
  });

  it("is refused where the far network is connected here by a cable that is not protected", () => {
    const design = withElements((draft) => {
      draft.put(r1, "interface", {
        name: "Tunnel0",
        address: { kind: "static", address: parseIpv4("10.2.0.9")!, mask: parseIpv4("255.255.255.0")! },
        tunnel: { source: "GigabitEthernet0/0" },
        secondaryAddresses: [],
        kept: [],
      });
    });
    expect(linkObstacle(design, r1, r2)).toMatch(/both have 10\.2\.0\.0\/24/);
  });

  it("is refused where the two already speak with manual keys", () => {
    const linked = perform(sites, link(r1, r2));
    const draft = draftOf(linked);
    const entry = elements(linked, r1).cryptoMapEntry.get("VPN 10")!;
    draft.put(r1, "cryptoMapEntry", { ...entry, type: "ipsec-manual" });
    expect(linkObstacle(draft.design(), r1, r2)).toMatch(/with manual keys, by VPN 10/);
  });

  it("is refused where a dynamic anchor leaves no room before it", () => {
    const design = withElements((draft) => {
      draft.put(r1, "cryptoMapEntry", {
        map: "CORP",
        sequence: 1,
        type: "ipsec-isakmp",
        dynamicMap: "DYN",
        peers: [],
        transformSets: [],
        sessionKeys: [],
        kept: [],
      });
      const wan = draft.elements(r1).interface.get("GigabitEthernet0/0")!;
      draft.put(r1, "interface", { ...wan, cryptoMap: { name: "CORP" } });
    });
    expect(linkObstacle(design, r1, r2)).toMatch(/no free sequence number/);
  });

  it("goes before an entry that would swallow its traffic", () => {
    const design = withElements((draft) => {
      draft.put(r1, "accessList", numberedList("WIDE", [flowEntry("permit", flow("10.0.0.0/8", "10.0.0.0/8"))]));
      draft.put(r1, "cryptoMapEntry", {
        map: "CORP",
        sequence: 10,
        type: "ipsec-isakmp",
        peers: [{ peer: { kind: "address", address: parseIpv4("192.0.2.99")! } }],
        transformSets: ["T"],
        matchAddress: "WIDE",
        sessionKeys: [],
        kept: [],
      });
      const wan = draft.elements(r1).interface.get("GigabitEthernet0/0")!;
      draft.put(r1, "interface", { ...wan, cryptoMap: { name: "CORP" } });
    });
    const linked = perform(design, link(r1, r2));
    const sequences = [...elements(linked, r1).cryptoMapEntry.values()].map((entry) => entry.sequence);
    expect(Math.min(...sequences)).toBeLessThan(10);
  });

  it("takes over a policy that one side has rather than make a third", () => {
    const design = withElements((draft) => {
      draft.put(r2, "isakmpPolicy", {
        priority: 5,
        encryption: "aes 192",
        hash: "sha512",
        authentication: "pre-share",
        group: 19,
        kept: [],
      });
    });
    const linked = perform(design, link(r1, r2));
    expect([...elements(linked, r1).isakmpPolicy.values()]).toMatchObject([
      { priority: 10, encryption: "aes 192", hash: "sha512", group: 19 },
    ]);
    expect(elements(linked, r2).isakmpPolicy).toBe(elements(design, r2).isakmpPolicy);
  });

  it("reuses an equal transform set under another name", () => {
    const design = withElements((draft) => {
      draft.put(r2, "transformSet", { name: "STRONG", transforms: ["esp-sha256-hmac", "esp-aes 256"], kept: [] });
      draft.put(r1, "transformSet", { name: "TS", transforms: ["esp-aes 256", "esp-sha256-hmac"], kept: [] });
    });
    const linked = perform(design, link(r1, r2));
    expect(elements(linked, r1).cryptoMapEntry.get("VPN 10")?.transformSets).toEqual(["TS"]);
    expect(elements(linked, r2).cryptoMapEntry.get("VPN 10")?.transformSets).toEqual(["STRONG"]);
  });

  it("takes over the key that one side already has for the other", () => {
    const design = withElements((draft) => {
      draft.put(r1, "isakmpKey", {
        secret: { type: 0, text: "agreed-by-telephone" },
        peer: { kind: "address", address: parseIpv4("203.0.113.2")!, mask: 0xffffffff },
      });
    });
    const linked = perform(design, link(r1, r2));
    expect([...elements(linked, r2).isakmpKey.values()].map((one) => one.secret.text)).toEqual(["agreed-by-telephone"]);
  });

  it("answers an entry that only one side has with its mirror image", () => {
    const linked = perform(sites, link(r1, r2));
    const draft = draftOf(linked);
    for (const name of elements(linked, r2).cryptoMapEntry.keys()) draft.remove(r2, "cryptoMapEntry", name);
    for (const name of elements(linked, r2).accessList.keys()) draft.remove(r2, "accessList", name);
    const entry = elements(linked, r1).cryptoMapEntry.get("VPN 10")!;
    draft.put(r1, "cryptoMapEntry", { ...entry, pfs: 19 });
    const again = perform(draft.design(), link(r1, r2));
    expect(elements(again, r2).cryptoMapEntry.get("VPN 10")).toMatchObject({ pfs: 19, matchAddress: "VPN-R1" });
    expect(elements(again, r2).accessList.get("VPN-R1")?.lines).toHaveLength(1);
    expect(elements(again, r1).accessList).toBe(elements(linked, r1).accessList);
  });

  it("does not reach a list that translates nothing", () => {
    const linked = perform(sites, link(r1, r2));
    expect(names(elements(linked, r1).accessList)).toEqual(["VPN-R2"]);
  });

  it("exempts its traffic from a standard list by an extended one that says the same", () => {
    const design = perform(sites, translateToInternet(r1));
    const draft = draftOf(design);
    draft.remove(r1, "accessList", "NAT");
    draft.put(r1, "accessList", {
      name: "1",
      type: "standard",
      lines: [
        {
          kind: "entry",
          sequence: 10,
          action: "permit",
          protocol: "ip",
          source: { kind: "addresses", base: parseIpv4("10.1.0.0")!, wildcard: 255 },
          destination: { kind: "addresses", base: 0, wildcard: 0xffffffff },
          options: [],
        },
      ],
    });
    const [rule] = [...elements(design, r1).natRule.values()];
    draft.put(r1, "natRule", { ...rule!, match: { kind: "list", name: "1" } }, "list NAT");
    const linked = perform(draft.design(), link(r1, r2));
    expect(names(elements(linked, r1).natRule)).toEqual(["list NAT"]);
    expect(
      elements(linked, r1)
        .accessList.get("NAT")
        ?.lines.map((line) => line.kind === "entry" && line.action),
    ).toEqual(["deny", "permit"]);
    expect(elements(linked, r1).accessList.get("1")).toBe(draft.elements(r1).accessList.get("1"));
  });

  it("is refused between a router and itself, and where both ends have the same networks", () => {
    expect(linkObstacle(sites, r1, r1)).toMatch(/itself/);
    const same = build(router(r1), lan(r1, "10.1.0.0/24"), router(r2, 1), lan(r2, "10.1.0.0/24"));
    expect(linkObstacle(same, r1, r2)).toMatch(/both have 10\.1\.0\.0\/24/);
  });

  it("is refused to a router whose address nobody can name", () => {
    const design = withElements((draft) => {
      const wan = draft.elements(r2).interface.get("GigabitEthernet0/0")!;
      draft.put(r2, "interface", { ...wan, address: { kind: "dhcp" } });
    });
    expect(linkObstacle(design, r1, r2)).toMatch(/no fixed address/);
  });

  it("adds a route where a router has none, and none where a default route leads there", () => {
    expect(elements(perform(sites, link(r1, r2)), r1).staticRoute).toBe(elements(sites, r1).staticRoute);
    const design = withElements((draft) => {
      for (const name of draft.elements(r1).staticRoute.keys()) draft.remove(r1, "staticRoute", name);
    });
    const linked = perform(design, link(r1, r2));
    expect(names(elements(linked, r1).staticRoute)).toEqual([
      "203.0.113.2 255.255.255.255 198.51.100.1",
      "10.2.0.0 255.255.255.0 198.51.100.1",
    ]);
  });
});
