import { describe, expect, test } from "vitest";
import { diagnosticAt, diagnosticLineIndex } from "../derive/diagnosticPlace.ts";
import { check } from "../check/check.ts";
import { fixInputProblem } from "../check/completeFix.ts";
import type { Finding, Fix, FixInput, Places } from "../check/finding.ts";
import { runRules } from "../check/runRules.ts";
import type { Rule } from "../check/rule.ts";
import { applyEdits } from "../edit/edit.ts";
import { removeEdit } from "../edit/elementEdits.ts";
import { EMPTY_DESIGN, type Design } from "../model/design.ts";
import type { Place } from "../model/router.ts";
import { parse } from "../parse/parse.ts";
import { placeRange } from "../text/placeRange.ts";
import { routerText } from "../text/routerText.ts";
import { designFromText } from "./designFromText.ts";
import { protectionIn } from "./protection.ts";
import { writeCase, type Mark } from "./ruleCase.ts";
import { ruleRecord } from "./ruleRecord.ts";

/** A case with more to it than its text. */
export interface RuleCase {
  readonly text: string;
  /** There is more to report than a rule tells one by one, so mending one brings up the next: fixes are not tried. */
  readonly capped?: true;
  /** Stands in the place of the base that the other cases share. */
  readonly base?: string;
  /**
   * What a person answers where a fix asks, for each kind of question where they differ; absent, or not among the choices: the
   * fix's suggestion, else its first choice.
   */
  readonly value?: string | Readonly<Partial<Record<FixInput["type"], string>>>;
  /** Sets what text can't say: sites, translators on the path, wished flows. */
  readonly design?: (design: Design) => Design;
  /** The exact messages, in the order of the report, where the wording is worth holding. */
  readonly says?: readonly string[];
}

/**
 * Tests a rule by configurations with the expectation on the line that earns it.
 *
 *     ruleTest(p2SelectorNone, twoSites, {
 *       "an entry that the peer does not permit is reported on that entry": `
 *         === SiteA
 *         ip access-list extended VPN-PEER
 *          permit ip 10.9.0.0 0.0.255.255 10.2.0.0 0.0.0.255   !want noMirror
 *       `,
 *     });
 *
 * `!want NAME …` at the end of a line: exactly these reports of the rule have their primary place there; a line without it earns
 * none. `!want NAME(warning)` holds the severity too. `!also NAME`: a report of that message has another place there.
 * A finding about a whole element stands on its first line.
 *
 * The case's lines change those of `base`, router by router under `=== NAME`; without such a line they belong to the base's first
 * router, and a new name adds a router. An empty base takes the case as it is. Within a router:
 *
 *     HEADER             with the indented lines below it: replaces the block of that header, or is added at the end
 *     +HEADER            the indented lines below it are added at the end of that block
 *     - LINE             removes the first such line; with a header its block
 *     OLD => NEW         replaces the first such line
 *     @ LINE  !want …    expects something on a line of the base
 *
 * Each fix of each report is then tried on its own: its finding must be gone, and all rules together may find no error that was not
 * there before. A rule needs a case that fires and one that is silent, each of its messages must be wanted once, and a rule whose
 * fix is `auto` or `ask` must offer one. What the cases report, and what every fix writes, is held by RULE.record.txt beside the test.
 */
export function ruleTest<M extends string>(
  rule: Rule<M>,
  base: string,
  cases: Readonly<Record<string, string | RuleCase>>,
): void {
  const written = Object.entries(cases).map(([fact, one]) => {
    const ruleCase = typeof one === "string" ? { text: one } : one;
    const { text, marks } = writeCase(ruleCase.base ?? base, ruleCase.text);
    return { fact, ruleCase, marks, checked: () => checkedCase(rule, ruleCase, text) };
  });
  describe(rule.id, () => {
    test.each(written)("$fact", ({ ruleCase, marks, checked }) => {
      const { design, findings } = checked();
      expectMarks(rule, design, findings, marks);
      for (const finding of findings) expectWhole(design, finding);
      if (ruleCase.says) expect(findings.map((finding) => finding.message)).toEqual(ruleCase.says);
      for (const finding of findings) {
        for (const fix of ruleCase.capped ? [] : finding.fixes)
          expectMended(rule, design, finding, fix, ruleCase.value);
      }
      if (findings.length > 0 && rule.fix !== "auto" && rule.fix !== "ask") {
        expect(findings.flatMap((finding) => finding.fixes)).toEqual([]);
      }
    });

    test("has a case that fires and one that is silent, for each of its messages", () => {
      const wanted = written.map(({ marks }) => marks.filter((mark) => mark.kind === "want"));
      expect(wanted.some((marks) => marks.length === 0)).toBe(true);
      const reached = new Set(wanted.flatMap((marks) => marks.map((mark) => mark.message)));
      expect([...reached].sort()).toEqual(Object.keys(rule.messages).sort());
    });

    test.runIf(rule.fix === "auto" || rule.fix === "ask")("offers a fix", () => {
      const fixes = written.flatMap(({ checked }) => checked().findings.flatMap((finding) => finding.fixes));
      expect(fixes.length).toBeGreaterThan(0);
      if (rule.fix === "ask") return;
      expect(fixes.filter((fix) => !fix.needs).length).toBeGreaterThan(0);
    });

    test("reports and writes what its record holds", async () => {
      const recorded = written.map(({ fact, ruleCase, checked }) => ({
        fact,
        ...checked(),
        answer: ({ needs }: Fix) => needs && answerTo(needs, ruleCase.value),
      }));
      await expect(ruleRecord(rule, recorded)).toMatchFileSnapshot(`${rule.id}.record.txt`);
    });
  });
}

interface CheckedCase {
  readonly design: Design;
  readonly findings: readonly Finding[];
}

function checkedCase<M extends string>(rule: Rule<M>, { design: change }: RuleCase, text: string): CheckedCase {
  const read = designFromText(text);
  const design = change?.(read) ?? read;
  return { design, findings: findingsOf(rule, design) };
}

/** The rule with its messages' names in place of their words, so that a finding tells which one it was. */
function namedMessages<M extends string>(rule: Rule<M>): Rule {
  return { ...rule, messages: Object.fromEntries(Object.keys(rule.messages).map((name) => [name, name])) };
}

function findingsOf<M extends string>(rule: Rule<M>, design: Design): readonly Finding[] {
  return runRules(design, check(design).peerings, {}, [rule]);
}

function expectMarks<M extends string>(
  rule: Rule<M>,
  design: Design,
  findings: readonly Finding[],
  marks: readonly Mark[],
): void {
  const named = runRules(design, check(design).peerings, {}, [namedMessages(rule)]);
  // With names for messages the order among equals may differ from that of the real ones; what counts is how many there are.
  expect(named.length).toBe(findings.length);
  const holdSeverity = new Set(marks.filter((mark) => mark.severity).map((mark) => mark.message));
  const words = (message: string, severity: string | undefined) =>
    holdSeverity.has(message) ? `${message}(${severity ?? "?"})` : message;
  const found = named.map((finding) => {
    const [primary] = finding.places;
    if (!primary) throw new Error(`A finding of ${rule.id} has no place.`);
    return `${locate(design, primary)} ${words(finding.message, finding.severity)}`;
  });
  const wanted = marks
    .filter((mark) => mark.kind === "want")
    .map((mark) => `${lineOf(design, mark)} ${words(mark.message, mark.severity)}`);
  expect([...found].sort()).toEqual([...wanted].sort());
  const others = named.flatMap((finding) =>
    finding.places.slice(1).map((place) => `${locate(design, place)} ${finding.message}`),
  );
  for (const mark of marks) {
    if (mark.kind === "also") expect(others).toContain(`${lineOf(design, mark)} ${mark.message}`);
  }
}

/** Nothing is left open in what a person reads, and every place is one that a person can go to. */
function expectWhole(design: Design, { message, places, fixes }: Finding): void {
  const words = [message, ...fixes.flatMap(({ title, needs }) => [title, ...(needs ? [needs.label] : [])])];
  for (const text of words) expect(text).not.toMatch(/[{}]|undefined|NaN|\[object| {2}| [,.]|^\s|\s$|^$/);
  for (const place of places) locate(design, place);
}

function locate(design: Design, place: Place): string {
  const router = design.routers.get(place.router);
  const source = router?.source;
  if (!router || !source) throw new Error("A finding stands in no router of the design.");
  const diagnostic = diagnosticAt(router, place);
  const line = diagnostic ? diagnosticLineIndex(source, diagnostic) + 1 : placeRange(source.lines, place).line;
  return described(source.file ?? "", line, source.lines[line - 1]?.text ?? "");
}

function lineOf(design: Design, mark: Mark): string {
  for (const { source } of design.routers.values()) {
    if (source?.file !== `${mark.section}.cfg`) continue;
    return described(source.file, mark.line, source.lines[mark.line - 1]?.text ?? "");
  }
  throw new Error(`The design has no router from ${mark.section}.`);
}

function described(file: string, line: number, text: string): string {
  return `${file}:${line} [${text.trim()}]`;
}

function expectMended<M extends string>(
  rule: Rule<M>,
  design: Design,
  finding: Finding,
  fix: Fix,
  given: RuleCase["value"],
): void {
  const value = fix.needs && answerTo(fix.needs, given);
  if (fix.needs && value === undefined) throw new Error(`The case must say the value that "${fix.title}" asks for.`);
  const edits = fix.needs ? rule.complete?.(design, fix, finding.places as Places, value ?? "") : fix.edits;
  if (!edits) throw new Error(`${rule.id} asks for a value and has no \`complete\`.`);
  if (fix.needs) {
    const late = rule.complete?.(EMPTY_DESIGN, fix, finding.places as Places, value ?? "") ?? [];
    expect(applyEdits(EMPTY_DESIGN, late), "what has gone is left alone").toEqual(EMPTY_DESIGN);
    for (const { router, kind, name } of finding.places) {
      const without = applyEdits(design, [removeEdit(router, kind, name)]);
      const edits = rule.complete?.(without, fix, finding.places as Places, value ?? "") ?? [];
      expect(readAgain(applyEdits(without, edits)).routers.size, "a part that has gone does no harm").toBe(
        design.routers.size,
      );
    }
  } else if (fix.safe) {
    const before = protectionIn(design);
    expect(protectionIn(applyEdits(design, edits)), `"${fix.title}" is called safe`).toEqual(before);
  }
  const mended = applyEdits(design, edits);
  const left = findingsOf(rule, mended);
  expect(left.map(identity), `"${fix.title}" mends its finding`).not.toContain(identity(finding));
  expect(findingsOf(rule, readAgain(mended)).map(identity), `so does the text of "${fix.title}"`).not.toContain(
    identity(finding),
  );
  expect(newErrors(design, mended), `"${fix.title}" brings no new error`).toEqual([]);
}

function answerTo(question: FixInput, given: RuleCase["value"]): string | undefined {
  const own = typeof given === "object" ? given[question.type] : given;
  if (own !== undefined && fixInputProblem(question, own) === undefined) return own;
  return question.suggestion ?? question.choices?.[0];
}

/** The design as it is when its texts are read anew, as a saved one is. */
function readAgain(design: Design): Design {
  const routers = [...design.routers].map(([id, router]) => {
    const read = parse(routerText(router).text, { previous: router });
    if (read.kind !== "configurations" || !read.routers[0]) throw new Error("A mended text can't be read.");
    return [id, read.routers[0]] as const;
  });
  return { ...design, routers: new Map(routers) };
}

function identity(finding: Finding): string {
  return JSON.stringify([finding.message, finding.places]);
}

/**
 * The errors of rules that have more to say after than before. They are counted rather than compared by their words, which hold
 * line numbers and values that a fix may move or mend in part.
 */
function newErrors(before: Design, after: Design): readonly string[] {
  const counts = new Map<string, number>();
  for (const { rule } of errors(before)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const left = errors(after);
  const grown = new Set(
    left
      .map(({ rule }) => rule)
      .filter((rule) => left.filter((one) => one.rule === rule).length > (counts.get(rule) ?? 0)),
  );
  return left.filter(({ rule }) => grown.has(rule)).map(({ rule, message }) => `${rule}: ${message}`);
}

function errors(design: Design): readonly Finding[] {
  return check(design).findings.filter((finding) => finding.severity === "error");
}
