import type { LogicalLine } from "./logicalLine.ts";

/** How the commands of a text are indented, but for those behind prompts, which never are. */
export interface Indentation {
  indented: number;
  flat: number;
  /** Those at column 0 that make sense in a section alone. */
  misplaced: number;
}

export function newIndentation(): Indentation {
  return { indented: 0, flat: 0, misplaced: 0 };
}

/** Counts a line. */
export function noteIndentation(counted: Indentation, line: LogicalLine): Indentation {
  if (line.kind !== "command" || line.promptMode !== undefined) return counted;
  if (line.indent > 0) counted.indented += 1;
  else {
    counted.flat += 1;
    if (standsInSectionsOnly(line.text)) counted.misplaced += 1;
  }
  return counted;
}

/** Whether indentation tells sections: some commands are indented, and not most of those that should be stand at column 0. */
export function tellsSections({ flat, indented, misplaced }: Indentation): boolean {
  return indented > 0 && (indented >= flat || misplaced <= indented);
}

/** Commands that stand in a section only, whatever the section. */
const sectionOnly =
  /^(?:set (?:peer|transform-set|pfs)|match address|permit|deny|encr|authentication (?:pre|rsa)|hash |group \d|lifetime \d|description|ip address|no shutdown|mode t)/i;

/** Whether such a command may begin with a letter, in front of another two and these ones. */
export function maySectionOnlyBegin(first: number, fourth: number, fifth: number): boolean {
  const letter = String.fromCharCode(first | 32);
  // Of those of `ip`, `ip address` alone.
  return letter === "i" ? (fourth | 32) === 97 && (fifth | 32) === 100 : "smpdeahgln".includes(letter);
}

/** Whether a command makes sense in a section alone, so that one at column 0 has lost its indentation. */
export function standsInSectionsOnly(command: string): boolean {
  return sectionOnly.test(command);
}
