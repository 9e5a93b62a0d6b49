import type { Design } from "../model/design.ts";
import type { ElementKey, Place, Router } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import type { Finding, Fix, Severity } from "./finding.ts";
import { formatMessage } from "./message.ts";
import type { DesignRule, FixContext, Report, Rule } from "./rule.ts";

/** A finding as it is remembered: its fixes may wait for a design to be made from. */
export interface Found {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  readonly places: readonly Place[];
  readonly fixes: readonly Fix[] | ((around: FixContext) => readonly Fix[]);
  readonly peerings: readonly string[];
  readonly errorWhenFailing: boolean;
  readonly suppressed?: string;
  readonly suppressedIn?: "text" | "design";
}

/** What some rules have to say, one after the other. A rule that fails says so itself, and the others go on. */
export function foundBy<R extends Rule>(
  rules: readonly R[],
  fallback: Place | undefined,
  peerings: readonly string[],
  run: (rule: R, report: (report: Report) => void) => void,
): readonly Found[] {
  // Nearly all rules have nothing to say about nearly all routers.
  let found: Found[] | undefined;
  let speaking: R;
  const report = (one: Report) => {
    (found ??= []).push(rememberedFound(speaking, one, peerings));
  };
  for (const rule of rules) {
    speaking = rule;
    try {
      run(rule, report);
    } catch (error) {
      (found ??= []).push(failureOf(rule, error, fallback, peerings));
    }
  }
  return found ?? nothing;
}

const nothing: readonly Found[] = [];

/** The same for one rule about the whole design, which may pause on its way. */
export function* foundInDesign(
  rule: DesignRule,
  design: Design,
  peerings: readonly JudgedPeering[],
  fallback: Place | undefined,
): Generator<undefined, readonly Found[]> {
  const found: Found[] = [];
  try {
    const steps = rule.check(design, peerings, (report) => {
      found.push(rememberedFound(rule, report, []));
    });
    if (steps) yield* steps;
  } catch (error) {
    found.push(failureOf(rule, error, fallback, []));
  }
  return found;
}

function failureOf(rule: Rule, error: unknown, place: Place | undefined, peerings: readonly string[]): Found {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    rule: rule.id,
    severity: "error",
    message: `The rule ${rule.id} could not be run: ${reason}`,
    places: place ? [place] : [],
    fixes: [],
    peerings,
    errorWhenFailing: false,
  };
}

/** A rule that reports the very same object again says nothing new, and what was made of it holds. */
const remembered = new WeakMap<Report, { readonly rule: Rule; readonly found: Found }>();

function rememberedFound(rule: Rule, report: Report, peerings: readonly string[]): Found {
  const known = remembered.get(report);
  if (known?.rule === rule) return known.found;
  const found = foundOf(rule, report, peerings);
  remembered.set(report, { rule, found });
  return found;
}

function foundOf(rule: Rule, report: Report, peerings: readonly string[]): Found {
  return {
    rule: rule.id,
    severity: report.severity ?? rule.severity,
    message: formatMessage(rule.messages[report.message] ?? report.message, report.data),
    places: report.places,
    fixes: report.fixes ?? [],
    peerings,
    errorWhenFailing: rule.errorWhenFailing === true,
  };
}

const findings = new WeakMap<Found, Finding>();

/** The finding for a design. Fixes that wait are made when they are first looked at, and from this design. */
export function findingFor(found: Found, around: FixContext): Finding {
  const { rule, severity, message, places, fixes, peerings, suppressed, suppressedIn } = found;
  const accepted = suppressed !== undefined && suppressedIn ? { suppressed, suppressedIn } : undefined;
  if (typeof fixes !== "function") {
    let finding = findings.get(found);
    if (!finding) {
      finding = { rule, severity, message, places, fixes, peerings, ...accepted };
      findings.set(found, finding);
    }
    return finding;
  }
  let made: readonly Fix[] | undefined;
  return {
    rule,
    severity,
    message,
    places,
    get fixes() {
      return (made ??= fixes(around));
    },
    peerings,
    ...accepted,
  };
}

/** Whether remembered findings can still be given: none of their ready-made fixes would undo an edit that was made since. */
export function stillHolds(
  found: readonly Found[],
  before: readonly (Router | null)[],
  now: readonly (Router | null)[],
): boolean {
  const elementOf = (routers: readonly (Router | null)[], { router, kind, name }: ElementKey) =>
    routers.find((one) => one?.id === router)?.elements[kind].get(name);
  return found.every(
    ({ fixes }) =>
      typeof fixes === "function" ||
      fixes.every((fix) =>
        fix.edits.every(
          (edit) =>
            (edit.op === "put" || edit.op === "remove") && elementOf(before, edit.key) === elementOf(now, edit.key),
        ),
      ),
  );
}
