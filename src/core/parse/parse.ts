import { keepColumns } from "../derive/sourceLines.ts";
import type { Elements, Router, RouterId } from "../model/router.ts";
import { asRouterId, type Dialect } from "../model/router.ts";
import type { SyntaxDiagnostic } from "../model/source.ts";
import { finishDrafts } from "./drafts.ts";
import { columnsOf, linesOf } from "./lineRecords.ts";
import { hostnameIn, type LogicalLine, type PastedRouter } from "./logicalLine.ts";
import { readLine } from "./readLine.ts";
import { readPaste } from "./readPaste.ts";
import { newReading, type Reading } from "./reading.ts";
import { readStraight } from "./readStraight.ts";
import { renumberLines } from "./renumber.ts";
import { reparse } from "./reparse.ts";

/** What a text is read with. */
export interface ParseOptions {
  /** The file that the text came from, as the person named it. */
  readonly file?: string;
  /** The id of each router, from its place in the text and its name. The same call must give the same id. */
  readonly makeId?: (index: number, name: string) => RouterId;
  /** What an earlier reading of the same router made: elements that did not change are the same objects again. */
  readonly previous?: Router;
  /** Overrides what a `version` line tells. */
  readonly dialect?: Dialect;
  /** The text is one router's whatever it says: a second hostname line or prompt starts no other. */
  readonly asOne?: true;
}

export type ParseResult =
  | { readonly kind: "configurations"; readonly routers: readonly Router[] }
  /** A text with nothing in it: an empty design, and worth a warning. */
  | { readonly kind: "empty" }
  | {
      readonly kind: "refused";
      readonly reason: "binary" | "not-configuration";
      readonly message: string;
      /** Counted from 1. */
      readonly line: number;
    };

/**
 * Reads IOS text into routers. It never throws and never loses a line: each line of the text ends in one state, in the
 * `source` of its router, and whatever is wrong is a diagnostic there.
 */
export function parse(text: string, options: ParseOptions = {}): ParseResult {
  const { previous } = options;
  // A text that somebody types in differs from the one before in a line or two.
  const again = previous !== undefined && isReadAlike(previous, options) ? reparse(previous, text) : undefined;
  if (again !== undefined) return { kind: "configurations", routers: [again] };
  const straight = readStraight(text, (name, indented) => beginReading(options, 0, name, indented));
  if (straight !== undefined)
    return { kind: "configurations", routers: [finishRouter(straight.reading, straight, 0, options)] };
  const paste = readPaste(text);
  if (paste.kind !== "configurations") return paste;
  return {
    kind: "configurations",
    routers: (options.asOne ? together(paste.routers) : paste.routers).map((pasted, index) =>
      readRouter(pasted, index, options),
    ),
  };
}

/** Whether the options ask for nothing that the earlier reading did not have. */
function isReadAlike(previous: Router, { dialect, file }: ParseOptions): boolean {
  return (
    (dialect === undefined || dialect === previous.dialect) && (file === undefined || file === previous.source?.file)
  );
}

function together(parts: readonly PastedRouter[]): readonly PastedRouter[] {
  const [first] = parts;
  if (!first || parts.length === 1) return parts;
  const unclosed = parts.find((part) => part.unclosed)?.unclosed;
  return [
    {
      ...first,
      lines: parts.flatMap((part) => part.lines),
      indented: parts.some((part) => part.indented),
      ...(unclosed ? { unclosed } : {}),
    },
  ];
}

function readRouter(pasted: PastedRouter, index: number, options: ParseOptions): Router {
  const reading = beginReading(options, index, nameOf(pasted), pasted.indented);
  for (const line of pasted.lines) readLine(reading, line);
  return finishRouter(reading, pasted, index, options);
}

function beginReading(options: ParseOptions, index: number, name: string, indented: boolean): Reading {
  const previous = previousOf(options, index);
  const id = previous?.id ?? options.makeId?.(index, name) ?? asRouterId(`router-${index + 1}`);
  return newReading(id, options.dialect ?? previous?.dialect, indented);
}

function previousOf({ previous }: ParseOptions, index: number): Router | undefined {
  return index === 0 ? previous : undefined;
}

function finishRouter(
  reading: Reading,
  { lineEnd, unclosed }: { readonly lineEnd: "\n" | "\r\n"; readonly unclosed?: LogicalLine | undefined },
  index: number,
  options: ParseOptions,
): Router {
  const previous = previousOf(options, index);
  if (unclosed !== undefined) reading.diagnostics.push(unclosedText(unclosed));
  renumberLines(reading);
  const { records } = reading;
  const elements: Elements = finishDrafts(reading.drafts, previous?.elements);
  return {
    ...(previous ?? { id: reading.router }),
    ...(options.dialect === undefined ? {} : { dialect: options.dialect }),
    ...(options.file === undefined ? {} : { fileStem: stemOf(options.file) }),
    elements,
    source: keepColumns(
      {
        // The lines become objects when somebody asks for them.
        get lines() {
          return linesOf(records);
        },
        elements,
        diagnostics: reading.diagnostics,
        ...(options.file === undefined ? {} : { file: options.file }),
        lineEnd,
      },
      columnsOf(records),
    ),
  };
}

/** A banner without its delimiter takes in every line below it, which a person must know. */
function unclosedText({ number, offset, text }: LogicalLine): SyntaxDiagnostic {
  return {
    line: number,
    column: offset + 1,
    endColumn: offset + text.length + 1,
    severity: "warning",
    rule: "syntax",
    message: "No line below closes this text, so every line to the end is taken for part of it.",
  };
}

/** What a paste calls its router before it is read: by its hostname line, or by its prompts. */
function nameOf(pasted: PastedRouter): string {
  for (const line of pasted.lines) {
    const name = hostnameIn(line);
    if (name !== undefined) return name;
  }
  return pasted.promptName ?? "";
}

/** A file's name without folders and extension. */
function stemOf(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(0, dot) : name;
}
