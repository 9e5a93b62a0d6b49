import { describe, expect, it } from "vitest";
import { EMPTY_DESIGN, type Design } from "../model/design.ts";
import type { CryptoMapEntry } from "../model/cryptoMap.ts";
import { asRouterId } from "../model/router.ts";
import {
  addCryptoMapEntry,
  applyCryptoMap,
  moveCryptoMapEntry,
  removeCryptoMapEntry,
  renumberCryptoMap,
  setCryptoMapSequence,
} from "./cryptoMapOperations.ts";
import { perform } from "./designDraft.ts";
import { elementsOf } from "./edit.ts";
import { exampleDesign } from "../generate/exampleDesign.ts";
import { moveIsakmpPolicy } from "./isakmpPolicyOperations.ts";

const id = asRouterId("r");
const entry = (sequence: number, description: string, dynamicMap?: string): CryptoMapEntry => ({
  map: "M",
  sequence,
  type: "ipsec-isakmp",
  description,
  peers: [],
  transformSets: [],
  sessionKeys: [],
  kept: [],
  ...(dynamicMap === undefined ? {} : { dynamicMap }),
});
const design: Design = {
  ...EMPTY_DESIGN,
  routers: new Map([
    [
      id,
      {
        id,
        elements: elementsOf([
          { kind: "cryptoMapEntry", element: entry(10, "one") },
          { kind: "cryptoMapEntry", element: entry(25, "two") },
          { kind: "cryptoMapEntry", element: entry(65535, "anyone", "DYN") },
        ]),
      },
    ],
  ]),
};
const order = (after: Design) =>
  [...after.routers.get(id)!.elements.cryptoMapEntry.values()]
    .sort((one, other) => one.sequence - other.sequence)
    .map((one) => `${one.sequence} ${one.description ?? "new"}`);

describe("entries of a crypto map", () => {
  it("are added behind the static ones and before the dynamic one", () => {
    expect(order(perform(design, addCryptoMapEntry(id, "M")))).toEqual(["10 one", "25 two", "30 new", "65535 anyone"]);
  });

  it("change places by swapping their numbers", () => {
    expect(order(perform(design, moveCryptoMapEntry(id, "M", 25, "up")))).toEqual(["10 two", "25 one", "65535 anyone"]);
    expect(moveCryptoMapEntry(id, "M", 10, "up").plan(design)).toEqual([]);
  });

  it("are numbered in tens, the dynamic one left at its end", () => {
    expect(order(perform(design, renumberCryptoMap(id, "M")))).toEqual(["10 one", "20 two", "65535 anyone"]);
  });

  it("take a free number only", () => {
    expect(order(perform(design, setCryptoMapSequence(id, "M", 10, 30)))).toEqual(["25 two", "30 one", "65535 anyone"]);
    expect(setCryptoMapSequence(id, "M", 10, 25).plan(design)).toEqual([]);
    expect(setCryptoMapSequence(id, "M", 10, 70000).plan(design)).toEqual([]);
  });

  it("take what only they used along when asked", () => {
    const hq = asRouterId("hq");
    const plain = perform(exampleDesign(), removeCryptoMapEntry(hq, "VPN", 10)).routers.get(hq)!.elements;
    expect([...plain.accessList.keys()]).toContain("VPN-BRANCH");
    const clean = perform(exampleDesign(), removeCryptoMapEntry(hq, "VPN", 10, true)).routers.get(hq)!.elements;
    expect([...clean.accessList.keys()]).not.toContain("VPN-BRANCH");
    expect(clean.transformSet.size).toBe(0);
  });

  it("are taken off an interface and put on another", () => {
    const hq = asRouterId("hq");
    const off = perform(exampleDesign(), applyCryptoMap(hq, "GigabitEthernet0/0", null));
    expect(off.routers.get(hq)?.elements.interface.get("GigabitEthernet0/0")?.cryptoMap).toBeUndefined();
    const on = perform(off, applyCryptoMap(hq, "GigabitEthernet0/1", "VPN"));
    expect(on.routers.get(hq)?.elements.interface.get("GigabitEthernet0/1")?.cryptoMap).toEqual({ name: "VPN" });
  });
});

describe("ISAKMP policies", () => {
  it("change places by swapping their priorities", () => {
    const policies = elementsOf([
      { kind: "isakmpPolicy", element: { priority: 10, group: 2, kept: [] } },
      { kind: "isakmpPolicy", element: { priority: 20, group: 14, kept: [] } },
    ]);
    const start: Design = { ...EMPTY_DESIGN, routers: new Map([[id, { id, elements: policies }]]) };
    const after = perform(start, moveIsakmpPolicy(id, 20, "up")).routers.get(id)!.elements.isakmpPolicy;
    expect([after.get("10")?.group, after.get("20")?.group]).toEqual([14, 2]);
  });
});
