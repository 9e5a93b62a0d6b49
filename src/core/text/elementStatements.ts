import { dialectOf } from "../derive/dialect.ts";
import { GLOBAL_STEPS } from "../ios/globalSteps.ts";
import type { Element, ElementKind, Router } from "../model/router.ts";
import { printElement } from "../print/printElement.ts";
import type { PrintedLine } from "../print/printedConfiguration.ts";

/** How a person's text writes an access list. */
export interface ListForm {
  /** Below an `ip access-list` line rather than as `access-list N` lines. */
  readonly section: boolean;
  /** With sequence numbers. */
  readonly numbered: boolean;
}

/** The lines that an element has in canonical form; those of an access list in the form that its text has. */
export function statementsOf(
  router: Router,
  kind: ElementKind,
  element: Element,
  form: ListForm | undefined,
): readonly PrintedLine[] {
  if (kind === "keptBlock" && "lines" in element)
    return keptStatements(router, element as { name: string; lines: readonly string[] });
  const dialect = form === undefined ? dialectOf(router) : form.section ? "xe17" : "classic";
  const context = { router: router.id, dialect };
  const lines: PrintedLine[] = [];
  for (const step of GLOBAL_STEPS) if (step.kinds.includes(kind)) printElement(step, kind, element, context, lines);
  if (form === undefined || !form.section || form.numbered) return lines;
  return lines.map((line) => ({ ...line, text: line.text.replace(/^ \d+ (?=permit|deny|remark)/, " ") }));
}

function keptStatements(router: Router, block: { name: string; lines: readonly string[] }): readonly PrintedLine[] {
  const place = { router: router.id, kind: "keptBlock" as const, name: block.name };
  return block.lines.map((text) => ({ text, place }));
}
