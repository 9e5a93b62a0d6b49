import { describe, expect, test } from "vitest";
import type { Design, Suppression } from "../model/design.ts";
import { asRouterId, type Place } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";
import { designFromText } from "../testing/designFromText.ts";
import { accepts, acceptingComment, sourceLineText, suppressionOf } from "./suppression.ts";

const r1 = asRouterId("r1");

const entry = (field?: string, item?: string | number): Place => ({
  router: r1,
  kind: "cryptoMapEntry",
  name: "VPN 10",
  ...(field !== undefined && { field }),
  ...(item !== undefined && { item }),
});

const about = (rule: RuleId, ...places: readonly Place[]) => ({ rule, places });

const accepted = (text: string, rule: RuleId, ...places: readonly Place[]) =>
  suppressionOf(designFromText(text), about(rule, ...places), sourceLineText);

const block = (comment: string, before: string) => {
  const lines = ["crypto map VPN 10 ipsec-isakmp", " set peer 203.0.113.2", " set pfs group14", " match address LIST"];
  return lines.map((line) => (line === before ? `${comment}\n${line}\n` : `${line}\n`)).join("");
};

const comment = "! tunnelwright-ignore no-pfs The other end can't.";

describe("a comment that accepts a finding", () => {
  test("stands before its line, and gives its reason", () => {
    const text = block(` ${comment}`, " set pfs group14");
    expect(accepted(text, "no-pfs", entry("pfs"))).toEqual({
      suppressed: "The other end can't.",
      suppressedIn: "text",
    });
    expect(accepted(text, "no-pfs", entry("matchAddress"))).toBeUndefined();
    expect(accepted(text, "weak-dh", entry("pfs"))).toBeUndefined();
  });

  test("before the first line of a block is about the whole block", () => {
    const text = block(comment, "crypto map VPN 10 ipsec-isakmp");
    for (const place of [entry(), entry("pfs"), entry("peers", 0)])
      expect(accepted(text, "no-pfs", place)).toBeDefined();
    expect(accepted(text, "no-pfs", { ...entry(), name: "VPN 20" })).toBeUndefined();
    expect(accepted(text, "no-pfs", { ...entry(), kind: "dynamicMapEntry" })).toBeUndefined();
  });

  test("within a block is about the one line, not about the block or another item", () => {
    const text = block(` ${comment}`, " set peer 203.0.113.2");
    expect(accepted(text, "no-pfs", entry("peers", 0))).toBeDefined();
    expect(accepted(text, "no-pfs", entry("peers", 1))).toBeUndefined();
    expect(accepted(text, "no-pfs", entry())).toBeUndefined();
  });

  test("holds for a finding that has any of its places there", () => {
    const text = block(` ${comment}`, " set pfs group14");
    expect(accepted(text, "no-pfs", entry("matchAddress"), entry("pfs"))).toBeDefined();
    expect(accepted(text, "no-pfs", { ...entry("pfs"), router: asRouterId("gone") }, entry("pfs"))).toBeDefined();
    expect(accepted(text, "no-pfs", { ...entry("pfs"), router: asRouterId("gone") })).toBeUndefined();
  });

  test("may lack a reason, and be spaced as one likes", () => {
    expect(accepted(block("!tunnelwright-ignore no-pfs", " set pfs group14"), "no-pfs", entry("pfs"))).toEqual({
      suppressed: "No reason is given.",
      suppressedIn: "text",
    });
    const spaced = block("  !   tunnelwright-ignore   no-pfs   agreed   so  ", " set pfs group14");
    expect(accepted(spaced, "no-pfs", entry("pfs"))?.suppressed).toBe("agreed   so");
  });

  test("skips other comments on the way to its line", () => {
    const text = block(` ${comment}\n ! another remark`, " set pfs group14");
    expect(accepted(text, "no-pfs", entry("pfs"))).toBeDefined();
  });

  test("says nothing where it names no rule, follows other words, or stands behind the last line", () => {
    expect(
      accepted(block("! tunnelwright-ignore no-such-rule x", " set pfs group14"), "no-pfs", entry("pfs")),
    ).toBeUndefined();
    expect(
      accepted(block("! see tunnelwright-ignore no-pfs x", " set pfs group14"), "no-pfs", entry("pfs")),
    ).toBeUndefined();
    expect(accepted(`${block("", "")}${comment}\n`, "no-pfs", entry("pfs"))).toBeUndefined();
  });

  test("is about what the parser said of its line, too", () => {
    const text = `crypto isakmp policy 10\n ! tunnelwright-ignore syntax A placeholder.\n encr nothing\n hash nothing\n`;
    const design = designFromText(text);
    const [router] = design.routers.values();
    const places = router!.source!.diagnostics.map((_, item): Place => ({
      router: r1,
      kind: "host",
      name: "",
      field: "diagnostics",
      item,
    }));
    expect(places).toHaveLength(2);
    expect(places.map((place) => suppressionOf(design, about("syntax", place), sourceLineText)?.suppressed)).toEqual([
      "A placeholder.",
      undefined,
    ]);
  });
});

describe("the design's own list", () => {
  const base = designFromText(`${block("", "")}=== B\nhostname B\n`.replace(/^/, "=== A\nhostname A\n"));
  const finding = about("no-pfs", entry("pfs"));
  const listing = (...suppressions: readonly Suppression[]): Design => ({ ...base, suppressions });
  const accept = (suppression: Suppression, line: string | undefined = "set pfs group14") =>
    accepts(base, suppression, finding, () => line);

  test("accepts a rule everywhere, on a router, or on a line of it", () => {
    expect(accept({ rule: "no-pfs", reason: "x" })).toBe(true);
    expect(accept({ rule: "weak-dh", reason: "x" })).toBe(false);
    expect(accept({ rule: "no-pfs", reason: "x", router: r1 })).toBe(true);
    expect(accept({ rule: "no-pfs", reason: "x", router: asRouterId("r2") })).toBe(false);
    expect(accept({ rule: "no-pfs", reason: "x", router: r1, line: "set pfs group14" })).toBe(true);
    expect(accept({ rule: "no-pfs", reason: "x", router: r1, line: "set pfs group2" })).toBe(false);
    expect(accept({ rule: "no-pfs", reason: "x", line: "set pfs group14" })).toBe(true);
  });

  test("is about no line of a router that has gone", () => {
    const gone = about("no-pfs", { ...entry("pfs"), router: asRouterId("gone") });
    const line = { rule: "no-pfs", reason: "x", line: "set pfs group14" } as const;
    expect(accepts(base, line, gone, () => "set pfs group14")).toBe(false);
  });

  test("comes before a comment in the text, which is then not what accepts it", () => {
    const text = `=== A\n${block(` ${comment}`, " set pfs group14")}`;
    const both = { ...designFromText(text), suppressions: [{ rule: "no-pfs", reason: "By the owner." } as const] };
    expect(suppressionOf(both, finding, sourceLineText)).toEqual({
      suppressed: "By the owner.",
      suppressedIn: "design",
    });
    expect(acceptingComment(both, finding, sourceLineText)).toBeUndefined();
    expect(acceptingComment({ ...both, suppressions: [] }, finding, sourceLineText)).toMatchObject({
      router: r1,
      line: 3,
    });
    expect(acceptingComment(base, finding, sourceLineText)).toBeUndefined();
  });

  test("accepts nothing while it is empty", () => {
    expect(suppressionOf(listing(), finding, sourceLineText)).toBeUndefined();
  });
});

describe("the text of a place", () => {
  const design = designFromText(block("", ""));
  const [router] = design.routers.values();

  test("is its line without the blanks around it", () => {
    expect(sourceLineText(router!, entry("pfs"))).toBe("set pfs group14");
    expect(sourceLineText(router!, entry())).toBe("crypto map VPN 10 ipsec-isakmp");
    expect(sourceLineText(router!, entry("idleTimeSeconds"))).toBeUndefined();
    expect(sourceLineText(router!, entry("peers", 4))).toBeUndefined();
  });

  test("is that of the line which the parser spoke of", () => {
    const [odd] = designFromText("hostname R1\ncrypto isakmp policy 10\n encr nothing\n").routers.values();
    const place: Place = { router: r1, kind: "host", name: "", field: "diagnostics", item: 0 };
    expect(sourceLineText(odd!, place)).toBe("encr nothing");
  });

  test("is not known of what was drawn", () => {
    expect(sourceLineText({ id: r1, elements: router!.elements }, entry("pfs"))).toBeUndefined();
  });
});
