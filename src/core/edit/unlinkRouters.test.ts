import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PeeringEnd } from "../derive/peering.ts";
import { asCanvasId, EMPTY_DESIGN, type Design } from "../model/design.ts";
import { asRouterId, ELEMENT_KINDS, type Element, type Elements, type RouterId } from "../model/router.ts";
import { formatIpv4 } from "../net/ipv4.ts";
import { exampleDesign } from "../generate/exampleDesign.ts";
import { inOrder, perform } from "./designDraft.ts";
import type { Operation } from "./edit.ts";
import { filterFromInternet, translateToInternet } from "./internetEdge.ts";
import { linkObstacle } from "./linkObstacle.ts";
import { linkRouters } from "./linkRouters.ts";
import { addRouter } from "./routerOperations.ts";
import { removeRouters } from "./routerRemoval.ts";
import { addSubnet, attachSubnet } from "./subnetOperations.ts";
import { unlinkRouters } from "./unlinkRouters.ts";

const ids = (() => {
  let count = 0;
  return { router: () => asRouterId(`r${++count}`), canvas: () => asCanvasId(`c${++count}`) };
})();

/** The end that a link has just made: the entry that names the other router's address. */
function endOf(design: Design, router: RouterId, toward: RouterId): PeeringEnd {
  const theirs = design.routers.get(toward)!.elements.interface.get("GigabitEthernet0/0")!.address;
  const address = theirs?.kind === "static" ? theirs.address : 0;
  const entry = [...design.routers.get(router)!.elements.cryptoMapEntry.values()].find((one) =>
    one.peers.some(({ peer }) => peer.kind === "address" && peer.address === address),
  )!;
  return {
    router,
    interface: "GigabitEthernet0/0",
    address: null,
    cryptoMap: entry.map,
    sequence: entry.sequence,
    dynamicMap: null,
    peer: { configured: formatIpv4(address), position: 1, default: false, router: toward },
  };
}

const unlink = (design: Design, a: RouterId, b: RouterId) =>
  unlinkRouters({ a: endOf(design, a, b), b: endOf(design, b, a) });

/** Elements without their order, which a removal and an addition may change, and access list lines without their numbers. */
function contents(elements: Elements): unknown {
  return Object.fromEntries(
    ELEMENT_KINDS.map((kind) => [
      kind,
      Object.fromEntries(
        [...(elements[kind] as ReadonlyMap<string, Element>)].map(([name, element]) => [
          name,
          "lines" in element && kind === "accessList"
            ? { ...element, lines: element.lines.map((line) => ({ ...(line as object), sequence: 0 })) }
            : element,
        ]),
      ),
    ]),
  );
}

interface Site {
  readonly lans: number;
  readonly nat: boolean;
  readonly filter: boolean;
}

const site: fc.Arbitrary<Site> = fc.record({
  lans: fc.integer({ min: 1, max: 3 }),
  nat: fc.boolean(),
  filter: fc.boolean(),
});

function sitesDesign(sites: readonly Site[]): { readonly design: Design; readonly routers: readonly RouterId[] } {
  const routers = sites.map((_, index) => asRouterId(`site-${index}`));
  const operations = sites.flatMap(({ lans, nat, filter }, index): readonly Operation[] => {
    const id = routers[index]!;
    return [
      addRouter({ id, position: { x: index * 300, y: 0 } }),
      ...Array.from({ length: lans }).flatMap((_, lan) => [
        addSubnet({ id: asCanvasId(`lan-${index}-${lan}`), position: { x: 0, y: 0 } }),
        attachSubnet(id, asCanvasId(`lan-${index}-${lan}`)),
      ]),
      ...(nat ? [translateToInternet(id)] : []),
      ...(filter ? [filterFromInternet(id)] : []),
    ];
  });
  return { design: perform(EMPTY_DESIGN, inOrder("sites", operations)), routers };
}

describe("unlinking", () => {
  it("gives back what there was before the link, on any sites and in any order of links", () => {
    fc.assert(
      fc.property(fc.array(site, { minLength: 2, maxLength: 5 }), fc.nat(), fc.nat(), (sites, first, second) => {
        const { design, routers } = sitesDesign(sites);
        const pairs = routers.flatMap((a, index) => routers.slice(index + 1).map((b) => [a, b] as const));
        const one = pairs[first % pairs.length]!;
        const other = pairs[second % pairs.length]!;
        const base = perform(design, linkRouters({ a: one[0], b: one[1], key: "property-key", ids }));
        if (linkObstacle(base, other[0], other[1]) !== null) return;
        const linked = perform(base, linkRouters({ a: other[0], b: other[1], key: "other-key", ids }));
        const unlinked = perform(linked, unlink(linked, ...other));
        for (const router of routers) {
          expect(contents(unlinked.routers.get(router)!.elements)).toEqual(
            contents(base.routers.get(router)!.elements),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it("leaves a filter that denies everything rather than an empty one, which would let everything in", () => {
    const design = exampleDesign();
    const [hq, branch] = [asRouterId("hq"), asRouterId("branch")];
    const lines = design.routers.get(hq)!.elements.accessList.get("OUTSIDE-IN")!.lines;
    const onlyIpsec = perform(design, {
      label: "",
      plan: () => [
        {
          op: "put",
          key: { router: hq, kind: "accessList", name: "OUTSIDE-IN" },
          element: { name: "OUTSIDE-IN", type: "extended", lines: lines.slice(3, 6) },
        },
      ],
    });
    const after = perform(onlyIpsec, unlink(onlyIpsec, hq, branch));
    expect(after.routers.get(hq)!.elements.accessList.get("OUTSIDE-IN")?.lines).toMatchObject([
      { action: "deny", protocol: "ip" },
    ]);
  });

  it("keeps the policy that another peering still uses", () => {
    const { design, routers } = sitesDesign([1, 1, 1].map((lans) => ({ lans, nat: false, filter: false })));
    const [hub, one, other] = routers as [RouterId, RouterId, RouterId];
    const linked = perform(
      design,
      inOrder("links", [
        linkRouters({ a: hub, b: one, key: "k", ids }),
        linkRouters({ a: hub, b: other, key: "k", ids }),
      ]),
    );
    const after = perform(linked, unlink(linked, hub, one)).routers.get(hub)!.elements;
    expect([...after.isakmpPolicy.keys()]).toEqual(["10"]);
    expect([...after.cryptoMapEntry.keys()]).toEqual(["VPN 20"]);
    expect([...after.transformSet.keys()]).toEqual(["TS-AES256"]);
  });
});

describe("removing a router", () => {
  const [hq, branch] = [asRouterId("hq"), asRouterId("branch")];

  it("leaves the other routers' configurations alone unless asked", () => {
    const design = exampleDesign();
    const after = perform(design, removeRouters([branch]));
    expect([...after.routers.keys()]).toEqual([hq]);
    expect(after.routers.get(hq)).toBe(design.routers.get(hq));
    expect(after.layout.has(branch)).toBe(false);
  });

  it("takes the others' entries with it when asked, with key, access list, permits and exemption", () => {
    const after = perform(exampleDesign(), removeRouters([branch], { withPeerings: true, withSubnets: true }));
    const { elements } = after.routers.get(hq)!;
    expect(elements.cryptoMapEntry.size).toBe(0);
    expect(elements.isakmpKey.size).toBe(0);
    expect([...elements.accessList.keys()]).toEqual(["NAT", "OUTSIDE-IN"]);
    expect(elements.accessList.get("NAT")?.lines).toHaveLength(1);
    expect(elements.accessList.get("OUTSIDE-IN")?.lines).toHaveLength(4);
    expect(elements.interface.get("GigabitEthernet0/0")?.cryptoMap).toBeUndefined();
    expect([...after.subnets.values()].map((subnet) => subnet.label)).toEqual(["Headquarters"]);
  });
});
