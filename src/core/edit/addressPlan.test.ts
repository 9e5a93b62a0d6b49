import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asCanvasId, EMPTY_DESIGN, type Design } from "../model/design.ts";
import { asRouterId } from "../model/router.ts";
import { formatIpv4, formatPrefix, parsePrefix, prefixesOverlap, prefixOf } from "../net/ipv4.ts";
import { exampleDesign } from "../generate/exampleDesign.ts";
import {
  addressConflicts,
  conflictedSubnets,
  hostAddresses,
  nextHostAddress,
  nextLanPrefix,
  nextWanAddress,
} from "./addressPlan.ts";
import { draftOf, inOrder, perform } from "./designDraft.ts";
import { prefixIndex } from "./prefixIndex.ts";
import { addRouter } from "./routerOperations.ts";
import { addSubnet, attachSubnet } from "./subnetOperations.ts";

const at = { x: 0, y: 0 };

describe("subnets in conflict", () => {
  const withSubnets = (...prefixes: readonly string[]): Design => ({
    ...EMPTY_DESIGN,
    subnets: new Map(
      prefixes.map((prefix) => {
        const id = asCanvasId(prefix);
        return [id, { id, prefix: parsePrefix(prefix)!, attachments: [] }] as const;
      }),
    ),
  });

  it("are those whose prefixes overlap, however far apart they stand in the list", () => {
    const design = withSubnets("10.1.0.0/16", "10.9.0.0/24", "10.1.7.0/24", "10.1.200.0/24");
    expect([...conflictedSubnets(design)]).toEqual(["10.1.0.0/16", "10.1.7.0/24", "10.1.200.0/24"]);
    expect(conflictedSubnets(withSubnets("10.1.0.0/24", "10.1.1.0/24")).size).toBe(0);
  });
});

describe("the address plan", () => {
  it("takes a WAN address from each documentation range by turns", () => {
    const routers = Array.from({ length: 4 }, (_, index) => addRouter({ id: asRouterId(`r${index}`), position: at }));
    const design = perform(EMPTY_DESIGN, inOrder("", routers));
    const addresses = [...design.routers.values()].map((router) => {
      const { address } = router.elements.interface.get("GigabitEthernet0/0")!;
      return address?.kind === "static" ? formatIpv4(address.address) : "";
    });
    expect(addresses).toEqual(["198.51.100.2", "203.0.113.2", "192.0.2.2", "198.51.100.6"]);
  });

  it("gives each LAN a second octet of its own", () => {
    const subnets = Array.from({ length: 3 }, (_, index) => addSubnet({ id: asCanvasId(`c${index}`), position: at }));
    const design = perform(EMPTY_DESIGN, inOrder("", subnets));
    expect([...design.subnets.values()].map((subnet) => formatPrefix(subnet.prefix))).toEqual([
      "10.1.0.0/24",
      "10.2.0.0/24",
      "10.3.0.0/24",
    ]);
  });

  it("keeps clear of networks that an access list or a peer speaks of", () => {
    const draft = draftOf(exampleDesign());
    draft.apply({ op: "removeRouter", router: asRouterId("branch") });
    draft.apply({ op: "removeCanvasObject", id: asCanvasId("branch-lan") });
    expect(formatPrefix(nextLanPrefix(draft.design())!)).toBe("10.3.0.0/24");
    expect(formatIpv4(nextWanAddress(draft.design())!.address)).toBe("192.0.2.2");
  });

  it("has addresses for a thousand routers", () => {
    const used = prefixIndex();
    const seen = new Set<number>();
    for (let count = 0; count < 1000; count += 1) {
      const wan = nextWanAddress(EMPTY_DESIGN, used)!;
      seen.add(wan.address);
      used.add(prefixOf(wan.address, 30));
    }
    expect(seen.size).toBe(1000);
  });

  it("gives the next host of a prefix until it is full", () => {
    const prefix = parsePrefix("10.9.0.0/30")!;
    const id = asCanvasId("small");
    const routers = ["a", "b", "c"].map((name) => asRouterId(name));
    const design = perform(
      EMPTY_DESIGN,
      inOrder("", [
        addSubnet({ id, position: at, prefix }),
        ...routers.flatMap((router) => [addRouter({ id: router, position: at }), attachSubnet(router, id)]),
      ]),
    );
    expect(design.subnets.get(id)?.attachments.map((end) => end.router)).toEqual(["a", "b"]);
    expect(nextHostAddress(design, prefix)).toBeUndefined();
  });

  it("knows that a /31 has two hosts and a /32 one", () => {
    expect([...hostAddresses(parsePrefix("10.0.0.0/31")!)]).toHaveLength(2);
    expect([...hostAddresses(parsePrefix("10.0.0.0/32")!)]).toHaveLength(1);
    expect([...hostAddresses(parsePrefix("10.0.0.0/29")!)]).toHaveLength(6);
  });
});

describe("a set of prefixes", () => {
  const prefix = fc
    .record({ address: fc.nat(0xffff).map((low) => 0x0a000000 + low), length: fc.integer({ min: 16, max: 32 }) })
    .map(({ address, length }) => prefixOf(address, length));

  it("tells the same overlaps as comparing one by one", () => {
    fc.assert(
      fc.property(fc.array(prefix), fc.array(prefix), (added, asked) => {
        const index = prefixIndex(added.slice(0, 3));
        for (const one of asked) index.overlaps(one);
        for (const one of added.slice(3)) index.add(one);
        for (const one of asked) expect(index.overlaps(one)).toBe(added.some((other) => prefixesOverlap(one, other)));
      }),
    );
  });
});

describe("conflicts", () => {
  const withLan = (router: string, address: number, length: number, subnet: string) => {
    const draft = draftOf(exampleDesign());
    const id = asRouterId(router);
    const lan = draft.elements(id).interface.get("GigabitEthernet0/1")!;
    const mask = (0xffffffff << (32 - length)) >>> 0;
    draft.put(id, "interface", { ...lan, address: { kind: "static", address, mask } });
    return { design: draft.design(), subnet };
  };

  it("are none in the example", () => {
    expect(addressConflicts(exampleDesign())).toEqual([]);
  });

  it("are an address that two have", () => {
    const { design } = withLan("branch", 0x0a010001, 24, "branch-lan");
    expect(addressConflicts(design).map((conflict) => conflict.kind)).toContain("duplicate-address");
  });

  it("are two sites that chose overlapping prefixes", () => {
    const { design } = withLan("branch", 0x0a010a01, 16, "branch-lan");
    expect(addressConflicts(design)).toMatchObject([
      { kind: "overlapping-prefixes", interfaces: [{ router: "branch" }, { router: "hq" }] },
    ]);
  });
});
