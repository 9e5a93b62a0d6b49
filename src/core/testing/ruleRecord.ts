import { diagnosticAt, diagnosticLineIndex } from "../derive/diagnosticPlace.ts";
import type { Finding, Fix, Places } from "../check/finding.ts";
import type { Rule } from "../check/rule.ts";
import { applyEdits, type Edit } from "../edit/edit.ts";
import type { Design } from "../model/design.ts";
import type { Place } from "../model/router.ts";
import { placeRange } from "../text/placeRange.ts";
import { routerText } from "../text/routerText.ts";
import { changedBlocks } from "./changedBlocks.ts";

/** What a case of a rule's test comes to: its findings, and for a fix that asks the answer that is tried. */
export interface RecordedCase {
  readonly fact: string;
  readonly design: Design;
  readonly findings: readonly Finding[];
  readonly answer: (fix: Fix) => string | undefined;
}

/** Of many findings in one case, and of many choices, the first ones tell enough. */
const toldFindings = 6;
const triedChoices = 2;

/**
 * What a rule reports in the cases of its test and what each of its fixes writes, as people read it. A place is a router with the
 * line that it stands on, below its header, and in brackets the field of the model or the words of the line that it means.
 */
export function ruleRecord(rule: Rule, cases: readonly RecordedCase[]): string {
  const parts = cases
    .filter(({ findings }) => findings.length > 0)
    .map((one) => [`== ${one.fact}`, ...caseLines(rule, one)].join("\n"));
  const text = [`What ${rule.id} reports in its test, and what its fixes write.`, ...parts].join("\n\n");
  return `${text.replaceAll(/\b[\da-f]{16,}\b/g, shortened)}\n`;
}

/** Keys of manual entries are told by their ends and their length. */
function shortened(digits: string): string {
  return `${digits.slice(0, 4)}..${digits.slice(-4)}(${digits.length})`;
}

function caseLines(rule: Rule, one: RecordedCase): readonly string[] {
  const more = one.findings.length - toldFindings;
  return [
    ...one.findings.slice(0, toldFindings).flatMap((finding) => findingLines(rule, one, finding)),
    ...(more > 0 ? ["", `and ${more} more`] : []),
  ];
}

function findingLines(rule: Rule, one: RecordedCase, finding: Finding): readonly string[] {
  const { severity, message, places, fixes } = finding;
  return [
    "",
    `${severity}: ${message}`,
    ...places.map((place, index) => `${index === 0 ? "  at  " : "  also"} ${placeText(one.design, place)}`),
    ...fixes.flatMap((fix) => fixLines(rule, one, finding, fix)),
  ];
}

function placeText(design: Design, place: Place): string {
  const router = design.routers.get(place.router);
  const lines = router?.source?.lines;
  if (!router?.source || !lines) throw new Error("A finding stands in no router of the design.");
  const diagnostic = diagnosticAt(router, place);
  const index = diagnostic ? diagnosticLineIndex(router.source, diagnostic) : placeRange(lines, place).line - 1;
  const texts = lines.map(({ text }) => text);
  const text = texts[index] ?? "";
  const meant = diagnostic
    ? text.slice(diagnostic.column - 1, diagnostic.endColumn - 1)
    : [place.field, place.item].filter((word) => word !== undefined).join(" ");
  const header = /^\s/.test(text)
    ? texts
        .slice(0, index)
        .reverse()
        .find((line) => /^[^\s!]/.test(line))
    : undefined;
  const line = [...(header === undefined ? [] : [header]), text.trim()].join(" / ");
  return `${nameOf(design, place)}:${index + 1}  ${line}${meant === "" || meant === line ? "" : `  [${meant}]`}`;
}

function nameOf(design: Design, { router }: Pick<Place, "router">): string {
  return design.routers.get(router)?.source?.file?.replace(/\.cfg$/, "") ?? router;
}

function fixLines(rule: Rule, { design, answer }: RecordedCase, finding: Finding, fix: Fix): readonly string[] {
  const { title, safe, needs, edits } = fix;
  const head = `  ${safe ? "safe fix" : "fix"}: ${title}`;
  if (!needs) return [head, ...writtenLines(design, edits, "    ")];
  const { label, type, choices, suggestion } = needs;
  const details = [
    type,
    ...(choices ? [choices.join(" | ")] : []),
    ...(suggestion === undefined ? [] : [`begins with ${suggestion}`]),
  ];
  const given = answer(fix);
  const answers = new Set([...(given === undefined ? [] : [given]), ...(choices?.slice(0, triedChoices) ?? [])]);
  return [
    head,
    `    asks: ${label} (${details.join("; ")})`,
    ...[...answers].flatMap((value) => [
      `    ${value}:`,
      ...writtenLines(design, rule.complete?.(design, fix, finding.places as Places, value) ?? [], "      "),
    ]),
  ];
}

function writtenLines(design: Design, edits: readonly Edit[], indent: string): readonly string[] {
  const after = applyEdits(design, edits);
  const written = [...after.routers.values()].flatMap((router) => {
    const before = design.routers.get(router.id);
    if (before === router) return [];
    const blocks = changedBlocks(before ? textsOf(before) : [], textsOf(router));
    return blocks.length === 0 ? [] : [nameOf(design, { router: router.id }), ...blocks.map((line) => `  ${line}`)];
  });
  return (written.length === 0 ? ["nothing"] : written).map((line) => indent + line);
}

function textsOf(router: Parameters<typeof routerText>[0]): readonly string[] {
  return routerText(router).lines.map(({ text }) => text);
}
