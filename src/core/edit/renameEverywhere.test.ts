import { describe, expect, it } from "vitest";
import { namesIn } from "../derive/references.ts";
import { exampleDesign } from "../generate/exampleDesign.ts";
import { asRouterId } from "../model/router.ts";
import { perform } from "./designDraft.ts";
import { renameEverywhere, renameObstacle } from "./renameEverywhere.ts";

const hq = asRouterId("hq");
const design = exampleDesign();
const elementsAfter = (...args: Parameters<typeof renameEverywhere>) =>
  perform(design, renameEverywhere(...args)).routers.get(hq)!.elements;

describe("renaming everywhere", () => {
  it("takes every reference to an access list along", () => {
    const elements = elementsAfter(hq, "accessList", "VPN-BRANCH", "TO-BRANCH");
    expect([...elements.accessList.keys()]).toContain("TO-BRANCH");
    expect([...elements.accessList.keys()]).not.toContain("VPN-BRANCH");
    expect(elements.cryptoMapEntry.get("VPN 10")?.matchAddress).toBe("TO-BRANCH");
  });

  it("renames the list of a translation rule and the rule with it", () => {
    const elements = elementsAfter(hq, "accessList", "NAT", "TRANSLATED");
    expect([...elements.natRule.keys()]).toEqual(["list TRANSLATED"]);
  });

  it("renames a crypto map in its entries and on its interfaces", () => {
    const elements = elementsAfter(hq, "cryptoMap", "VPN", "CORP");
    expect([...elements.cryptoMapEntry.keys()]).toEqual(["CORP 10"]);
    expect(elements.interface.get("GigabitEthernet0/0")?.cryptoMap?.name).toBe("CORP");
  });

  it("renames an interface with the cables on the canvas", () => {
    const after = perform(design, renameEverywhere(hq, "interface", "GigabitEthernet0/0", "GigabitEthernet0/3"));
    expect([...after.clouds.values()][0]?.attachments[0]).toEqual({ router: hq, interface: "GigabitEthernet0/3" });
    expect([...after.routers.get(hq)!.elements.natRule.values()][0]?.to.name).toBe("GigabitEthernet0/3");
  });

  it("leaves no name dangling that did not dangle before", () => {
    for (const { to, name, definitions } of namesIn(design.routers.get(hq)!.elements)) {
      if (definitions.length === 0) continue;
      const into = to === "interface" ? "GigabitEthernet0/9" : "RENAMED";
      const after = elementsAfter(hq, to, name, into);
      expect(namesIn(after).filter((one) => one.definitions.length === 0)).toEqual([]);
    }
  });

  it("leaves the other routers alone", () => {
    const after = perform(design, renameEverywhere(hq, "transformSet", "TS-AES256", "STRONG"));
    expect(after.routers.get(asRouterId("branch"))).toBe(design.routers.get(asRouterId("branch")));
  });

  it.each([
    ["accessList", "VPN-BRANCH", "NAT", /already/],
    ["accessList", "VPN-BRANCH", "two words", /one word/],
    ["accessList", "VPN-BRANCH", "X\nno crypto map VPN", /one word/],
    ["accessList", "VPN-BRANCH", "5", /no number of an extended/],
    ["interface", "GigabitEthernet0/0", "gi0/7", /no name of an interface/],
  ] as const)("refuses to call %s %s %j", (kind, from, into, reason) => {
    expect(renameObstacle(design, hq, kind, from, into)).toMatch(reason);
    expect(renameEverywhere(hq, kind, from, into).plan(design)).toEqual([]);
  });
});
