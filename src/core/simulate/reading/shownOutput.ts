import type { Design } from "../../model/design.ts";
import type { Place, RouterId } from "../../model/router.ts";

/** How a row stands: as it should, worth knowing, not well, or down. */
export type RowTone = "good" | "info" | "warning" | "bad";

/** One row of pasted output, explained. */
export interface ExplainedRow {
  /** Lines of the paste, counted from 1. */
  readonly line: number;
  readonly endLine: number;
  /** What the row is about, in few words. */
  readonly about: string;
  readonly tone: RowTone;
  /** What it means, sentence by sentence. */
  readonly says: readonly string[];
  /** In what it is otherwise than the design, sentence by sentence. */
  readonly differs: readonly string[];
  /** The peering of the design that it belongs to; null where none does. */
  readonly peering: string | null;
  /** What of the design it can be compared with. */
  readonly place?: Place;
}

/** One command's output within a paste. */
export interface ExplainedOutput {
  /** The command as IOS spells it. */
  readonly command: string;
  /** The router that printed it, as far as that can be told. */
  readonly router: RouterId | null;
  readonly line: number;
  readonly rows: readonly ExplainedRow[];
  /** What the design has and the output lacks. */
  readonly missing: readonly string[];
}

/** A line of a paste with its number. */
export interface PastedLine {
  readonly number: number;
  readonly text: string;
}

/** The lines of one command's output, with what is known of where they come from. */
export interface PastedPart {
  readonly design: Design;
  /** Undefined where neither a prompt nor an address tells. */
  readonly router: RouterId | undefined;
  readonly lines: readonly PastedLine[];
}

/** One kind of output: how it begins, and what its rows mean. */
export interface OutputReader {
  readonly command: string;
  /** The line that no other output begins with. */
  readonly starts: RegExp;
  /** Addresses in the output that belong to the router that printed it. */
  readonly ownAddresses: (lines: readonly PastedLine[]) => readonly string[];
  /** The peer that the output is about, where it does not tell its own router. */
  readonly peer?: (lines: readonly PastedLine[]) => string | undefined;
  readonly explain: (part: PastedPart) => Pick<ExplainedOutput, "rows" | "missing">;
}

/** Lines in blocks that each begin with a line of a certain form; what stands before the first is left out. */
export function blocksOf(lines: readonly PastedLine[], starts: RegExp): readonly (readonly PastedLine[])[] {
  const blocks: PastedLine[][] = [];
  for (const line of lines) {
    if (starts.test(line.text)) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  }
  return blocks;
}

/** The first group of a form in some lines. */
export function found(lines: readonly PastedLine[], form: RegExp): string | undefined {
  for (const { text } of lines) {
    const match = form.exec(text);
    if (match) return match[1];
  }
  return undefined;
}

/** Where a block stands; blank lines at its end do not count. */
export function extent(lines: readonly PastedLine[]): Pick<ExplainedRow, "line" | "endLine"> {
  const written = lines.filter(({ text }) => text.trim() !== "");
  return { line: lines[0]?.number ?? 1, endLine: written.at(-1)?.number ?? lines[0]?.number ?? 1 };
}
