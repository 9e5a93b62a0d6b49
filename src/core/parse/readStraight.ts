import { looksLikeIos } from "./commandWords.ts";
import { newIndentation, noteIndentation, tellsSections } from "./indentation.ts";
import { hostnameIn, type LogicalLine } from "./logicalLine.ts";
import type { Reading } from "./reading.ts";
import { readLine } from "./readLine.ts";
import { nextLine, openPaste, unclosedLine } from "./readPaste.ts";
import { mayBeginAnother } from "./routerParts.ts";

/** A text that was read straight through. */
export interface StraightReading {
  readonly reading: Reading;
  readonly lineEnd: "\n" | "\r\n";
  readonly unclosed: LogicalLine | undefined;
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
  const reader = openPaste(text);
  if ("kind" in reader) return undefined;
  const guess = { name: /^hostname .*$/m.exec(text)?.[0].slice(9).trim() ?? "", indented: text.includes("\n ") };
  const reading = begin(guess.name, guess.indented);
  const marks = { hostnames: 0, ended: false };
  const counted = newIndentation();
  let isIos = false;
  let name: string | undefined;
  for (let line = nextLine(reader); line !== undefined; line = nextLine(reader)) {
    if (line.promptMode !== undefined || reader.promptNames.size > 0 || mayBeginAnother(marks, line, 0))
      return undefined;
    if (line.kind === "command") {
      // As soon as one command stands at column 0, there is no common indentation.
      if (line.indent > 0 && counted.flat === 0) return undefined;
      noteIndentation(counted, line);
      isIos ||= looksLikeIos(line.text);
      name ??= hostnameIn(line);
    }
    readLine(reading, line);
  }
  if (!isIos || (name ?? "") !== guess.name || tellsSections(counted) !== guess.indented) return undefined;
  return { reading, lineEnd: reader.lineEnd, unclosed: unclosedLine(reader) };
}
