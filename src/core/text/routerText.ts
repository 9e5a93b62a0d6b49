import { ELEMENT_KINDS, type Element, type ElementKind, type Elements, type Router } from "../model/router.ts";
import type { ConfigurationSource, SourceLine } from "../model/source.ts";
import { parse } from "../parse/parse.ts";
import { sameValue } from "../parse/sameValue.ts";
import { print, textOfLines } from "../print/print.ts";
import type { PrintedConfiguration, PrintedLine } from "../print/printedConfiguration.ts";
import { elementKeyText, insertElements } from "./insertElement.ts";
import { applyLineEdits, newLineEdits } from "./lineEdits.ts";
import { patchElement, removeElement, rewriteElement, type Patch } from "./patchElement.ts";

const unedited = new WeakMap<ConfigurationSource, PrintedConfiguration>();
const edited = new WeakMap<Elements, { readonly source: ConfigurationSource; readonly text: PrintedConfiguration }>();

/**
 * A router's text as it is shown and exported: the person's own lines with only those that an edit concerns printed anew, or
 * as IOS prints it where no text was brought. Read again it gives the same configuration; where a person's text can't be
 * edited in small steps so that it does, the elements in question are printed whole, and at last the router.
 */
export function routerText(router: Router): PrintedConfiguration {
  const { source } = router;
  if (source === undefined) return print(router);
  if (source.elements === router.elements) return sourceText(source);
  const known = edited.get(router.elements);
  if (known?.source === source) return known.text;
  const text = attempt(router, source, "lines") ?? attempt(router, source, "elements") ?? print(router);
  edited.set(router.elements, { source, text });
  return text;
}

function sourceText(source: ConfigurationSource): PrintedConfiguration {
  let text = unedited.get(source);
  if (text === undefined) {
    const lines = source.lines.map(printedLine);
    text = { text: textOfLines(lines), lines };
    unedited.set(source, text);
  }
  return text;
}

function printedLine({ place, text }: SourceLine): PrintedLine {
  return place === undefined ? { text } : { text, place };
}

/** The edited text, if it says what the router says when it is read again. */
function attempt(
  router: Router,
  source: ConfigurationSource,
  by: "lines" | "elements",
): PrintedConfiguration | undefined {
  const patch: Patch = { router, source, edits: newLineEdits() };
  const added = new Set<string>();
  for (const kind of ELEMENT_KINDS) {
    const before: ReadonlyMap<string, Element> = source.elements[kind];
    const after: ReadonlyMap<string, Element> = router.elements[kind];
    if (before !== after) patchKind(patch, kind, before, after, by, added);
  }
  if (added.size > 0) insertElements(patch, added);
  const texts = applyLineEdits(
    source.lines.map((line) => line.text),
    patch.edits,
  );
  return readBack(router, texts);
}

function patchKind(
  patch: Patch,
  kind: ElementKind,
  before: ReadonlyMap<string, Element>,
  after: ReadonlyMap<string, Element>,
  by: "lines" | "elements",
  added: Set<string>,
): void {
  const earlierNames = renamed(before, after);
  for (const [name, element] of after) {
    const earlier = earlierNames.get(name) ?? name;
    const old = before.get(earlier);
    if (old === element) continue;
    if (old === undefined) added.add(elementKeyText(kind, name));
    else if (by === "lines") patchElement(patch, kind, earlier, old, element);
    else rewriteElement(patch, kind, earlier, element);
  }
  const gone = new Set(earlierNames.values());
  for (const name of before.keys()) if (!after.has(name) && !gone.has(name)) removeElement(patch, kind, name);
}

/** What elements were called before: one that is put under another name keeps its place, and so do its lines. */
function renamed(
  before: ReadonlyMap<string, Element>,
  after: ReadonlyMap<string, Element>,
): ReadonlyMap<string, string> {
  const earlierNames = new Map<string, string>();
  if (before.size !== after.size) return earlierNames;
  const names = before.keys();
  for (const name of after.keys()) {
    const earlier = names.next().value;
    if (earlier !== undefined && !before.has(name) && !after.has(earlier)) earlierNames.set(name, earlier);
  }
  return earlierNames;
}

function readBack(router: Router, texts: readonly string[]): PrintedConfiguration | undefined {
  const text = texts.map((line) => `${line}\n`).join("");
  // It is read as a change of the text that was brought, so that the sections in question alone are read.
  const result = parse(text, { previous: { ...router, elements: router.source?.elements ?? router.elements } });
  const read = result.kind === "configurations" && result.routers.length === 1 ? result.routers[0] : undefined;
  const lines = read?.source?.lines;
  if (read === undefined || lines?.length !== texts.length) return undefined;
  if (!haveSameElements(read.elements, router.elements) && print(read).text !== print(router).text) return undefined;
  return { text, lines: lines.map(printedLine) };
}

/** Whether every element of one is an element of the other that says the same, in whatever order. */
function haveSameElements(one: Elements, other: Elements): boolean {
  return ELEMENT_KINDS.every((kind) => {
    const mine: ReadonlyMap<string, Element> = one[kind];
    const theirs: ReadonlyMap<string, Element> = other[kind];
    if (mine === theirs) return true;
    if (mine.size !== theirs.size) return false;
    for (const [name, element] of mine) if (!sameValue(element, theirs.get(name))) return false;
    return true;
  });
}
