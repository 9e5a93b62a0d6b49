import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { check, checkReport, type CheckReport, type Suppression } from "../../core/index.ts";
import { designFromText } from "../../core/testing/designFromText.ts";
import { writeCase } from "../../core/testing/ruleCase.ts";
import { twoSites } from "../../core/testing/twoSites.ts";
import { annotations } from "./github.ts";
import { sarif } from "./sarif.ts";
import { plainText } from "./text.ts";

const unmirrored = `=== SiteB
permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255 => permit ip 10.2.0.0 0.0.0.255 10.9.0.0 0.0.0.255`;

/** The two sites with a change, checked; the owner accepts what `suppressions` say. */
function reportOf(change: string, suppressions: readonly Suppression[] = []): CheckReport {
  const design = { ...designFromText(writeCase(twoSites, change).text), suppressions };
  return checkReport(design, check(design));
}

const accepted: readonly Suppression[] = [{ rule: "no-pfs", reason: "decided in March" }];
const withoutSecrecy = "=== SiteA\n- set pfs group14\n=== SiteB\n- set pfs group14";

/**
 * What OASIS's schema of SARIF 2.1.0 demands of the objects that we write: its required properties, its enumerations and its bounds.
 * Objects are closed, so that a property it doesn't know is refused as the schema's `additionalProperties: false` would.
 */
const text = v.pipe(v.string(), v.minLength(1));
const message = v.strictObject({ text });
const level = v.picklist(["none", "note", "warning", "error"]);
const positive = v.pipe(v.number(), v.integer(), v.minValue(1));
const index = v.pipe(v.number(), v.integer(), v.minValue(0));
/** A `uri-reference` of RFC 3986: no blanks, no backslashes, nothing that must be escaped. */
const uriReference = v.pipe(v.string(), v.regex(/^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?#]|%[0-9A-Fa-f]{2})+$/));
const locationEntries = {
  physicalLocation: v.strictObject({
    artifactLocation: v.strictObject({ uri: uriReference }),
    region: v.strictObject({ startLine: positive, startColumn: positive, endLine: positive, endColumn: positive }),
  }),
  logicalLocations: v.array(
    v.strictObject({ name: text, kind: v.picklist(["function", "member", "module", "namespace", "resource", "type"]) }),
  ),
};
const sarifLog = v.strictObject({
  $schema: v.optional(v.pipe(v.string(), v.url())),
  version: v.literal("2.1.0"),
  runs: v.array(
    v.strictObject({
      tool: v.strictObject({
        driver: v.strictObject({
          name: text,
          rules: v.optional(
            v.array(
              v.strictObject({
                id: text,
                shortDescription: message,
                fullDescription: message,
                help: message,
                defaultConfiguration: v.strictObject({ level }),
              }),
            ),
          ),
        }),
      }),
      columnKind: v.picklist(["utf16CodeUnits", "unicodeCodePoints"]),
      results: v.array(
        v.strictObject({
          ruleId: text,
          ruleIndex: index,
          level,
          message,
          locations: v.optional(v.array(v.strictObject(locationEntries))),
          relatedLocations: v.optional(v.array(v.strictObject({ id: index, ...locationEntries }))),
          suppressions: v.optional(
            v.array(v.strictObject({ kind: v.picklist(["inSource", "external"]), justification: text })),
          ),
        }),
      ),
    }),
  ),
});

describe("SARIF", () => {
  const logOf = (report: CheckReport) => v.parse(sarifLog, JSON.parse(JSON.stringify(sarif(report))));

  it.each([
    ["agreeing sites", reportOf("")],
    ["sites that don't agree", reportOf(unmirrored)],
    ["accepted findings", reportOf(withoutSecrecy, accepted)],
    ["no router at all", checkReport(designFromText(""), check(designFromText("")))],
  ])("of %s has the shape that its schema requires", (_, report) => {
    const [run] = logOf(report).runs;
    expect(run?.results).toHaveLength(report.findings.length);
    for (const { ruleId, ruleIndex } of run?.results ?? [])
      expect(run?.tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId);
    expect(new Set(run?.tool.driver.rules).size).toBe(run?.tool.driver.rules?.length);
  });

  it("ends a region where the line ends, never before it starts", () => {
    const regions = logOf(reportOf(unmirrored)).runs.flatMap(({ results }) =>
      results.flatMap(({ locations = [], relatedLocations = [] }) =>
        [...locations, ...relatedLocations].map(({ physicalLocation }) => physicalLocation.region),
      ),
    );
    expect(regions.length).toBeGreaterThan(0);
    for (const region of regions) {
      expect(region.endLine).toBeGreaterThanOrEqual(region.startLine);
      if (region.endLine === region.startLine) expect(region.endColumn).toBeGreaterThanOrEqual(region.startColumn);
    }
  });

  it("escapes what a path may hold and a URI may not", () => {
    const report = reportOf(unmirrored);
    const [finding] = report.findings;
    const file = "Zürich sites\\core #1%.cfg";
    const odd = { ...finding!, locations: finding!.locations.map((place) => ({ ...place, file })) };
    const [result] = logOf({ ...report, findings: [odd] }).runs[0]!.results;
    expect(result?.locations?.[0]?.physicalLocation.artifactLocation.uri).toBe(
      "Z%C3%BCrich%20sites/core%20%231%25.cfg",
    );
  });

  it("has the levels of our severities, and the reasons of what is accepted", () => {
    const [run] = logOf(reportOf(unmirrored)).runs;
    expect(run?.results.find(({ ruleId }) => ruleId === "p2-selector-none")?.level).toBe("error");
    const [silent] = logOf(reportOf(withoutSecrecy, accepted)).runs;
    const results = silent?.results.filter(({ ruleId }) => ruleId === "no-pfs") ?? [];
    expect(results.map(({ level: one, suppressions }) => [one, suppressions?.[0]?.justification])).toEqual([
      ["note", "decided in March"],
      ["note", "decided in March"],
    ]);
  });
});

describe("what is accepted", () => {
  const kinds = (report: CheckReport) =>
    v
      .parse(sarifLog, JSON.parse(JSON.stringify(sarif(report))))
      .runs.flatMap(({ results }) =>
        results
          .filter(({ ruleId }) => ruleId === "no-pfs")
          .map(({ suppressions }) => suppressions?.[0]?.kind ?? "none"),
      );

  it("by the design's list is said outside the source, by a comment within it", () => {
    expect(kinds(reportOf(withoutSecrecy, accepted))).toEqual(["external", "external"]);
    const text = twoSites.replaceAll(
      "crypto map VPN 10 ipsec-isakmp",
      "! tunnelwright-ignore no-pfs decided in March\ncrypto map VPN 10 ipsec-isakmp",
    );
    const design = designFromText(writeCase(text, withoutSecrecy).text);
    expect(kinds(checkReport(design, check(design)))).toEqual(["inSource", "inSource"]);
  });
});

describe("GitHub annotations", () => {
  const lines = (report: CheckReport) => annotations(report).split("\n").slice(0, -1);

  it("are one workflow command a finding, with its place and its rule", () => {
    const report = reportOf(unmirrored);
    expect(lines(report)).toHaveLength(report.findings.length);
    for (const line of lines(report)) {
      expect(line).toMatch(
        /^::(error|warning|notice) file=[^:,\s]+,line=\d+,col=\d+,endLine=\d+,endColumn=\d+,title=[a-z0-9-]+::\S.*$/,
      );
    }
    expect(lines(report).filter((line) => line.includes("title=p2-selector-none::"))[0]).toMatch(/^::error file=Site/);
  });

  it("leave out what is accepted", () => {
    const report = reportOf(withoutSecrecy, accepted);
    expect(lines(report)).toHaveLength(report.findings.length - 2);
    expect(annotations(report)).not.toContain("no-pfs");
  });

  it("escape what ends a property or a line", () => {
    const report = reportOf(unmirrored);
    const odd = {
      ...report.findings[0]!,
      message: "100 % of\nit",
      locations: report.findings[0]!.locations.map((place) => ({ ...place, file: "a,b:c%.cfg" })),
    };
    const [line] = lines({ ...report, findings: [odd] });
    expect(line).toContain("file=a%2Cb%3Ac%25.cfg,");
    expect(line).toMatch(/::100 %25 of%0Ait$/);
  });

  it("stand without a place where a finding has none", () => {
    const report = reportOf(unmirrored);
    const homeless = { ...report.findings[0]!, locations: [] };
    expect(annotations({ ...report, findings: [homeless] })).toBe(
      `::error::${report.findings[0]!.message.replaceAll("%", "%25")}\n`,
    );
  });
});

describe("text", () => {
  it("begins each finding with its place and severity, and ends with the peerings and the count", () => {
    const report = reportOf(unmirrored);
    const [finding] = report.findings;
    const [place] = finding!.locations;
    const printed = plainText(report);
    expect(printed.split("\n")[0]).toBe(
      `${place!.file!}:${place!.line}:${place!.column}: error: ${finding!.message} [${finding!.rule}]`,
    );
    expect(printed).toContain("SiteA (VPN 10) – SiteB (VPN 10): broken\n");
    const { error, warning, info } = report.summary;
    expect(printed.trimEnd().split("\n").at(-1)).toBe(
      `${error} ${error === 1 ? "error" : "errors"}, ${warning} ${warning === 1 ? "warning" : "warnings"}, ${info} info`,
    );
  });

  it("names the other place and the fixes, and which of them are safe or need a value", () => {
    const printed = plainText(reportOf("=== SiteB\nhash sha256 => hash md5"));
    expect(printed).toMatch(/\n {2}SiteB\.cfg:\d+:\d+: the other place\n/);
    expect(printed).toMatch(/\n {2}fix(?: \(needs a value\))?: \S/);
    expect(plainText(reportOf("=== SiteA\n- crypto isakmp keepalive 10 3 periodic"))).toMatch(/\n {2}fix \(safe\): \S/);
  });

  it("shows what is accepted, with the reason, apart from what stands", () => {
    const report = reportOf(withoutSecrecy, accepted);
    const printed = plainText(report);
    expect(printed).toMatch(/SiteA\.cfg:\d+:\d+: suppressed info: .* \[no-pfs\]\n {2}reason: decided in March\n/);
    expect(printed).toMatch(/, 2 suppressed\n$/);
    expect(printed).not.toMatch(/: info: [^\n]*\[no-pfs\]/);
  });
});
