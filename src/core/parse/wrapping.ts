import { couldBeCommand } from "./commandWords.ts";
import { isConsoleMessage, isSessionLine } from "./console.ts";
import type { TextLines } from "./textLines.ts";

/** The widths, in columns, that terminals have; at any other width a text must show more before its lines are joined. */
const usualWidths = new Set([40, 64, 80, 100, 120, 128, 132, 160, 200, 256]);

/**
 * The width at which a terminal wrapped the lines of a text; undefined where none did. A terminal leaves no line longer than
 * its width, and what follows a full line either begins a command or is the rest of that line. Where the width is none that
 * terminals usually have, at least two full lines must be there, and each must be followed by a rest.
 */
export function terminalWidth(lines: TextLines): number | undefined {
  let width = 0;
  let full: number[] = [];
  for (let index = 0; index < lines.count; index += 1) {
    const length = lines.lengthAt(index);
    if (length < width) continue;
    if (length > width) full = [];
    width = length;
    full.push(index);
  }
  if (width < 20 || width > 512) return undefined;
  const wrapped = full.filter((index) => isRestOf(lines.at(index), lines.at(index + 1))).length;
  if (wrapped === 0) return undefined;
  return usualWidths.has(width) || (wrapped >= 2 && wrapped === full.length) ? width : undefined;
}

const accessEntry = /^\s*(?:\d+ +)?(?:permit|deny) |^access-list /i;
const accessArguments =
  /^ (?:host |any\b|object-group |(?:n?eq|gt|lt|range) \S|log\b|established\b|\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b)/i;
const outsideWord = /^\S*[#>]|^-+$/;

/**
 * Whether a line is the rest of the full line before it: it begins at column 0 and can be neither a command nor anything else
 * that has a line of its own. Cut just before a blank, the rest of an ACL entry begins with that blank; no command below an
 * entry begins with an address or `host`.
 */
export function isRestOf(full: string, line: string): boolean {
  if (line === "") return false;
  if (line.startsWith(" ")) return accessEntry.test(full) && accessArguments.test(line);
  if (!/^[\w./:-]/.test(line) || couldBeCommand(line)) return false;
  return !outsideWord.test(line) && !isSessionLine(line) && !isConsoleMessage(line);
}
