import type { Design } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import { RULE_IDS } from "../model/ruleId.ts";
import { applyEdits, type Edit } from "../edit/edit.ts";
import { check } from "./check.ts";
import type { Finding, Fix } from "./finding.ts";
import type { CheckOptions } from "./runRules.ts";

export interface FixOptions extends CheckOptions {
  /** Fixes that change what is protected, or how, are applied too. */
  readonly unsafe?: boolean;
}

export interface AppliedFix {
  readonly finding: Finding;
  readonly fix: Fix;
}

export interface FixedDesign {
  readonly design: Design;
  /** In the order in which they were applied. */
  readonly applied: readonly AppliedFix[];
}

/**
 * Applies fixes until none is left to apply: of a finding's alternatives the first that is allowed, then all rules run again. A
 * fix that needs a value from a person is never applied, nor is one for a finding that the owner of the design accepts.
 */
export function fixAll(start: Design, { unsafe = false, ...options }: FixOptions = {}): FixedDesign {
  const done = new Set<string>();
  const applied: AppliedFix[] = [];
  let design = start;
  for (;;) {
    const batch = nextBatch(inOrderOfCause(check(design, options).findings), unsafe, done);
    if (batch.length === 0) return { design, applied };
    for (const one of batch) {
      // Each fix once: two rules that undo each other's work would otherwise never come to an end.
      done.add(fixKey(one));
      const fixed = applyEdits(design, one.fix.edits);
      if (fixed === design) continue;
      applied.push(one);
      design = fixed;
    }
  }
}

/**
 * Errors first, and within a severity in the order of the catalogue: it goes from what an entry lacks to what that leads to, so a
 * cause is mended before its consequences, which may then be gone.
 */
function inOrderOfCause(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (one, other) =>
      severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
      RULE_IDS.indexOf(one.rule) - RULE_IDS.indexOf(other.rule),
  );
}

const severities = ["error", "warning", "info"] as const;

/** The fix of `--fix` for a finding: the first of its alternatives that needs nobody's word. */
export function applicableFix(finding: Finding, unsafe: boolean): Fix | undefined {
  return finding.fixes.find((fix) => !fix.needs && fix.edits.length > 0 && (unsafe || fix.safe));
}

/**
 * The first fix in order, and with it those of the same rule that touch other routers: none of them can have changed what another
 * one was made from, so the rules need not run between them.
 */
function nextBatch(findings: readonly Finding[], unsafe: boolean, done: ReadonlySet<string>): readonly AppliedFix[] {
  const batch: AppliedFix[] = [];
  const touched = new Set<RouterId>();
  for (const finding of findings) {
    if (finding.suppressed !== undefined || (batch[0] && finding.rule !== batch[0].finding.rule)) continue;
    const fix = applicableFix(finding, unsafe);
    if (!fix || done.has(fixKey({ finding, fix }))) continue;
    const routers = new Set([...finding.places.map((place) => place.router), ...fix.edits.flatMap(routersOf)]);
    if ([...routers].some((router) => touched.has(router))) continue;
    for (const router of routers) touched.add(router);
    batch.push({ finding, fix });
  }
  return batch;
}

function routersOf(edit: Edit): readonly RouterId[] {
  switch (edit.op) {
    case "put":
    case "remove":
      return [edit.key.router];
    case "putRouter":
      return [edit.router.id];
    case "removeRouter":
      return [edit.router];
    default:
      return [];
  }
}

function fixKey({ finding, fix }: AppliedFix): string {
  return JSON.stringify([finding.rule, finding.message, finding.places, fix.title]);
}
