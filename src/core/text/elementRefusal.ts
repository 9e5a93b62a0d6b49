import { lineBreakIn } from "../edit/elementOperations.ts";
import {
  EMPTY_ELEMENTS,
  elementName,
  type Element,
  type ElementKind,
  type ElementTypes,
  type Router,
} from "../model/router.ts";
import type { KeptLine } from "../model/host.ts";
import { parse } from "../parse/parse.ts";
import { print } from "../print/print.ts";
import { routerText } from "./routerText.ts";

/**
 * Why an element can't stand in a configuration; null when it can. It can when its lines, read back, are understood without an
 * error and say the same again: so no value out of IOS's range, no name that breaks a line and no text with a command in it gets
 * into a design, and none of this is told twice.
 */
export function elementRefusal<K extends ElementKind>(
  router: Router,
  kind: K,
  element: ElementTypes[K],
): string | null {
  const broken = lineBreakIn(element);
  if (broken !== undefined)
    return `${JSON.stringify(shortened(broken))} has a line break or another control character in it, which would end the command.`;
  const name = elementName(kind, element);
  const alone: Router = {
    id: router.id,
    ...(router.dialect && { dialect: router.dialect }),
    elements: { ...EMPTY_ELEMENTS, [kind]: new Map<string, Element>([[name, element]]) },
  };
  const { text } = print(alone);
  const parsed = parse(text, { makeId: () => router.id });
  const read = parsed.kind === "configurations" ? parsed.routers[0] : undefined;
  // An element that says nothing beyond IOS's defaults prints no line, and is fine.
  if (!read) return null;
  const kept = keptTexts(element);
  const fault = read.source?.diagnostics.find(
    ({ line, severity }) => severity !== "info" && !kept.has(read.source?.lines[line - 1]?.text.trim() ?? ""),
  );
  if (fault) return fault.message;
  return routerText({ ...alone, elements: read.elements }).text === text
    ? null
    : "IOS would read this differently from how it is written here.";
}

/** Lines that a person's text brought along and that the model has no place for: they are nobody's edit. */
function keptTexts(element: object): ReadonlySet<string> {
  const kept = "kept" in element ? (element.kept as readonly KeptLine[]) : [];
  return new Set(kept.map(({ text }) => text.trim()));
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
