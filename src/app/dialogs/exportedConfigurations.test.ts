import { describe, expect, it } from "vitest";
import { exampleDesign } from "../../core/index.ts";
import { exportedConfigurations, pasteHazards } from "./exportedConfigurations.ts";

describe("exported configurations", () => {
  it("are one per router, under names of their own", () => {
    const files = exportedConfigurations(exampleDesign(), true);
    expect(files.map(({ name, file }) => [name, file])).toEqual([
      ["HQ", "HQ.cfg"],
      ["Branch", "Branch.cfg"],
    ]);
    expect(files[0]!.text).toContain("Example-Only-Change-Me");
  });

  it("have equal placeholders for equal keys where secrets are left out", () => {
    const texts = exportedConfigurations(exampleDesign(), false).map(({ text }) => text);
    for (const text of texts) {
      expect(text).toContain("crypto isakmp key secret-1 address");
      expect(text).not.toContain("Example-Only-Change-Me");
    }
  });

  it("are looked through for what a terminal swallows", () => {
    expect(pasteHazards("hostname A\n! why?\ncrypto isakmp key wh?t address 192.0.2.1\n")).toEqual([
      expect.stringMatching(/^Line 3 has a question mark/) as string,
    ]);
    expect(pasteHazards("hostname A\n")).toEqual([]);
  });
});
