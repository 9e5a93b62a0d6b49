import { describe, expect, it } from "vitest";
import { exampleDesign } from "../../../core/index.ts";
import { exportedConfigurations, hazardSentences, readyToPaste } from "./exportedConfigurations.ts";

describe("exported configurations", () => {
  it("are one per router, under names of their own", () => {
    const files = exportedConfigurations(exampleDesign(), { withKeys: true, entersMode: false });
    expect(files.map(({ name, file }) => [name, file])).toEqual([
      ["HQ", "HQ.cfg"],
      ["Branch", "Branch.cfg"],
    ]);
    expect(files[0]!.text).toContain("Example-Only-Change-Me");
  });

  it("have equal placeholders for equal keys where secrets are left out", () => {
    const texts = exportedConfigurations(exampleDesign(), { withKeys: false, entersMode: false });
    for (const { text } of texts) {
      expect(text).toContain("crypto isakmp key secret-left-out-1 address");
      expect(text).not.toContain("Example-Only-Change-Me");
      expect(hazardSentences(text)).toEqual([expect.stringMatching(/^Line \d+ has a placeholder/) as string]);
    }
  });

  it("end in `end`, and on demand begin with `configure terminal`", () => {
    expect(readyToPaste("hostname A", false)).toBe("hostname A\nend\n");
    expect(readyToPaste("hostname A\r\nend\r\n", true)).toBe("configure terminal\r\nhostname A\r\nend\r\n");
    expect(readyToPaste("hostname A\n description the end\n", false)).toBe("hostname A\n description the end\nend\n");
  });

  it("are looked through for what a terminal swallows", () => {
    expect(hazardSentences("hostname A\n! why?\ncrypto isakmp key wh?t address 192.0.2.1\n")).toEqual([
      expect.stringMatching(/^Line 3 has a question mark/) as string,
    ]);
    expect(hazardSentences("hostname A\n")).toEqual([]);
  });

  it("name the first lines of many, and how many more there are", () => {
    const text = Array.from({ length: 11 }, () => " description what?").join("\n");
    expect(hazardSentences(text)).toEqual([
      expect.stringMatching(/^Lines 1, 2, 3, 4, 5, 6, 7, 8 and 3 more have a question mark/) as string,
    ]);
  });
});
