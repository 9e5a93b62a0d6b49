import { describe, expect, it } from "vitest";
import { exampleDesign } from "../generate/exampleDesign.ts";
import { pasteHazards, secretPasteHazard } from "./pasteHazards.ts";
import { routerText } from "./routerText.ts";
import { withoutSecrets } from "./secrets.ts";

const hazardsOf = (text: string) => pasteHazards(text).map(({ line, column, kind }) => `${line}:${column} ${kind}`);

describe("what a terminal would swallow", () => {
  it("is nothing in what Tunnelwright prints", () => {
    for (const router of exampleDesign().routers.values()) expect(hazardsOf(routerText(router).text)).toEqual([]);
  });

  it("is a question mark in a key, at its place", () => {
    expect(hazardsOf("hostname A\ncrypto isakmp key wh?t address 192.0.2.1")).toEqual(["2:21 question-mark"]);
  });

  it("is a tab between words, not one that indents", () => {
    expect(hazardsOf("crypto map VPN 10 ipsec-isakmp\n\tset peer\t192.0.2.1")).toEqual(["2:10 tab"]);
  });

  it("is a blank behind a key that reads to the end of its line", () => {
    expect(hazardsOf(" pre-shared-key address 192.0.2.1 key secret1 ")).toEqual(["1:46 trailing-blank"]);
    // IOS itself writes these, and drops them.
    expect(hazardsOf("crypto map VPN 10 ipsec-isakmp ")).toEqual([]);
  });

  it("is a control character, a letter beyond ASCII and the end of a long line", () => {
    expect(hazardsOf(" description a\u0003b")).toEqual(["1:15 control-character"]);
    expect(hazardsOf(" description to Zürich")).toEqual(["1:18 not-ascii"]);
    expect(hazardsOf(` description ${"x".repeat(260)}`)).toEqual(["1:255 long-line"]);
  });

  it("is not what stands in a comment or a banner", () => {
    expect(hazardsOf("! why?\nbanner motd #\nAny questions?\tAsk Zoë.\n#\nhostname A")).toEqual([]);
    expect(hazardsOf("banner motd #Who?#\nip domain name a?b")).toEqual(["2:17 question-mark"]);
  });

  it("is a banner's delimiter that a screen shows as two signs", () => {
    expect(hazardsOf("banner motd ^C\nHello?\n^C\nhostname A")).toEqual(["1:13 caret-delimiter"]);
  });

  it("is a placeholder where a key was left out", () => {
    const [router] = withoutSecrets(exampleDesign()).design.routers.values();
    expect(pasteHazards(routerText(router!).text).map(({ kind }) => kind)).toEqual(["placeholder"]);
  });
});

describe("a key", () => {
  it("is warned about where a terminal would not type it", () => {
    expect(secretPasteHazard("what?")).toMatch(/question mark/);
    expect(secretPasteHazard("pässword")).toMatch(/ASCII/);
    expect(secretPasteHazard("Long-Shared-Key-2024!#$%")).toBeNull();
  });
});
