import { describe, expect, it } from "vitest";
import { exampleDesign } from "../generate/exampleDesign.ts";
import type { Router } from "../model/router.ts";
import { elementRefusal } from "./elementRefusal.ts";

const [router] = exampleDesign().routers.values() as Iterable<Router> as [Router];
const interfaceOf = (change: object) => ({ name: "GigabitEthernet0/9", secondaryAddresses: [], kept: [], ...change });

describe("an element is taken", () => {
  it("when its lines read back as they were written", () => {
    expect(elementRefusal(router, "host", { hostname: "HQ-1" })).toBeNull();
    expect(elementRefusal(router, "interface", interfaceOf({ description: "to the ISP, circuit 4711" }))).toBeNull();
  });

  it("when it says nothing beyond IOS's defaults", () => {
    expect(elementRefusal(router, "host", {})).toBeNull();
    expect(elementRefusal(router, "isakmpSettings", {})).toBeNull();
  });

  it("with lines that a person's text brought along, whatever they are", () => {
    const kept = [{ text: "crypto something unheard of" }, { text: "duplex auto" }];
    expect(elementRefusal(router, "interface", interfaceOf({ kept }))).toBeNull();
  });

  it("for every element of a working router", () => {
    for (const one of router.elements.interface.values()) expect(elementRefusal(router, "interface", one)).toBeNull();
    for (const one of router.elements.cryptoMapEntry.values())
      expect(elementRefusal(router, "cryptoMapEntry", one)).toBeNull();
    for (const one of router.elements.accessList.values()) expect(elementRefusal(router, "accessList", one)).toBeNull();
  });
});

describe("an element is refused, with a sentence that says why", () => {
  it.each([
    ["a hostname of two words", () => elementRefusal(router, "host", { hostname: "HQ 1" })],
    ["a hostname that begins with a digit", () => elementRefusal(router, "host", { hostname: "1HQ" })],
    ["a line break in a hostname", () => elementRefusal(router, "host", { hostname: "HQ\nno crypto isakmp enable" })],
    [
      "a line break in a description",
      () => elementRefusal(router, "interface", interfaceOf({ description: "a\rshutdown" })),
    ],
    [
      "a line break in a key",
      () =>
        elementRefusal(router, "isakmpKey", {
          secret: { type: 0, text: "a\nb" },
          peer: { kind: "address", address: 1, mask: 0xffffffff },
        }),
    ],
    ["a priority out of range", () => elementRefusal(router, "isakmpPolicy", { priority: 10001, kept: [] })],
    [
      "a lifetime out of range",
      () => elementRefusal(router, "isakmpPolicy", { priority: 10, lifetimeSeconds: 5, kept: [] }),
    ],
    [
      "a transform that IOS has not",
      () => elementRefusal(router, "transformSet", { name: "TS", transforms: ["esp-ase"], kept: [] }),
    ],
    [
      "a name of two words",
      () => elementRefusal(router, "transformSet", { name: "T S", transforms: ["esp-aes"], kept: [] }),
    ],
  ])("%s", (_, refusal) => {
    expect(refusal()).toMatch(/\w+.*\w+/);
  });
});
