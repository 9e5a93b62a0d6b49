import { describe, expect, it } from "vitest";
import { exampleDesign } from "../generate/exampleDesign.ts";
import { asCanvasId } from "../model/design.ts";
import type { Interface } from "../model/interface.ts";
import { asRouterId, type Router } from "../model/router.ts";
import { parseIpv4 } from "../net/ipv4.ts";
import { commitText } from "./commitText.ts";
import { perform } from "./designDraft.ts";
import { putElement, removeElement } from "./edit.ts";

const hq = asRouterId("hq");
const design = exampleDesign();
const before = design.routers.get(hq)!;
const ids = { canvas: () => asCanvasId("new") };

/** A router as the parser would answer it: alike, but with no object in common. */
const reread = (change: (router: Router) => Router = (router) => router): Router => {
  const copy = structuredClone(before);
  return change(copy);
};

const withInterface = (router: Router, one: Interface, name = one.name): Router => ({
  ...router,
  elements: putElement(router.elements, { kind: "interface", name }, one),
});

describe("committing a text", () => {
  it("that says the same keeps every element at its identity", () => {
    const after = perform(design, commitText(design, reread(), ids));
    expect(after.routers.get(hq)!.elements).toBe(before.elements);
    expect(after.subnets).toBe(design.subnets);
  });

  it("says which peer changed", () => {
    const read = reread((router) => {
      const entry = router.elements.cryptoMapEntry.get("VPN 10")!;
      const peers = [{ peer: { kind: "address" as const, address: parseIpv4("203.0.113.9")! } }];
      const key = { kind: "cryptoMapEntry" as const, name: "VPN 10" };
      return { ...router, elements: putElement(router.elements, key, { ...entry, peers }) };
    });
    const operation = commitText(design, read, ids);
    expect(operation.label).toBe("Peer of VPN 10 changed to 203.0.113.9 on HQ");
    const { elements } = perform(design, operation).routers.get(hq)!;
    expect(elements.transformSet).toBe(before.elements.transformSet);
    expect(elements.cryptoMapEntry).not.toBe(before.elements.cryptoMapEntry);
  });

  it("never tells a key", () => {
    const read = reread((router) => {
      const [[name, key]] = [...router.elements.isakmpKey] as [
        [string, typeof router.elements.isakmpKey extends ReadonlyMap<string, infer V> ? V : never],
      ];
      const secret = { type: 0 as const, text: "canary-secret" };
      return { ...router, elements: putElement(router.elements, { kind: "isakmpKey", name }, { ...key, secret }) };
    });
    expect(commitText(design, read, ids).label).toBe("Secret of key for 203.0.113.2 changed on HQ");
  });

  it("counts several changes", () => {
    const read = reread((router) => ({
      ...router,
      elements: removeElement(removeElement(router.elements, { kind: "isakmpPolicy", name: "10" }), {
        kind: "transformSet",
        name: "TS-AES256",
      }),
    }));
    expect(commitText(design, read, ids).label).toBe("2 changes on HQ");
  });

  it("draws a subnet for a new LAN interface, beside its router", () => {
    const loopback: Interface = {
      name: "GigabitEthernet0/2",
      address: { kind: "static", address: parseIpv4("10.9.0.1")!, mask: parseIpv4("255.255.255.0")! },
      secondaryAddresses: [],
      kept: [],
    };
    const after = perform(
      design,
      commitText(
        design,
        reread((router) => withInterface(router, loopback)),
        ids,
      ),
    );
    expect(after.subnets.get(asCanvasId("new"))?.attachments).toEqual([
      { router: hq, interface: "GigabitEthernet0/2" },
    ]);
    expect(after.layout.has("new")).toBe(true);
  });

  it("moves a subnet with the only interface in it", () => {
    const lan = before.elements.interface.get("GigabitEthernet0/1")!;
    const moved: Interface = {
      ...lan,
      address: { kind: "static", address: parseIpv4("10.50.0.1")!, mask: parseIpv4("255.255.0.0")! },
    };
    const after = perform(
      design,
      commitText(
        design,
        reread((router) => withInterface(router, moved)),
        ids,
      ),
    );
    expect(after.subnets.get(asCanvasId("hq-lan"))).toMatchObject({
      prefix: { network: parseIpv4("10.50.0.0"), length: 16 },
      attachments: [{ router: hq, interface: "GigabitEthernet0/1" }],
    });
    expect(after.subnets.size).toBe(2);
  });

  it("keeps the cable when the interface is called something else", () => {
    const lan = before.elements.interface.get("GigabitEthernet0/1")!;
    const renamed = { ...lan, name: "GigabitEthernet0/5" };
    const read = reread((router) => withInterface(router, renamed, "GigabitEthernet0/1"));
    const after = perform(design, commitText(design, read, ids));
    expect(after.subnets.get(asCanvasId("hq-lan"))?.attachments).toEqual([
      { router: hq, interface: "GigabitEthernet0/5" },
    ]);
  });
});
