import { describe, expect, test } from "vitest";
import { asRouterId } from "../model/router.ts";
import { designFromText } from "../testing/designFromText.ts";
import {
  changeEntry,
  cryptoEntries,
  dynamicEntries,
  entriesOfDesign,
  entryAt,
  entryPlace,
  entryTitle,
  staticEntries,
} from "./cryptoEntries.ts";

const design = designFromText(`=== A
crypto dynamic-map DYN 5
 match address CLIENTS
crypto map VPN 10 ipsec-isakmp
 set peer 192.0.2.1
crypto map VPN 20 ipsec-manual
crypto map VPN 30 gdoi
crypto map VPN 40 ipsec-isakmp dynamic DYN
=== B
crypto map B 1 ipsec-isakmp
`);
const [a, b] = [...design.routers.values()];
const [r1] = [asRouterId("r1")];
const names = (entries: Iterable<{ readonly kind: string; readonly name: string }>) =>
  [...entries].map(({ kind, name }) => `${kind} ${name}`);

describe("a router's crypto entries", () => {
  test("are the static ones, then those of dynamic maps; neither anchors nor those of GDOI", () => {
    expect(names(staticEntries(a!))).toEqual(["cryptoMapEntry VPN 10", "cryptoMapEntry VPN 20"]);
    expect(names(dynamicEntries(a!))).toEqual(["dynamicMapEntry DYN 5"]);
    expect(names(cryptoEntries(a!))).toEqual([
      "cryptoMapEntry VPN 10",
      "cryptoMapEntry VPN 20",
      "dynamicMapEntry DYN 5",
    ]);
    expect([...entriesOfDesign(design)].map(({ router, name }) => `${router.id} ${name}`)).toEqual([
      "r1 VPN 10",
      "r1 VPN 20",
      "r1 DYN 5",
      "r2 B 1",
    ]);
  });

  test("have a title and a place, with field and item where they are about a line", () => {
    const [one, , dynamic] = cryptoEntries(a!);
    expect([one!, dynamic!].map(entryTitle)).toEqual(["crypto map VPN 10", "dynamic map DYN 5"]);
    expect(entryPlace(one!)).toEqual({ router: r1, kind: "cryptoMapEntry", name: "VPN 10" });
    expect(entryPlace(dynamic!, "matchAddress")).toEqual({
      router: r1,
      kind: "dynamicMapEntry",
      name: "DYN 5",
      field: "matchAddress",
    });
    expect(entryPlace(one!, "peers", 0)).toEqual({
      router: r1,
      kind: "cryptoMapEntry",
      name: "VPN 10",
      field: "peers",
      item: 0,
    });
  });

  test("are found again by their place", () => {
    for (const one of cryptoEntries(a!)) expect(entryAt(design, entryPlace(one))).toEqual(one);
    expect(entryAt(design, { router: r1, kind: "cryptoMapEntry", name: "VPN 99" })).toBeUndefined();
    expect(entryAt(design, { router: r1, kind: "dynamicMapEntry", name: "DYN 9" })).toBeUndefined();
    expect(entryAt(design, { router: r1, kind: "cryptoMap", name: "DYN 5" })).toBeUndefined();
    expect(entryAt(design, { router: asRouterId("gone"), kind: "cryptoMapEntry", name: "VPN 10" })).toBeUndefined();
    expect(entryAt(design, undefined)).toBeUndefined();
  });

  test("are changed line by line", () => {
    const [one] = cryptoEntries(b!);
    expect(changeEntry(one!, { matchAddress: "LIST" })).toEqual({
      op: "put",
      key: { router: "r2", kind: "cryptoMapEntry", name: "B 1" },
      element: { ...one!.entry, matchAddress: "LIST" },
    });
  });
});
