import { describe, expect, it } from "vitest";
import { check } from "../check/check.ts";
import { perform } from "../edit/designDraft.ts";
import { exampleDesign } from "../generate/exampleDesign.ts";
import type { Design } from "../model/design.ts";
import { designFromText } from "../testing/designFromText.ts";
import { siteA, siteB } from "../testing/twoSites.ts";
import { designReport } from "./designReport.ts";
import { reportHtml } from "./reportHtml.ts";
import { reportMarkdown } from "./reportMarkdown.ts";

const reportOf = (design: Design) => designReport(design, check(design), { date: "2026-03-01" });
const twoSites = (change: (text: string) => string = (text) => text) =>
  designFromText(`=== SiteA\n${siteA}\n=== SiteB\n${change(siteB)}`);
const section = (design: Design, title: RegExp) => reportOf(design).sections.find((one) => title.test(one.title));
const rowsOf = (design: Design, title: RegExp, table = 0) =>
  section(design, title)?.blocks.filter((block) => block.kind === "table")[table]?.rows ?? [];

describe("a design's report", () => {
  it("sums the design up", () => {
    expect(rowsOf(exampleDesign(), /^Summary/)).toEqual(
      expect.arrayContaining([
        ["Date", "2026-03-01"],
        ["Routers", "2"],
        ["Tunnels", "1 (1 agreed)"],
      ]),
    );
  });

  it("lists every interface with its address and what it is attached to", () => {
    expect(rowsOf(exampleDesign(), /^Addressing/)).toContainEqual(
      expect.arrayContaining(["HQ", "GigabitEthernet0/1", "10.1.0.1/24", "Headquarters"]),
    );
    expect(rowsOf(exampleDesign(), /^Addressing/, 1)).toContainEqual(["10.1.0.0/24", "Headquarters", "HQ"]);
  });

  it("says of each tunnel what both ends say, and where they differ", () => {
    const differing = twoSites((text) => text.replace("set pfs group14", "set pfs group5"));
    const rows = rowsOf(differing, /^SiteA – SiteB \(VPN 10\): broken/);
    expect(rows).toContainEqual(["Encryption", "aes 256", "aes 256", "yes"]);
    expect(rows).toContainEqual(["PFS", "group14", "group5", "no"]);
    const { blocks } = section(differing, /^SiteA – SiteB/)!;
    expect(blocks[0]).toMatchObject({
      kind: "text",
      text: expect.stringMatching(/^SiteA to SiteB: fails: /) as string,
    });
  });

  it("shows the traffic that each end protects and which way it comes up", () => {
    expect(rowsOf(twoSites(), /^SiteA – SiteB/, 1)).toEqual([
      [
        "permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255",
        "permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255",
        "exact",
        "established",
        "established",
      ],
    ]);
  });

  it("lists accepted findings apart, with the reason", () => {
    const design = twoSites((text) => text.replace("set pfs group14", "set pfs group5"));
    const accepting = perform(design, {
      label: "Accept",
      plan: () => [
        {
          op: "setSuppressions",
          suppressions: [{ rule: "p2-pfs-group", reason: "The partner changes it in May." }],
        },
      ],
    });
    const accepted = rowsOf(accepting, /^Accepted findings/);
    expect(accepted.length).toBeGreaterThan(0);
    expect(accepted[0]).toContain("The partner changes it in May.");
    expect(rowsOf(accepting, /^Findings/).flat()).not.toContain("p2-pfs-group");
  });

  it("holds no key and no password, wherever they stand", () => {
    const canary = "Canary-7gh2-Key";
    const text = siteA
      .replaceAll("Long-Shared-Key-2024", canary)
      .replace("description Internet", `description key is ${canary}`)
      .replace("!\nend", `!\nenable secret ${canary}-enable\ncrypto isakmp kee ${canary}\n!\nend`);
    const design = designFromText(`=== SiteA\n${text}\n=== SiteB\n${siteB.replaceAll("Long-Shared-Key-2024", canary)}`);
    const report = reportOf(design);
    expect(JSON.stringify(report)).not.toContain(canary);
    expect(JSON.stringify(report)).toContain("key is ••••••••");
    expect(reportHtml(report)).not.toContain(canary);
    expect(reportMarkdown(report)).not.toContain(canary);
  });
});

const svg = '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"><title>(A)</title></svg>';
const hostile = { ...exampleDesign(), name: '<script>alert("x")</script> | *A*' };

describe("the report as HTML", () => {
  it("needs nothing but itself: no script, no address of another place", () => {
    const html = reportHtml(reportOf(exampleDesign()), { svg });
    expect(html).toContain("<svg xmlns");
    expect(html).not.toContain("<?xml");
    expect(html).not.toMatch(/<script|<link|\bsrc=|href=|@import/);
  });

  it("shows names as they are, whatever they hold", () => {
    const html = reportHtml(reportOf(hostile));
    expect(html).not.toContain("<script>");
    expect(html).toContain("<h1>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; | *A*</h1>");
  });
});

describe("the report as Markdown", () => {
  it("has the picture at its end, where its address is in nobody's way", () => {
    const markdown = reportMarkdown(reportOf(exampleDesign()), { svg });
    expect(markdown).toContain("![The topology][picture]");
    expect(markdown.trimEnd().split("\n").at(-1)).toMatch(/^\[picture\]: data:image\/svg\+xml,%3C[^()\s]+$/);
  });

  it("keeps every table whole, whatever stands in its cells", () => {
    const markdown = reportMarkdown(reportOf(hostile));
    expect(markdown).toContain('# \\<script\\>alert("x")\\</script\\> \\| \\*A\\*');
    const rows = markdown.split("\n").filter((line) => line.startsWith("| HQ |"));
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(rows[0]!.match(/(?<!\\)\|/g)!.length);
  });
});
