import { describe, expect, it } from "vitest";
import { lineHelp } from "../../core/index.ts";
import { escapeMarkdown, plainSyntax, ruleMarkdown, wordMarkdown } from "./hoverText.ts";

describe("a rule in a hover", () => {
  it("tells what, why, what to do and where it is from, in this order", () => {
    const text = ruleMarkdown("p2-selector-none", { what: "A.", why: "B.", remedy: "C.", source: "RFC 2409" });
    expect(text.split("\n\n")).toEqual(["**p2-selector-none** A.", "*Why:* B.", "*Remedy:* C.", "*Source:* RFC 2409"]);
  });

  it("shows the marks of a syntax as they are", () => {
    expect(escapeMarkdown("set peer {host | A.B.C.D} [default] <1-10>")).toBe(
      "set peer \\{host \\| A.B.C.D\\} \\[default\\] \\<1\\-10\\>",
    );
  });
});

describe("a word in a hover", () => {
  it("tells its meaning, then the command with what holds without it", () => {
    const [item] = lineHelp(["isakmp-policy"], " lifetime ", "classic").items;
    const text = wordMarkdown("86400", item!);
    expect(text).toMatch(/^\*\*86400\*\* /);
    expect(text).toContain("`lifetime <");
    expect(text).toContain("*Without it:* 86400");
    expect(text).toContain("*Source:* ");
  });

  it("shows a syntax without the types of its arguments", () => {
    expect(plainSyntax("set peer <peer:address-or-hostname> [dynamic] [default]")).toBe(
      "set peer <peer> [dynamic] [default]",
    );
  });
});
