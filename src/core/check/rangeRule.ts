import { ownName } from "../derive/routerNames.ts";
import type { Place, Router } from "../model/router.ts";
import { diagnosticReports } from "./diagnosticRule.ts";
import { diagnosticAt, diagnosticLineIndex } from "../derive/diagnosticPlace.ts";
import type { Fix } from "./finding.ts";
import { routerRule, type RouterRule, type RuleDocs } from "./rule.ts";
import { isNumberTaken, rangeFaults, type RangeFault, type RangeRuleId } from "./valueRanges.ts";

/**
 * A rule about numbers that IOS does not take: those that a configuration holds, and those that the parser found in lines which
 * say nothing in the end, because a later line says otherwise.
 */
export function rangeRule(rule: {
  readonly id: RangeRuleId;
  readonly docs: RuleDocs;
}): RouterRule<"outside" | "diagnostic"> {
  return routerRule({
    ...rule,
    severity: "error",
    fix: "ask",
    messages: {
      outside: "{router}: {command} has {value}, and this release takes {allowed}.",
      diagnostic: "{text}",
    },
    check(router, report) {
      const faults = rangeFaults(router, rule.id);
      for (const fault of faults) {
        report({
          message: "outside",
          data: { router: ownName(router), command: fault.command, value: fault.value, allowed: fault.allowed },
          places: [fault.place],
          fixes: [correctionOf(fault)],
        });
      }
      for (const one of diagnosticReports(router, rule.id)) {
        const line = diagnosedLine(router, one.places[0]);
        const isToldOrGone =
          line !== undefined &&
          (isChanged(router, line.place) ||
            isNumberTaken(router, rule.id, line.place, line.value) ||
            faults.some((fault) => isSame(fault.place, line.place)));
        if (!isToldOrGone) report(one);
      }
    },
    complete(design, fix, [place], value) {
      const router = design.routers.get(place.router);
      const fault =
        router && rangeFaults(router, rule.id).find((one) => isSame(one.place, place) && titleOf(one) === fix.title);
      return fault?.corrected(Number(value)) ?? [];
    },
  });
}

function correctionOf(fault: RangeFault): Fix {
  return {
    title: titleOf(fault),
    safe: false,
    edits: [],
    needs: {
      label: `${fault.command}: ${fault.allowed}`,
      ...(fault.choices
        ? { type: "choice", choices: fault.choices.map(String), suggestion: String(fault.nearest) }
        : { type: "number", suggestion: String(fault.nearest) }),
    },
  };
}

function titleOf({ value, allowed, choices }: RangeFault): string {
  return `Set ${choices ? "one of" : "a number from"} ${allowed} in place of ${value}`;
}

/** What the line of a diagnostic set in the model, and the number that it is about. */
function diagnosedLine(
  router: Router,
  place: Place | undefined,
): { readonly place: Place; readonly value: number } | undefined {
  const diagnostic = place && diagnosticAt(router, place);
  if (!diagnostic || !router.source) return undefined;
  const line = router.source.lines[diagnosticLineIndex(router.source, diagnostic)];
  if (!line?.place) return undefined;
  return { place: line.place, value: Number(line.text.slice(diagnostic.column - 1, diagnostic.endColumn - 1)) };
}

/** Whether an element is another one than when the text was read: what the parser said of it is then out of date. */
function isChanged({ elements, source }: Router, { kind, name }: Place): boolean {
  return source !== undefined && elements[kind].get(name) !== source.elements[kind].get(name);
}

function isSame(one: Place, other: Place): boolean {
  return one.kind === other.kind && one.name === other.name && one.field === other.field && one.item === other.item;
}
