import { looksLikeIos } from "./commandWords.ts";
import { newIndentation, noteIndentation, tellsSections } from "./indentation.ts";
import { newLineRecords } from "./lineRecords.ts";
import { hostnameIn, type LogicalLine } from "./logicalLine.ts";
import { mayBeMisplaced, newPlainLine, toNextPlainLine, type PlainLine } from "./plainLines.ts";
import type { Reading } from "./reading.ts";
import { readLine, readSpelledOut } from "./readLine.ts";
import { nextLine, openPaste, unclosedLine, type PasteReader } from "./readPaste.ts";
import { hasUnusual } from "./shownLines.ts";
import { mayBeginAnother, type RouterMarks } from "./routerParts.ts";

/** A text that was read straight through. */
export interface StraightReading {
  readonly reading: Reading;
  readonly lineEnd: "\n" | "\r\n";
  readonly unclosed: LogicalLine | undefined;
}

/** What the lines so far tell of the text as a whole. */
interface Signs extends RouterMarks {
  readonly indentation: ReturnType<typeof newIndentation>;
  isIos: boolean;
  name: string | undefined;
}

/**
 * Reads a text that is one router's configuration as it stands, as nearly all long ones are: each line is understood as soon as it is
 * cut off, and no line has to wait for the others. What only the whole text can tell is guessed. Undefined where the guess was
 * wrong, or where prompts, several routers or a common indentation have to be sorted out before a line can be understood.
 */
export function readStraight(
  text: string,
  begin: (name: string, indented: boolean) => Reading,
): StraightReading | undefined {
  const reader = openPaste(text, "left to the reader");
  if ("kind" in reader) return undefined;
  const guess = { name: /^hostname .*$/m.exec(text)?.[0].slice(9).trim() ?? "", indented: text.includes("\n ") };
  const reading = begin(guess.name, guess.indented);
  const signs: Signs = {
    hostnames: 0,
    ended: false,
    indentation: newIndentation(),
    isIos: false,
    name: undefined,
  };
  const plain = guess.indented ? newPlainLine(reader) : undefined;
  if (plain !== undefined) reading.records = newLineRecords(reading.router, reader.lines);
  for (;;) {
    if (plain !== undefined && signs.isIos && readPlainLine(reader, reading, plain, signs)) continue;
    const line = nextLine(reader);
    if (line === undefined) break;
    // Where one line holds a control character, any may be shown otherwise than it came.
    if ((!reader.traits.unusual && hasUnusual(line.raw)) || !notePart(reader, line, signs)) return undefined;
    readLine(reading, line);
  }
  if (!signs.isIos || (signs.name ?? "") !== guess.name || tellsSections(signs.indentation) !== guess.indented)
    return undefined;
  return { reading, lineEnd: reader.lineEnd, unclosed: unclosedLine(reader) };
}

/** Notes what a line tells of the whole text; false where it shows that the text has to be sorted out first. */
function notePart(reader: PasteReader, line: LogicalLine, signs: Signs): boolean {
  if (line.promptMode !== undefined || reader.promptNames.size > 0 || mayBeginAnother(signs, line, 0)) return false;
  if (line.kind !== "command") return true;
  // As soon as one command stands at column 0, there is no common indentation.
  if (line.indent > 0 && signs.indentation.flat === 0) return false;
  noteIndentation(signs.indentation, line);
  signs.isIos ||= looksLikeIos(line.text);
  signs.name ??= hostnameIn(line);
  return true;
}

/** Reads a line that is a comment, a blank or a command in full; false, with nothing done, where it has to be looked at closer. */
function readPlainLine(reader: PasteReader, reading: Reading, line: PlainLine, signs: Signs): boolean {
  if (!toNextPlainLine(reader, line)) return false;
  if (line.kind === "outside") {
    readLine(reading, line);
    reader.gap = true;
  } else {
    if (line.indent > 0 && signs.indentation.flat === 0) return false;
    if (!readSpelledOut(reading, line)) return false;
    if (line.indent > 0 || mayBeMisplaced(line)) noteIndentation(signs.indentation, line);
    else signs.indentation.flat += 1;
    reader.gap = false;
  }
  reader.at += 1;
  return true;
}
