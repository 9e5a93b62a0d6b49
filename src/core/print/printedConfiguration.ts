import type { Place } from "../model/router.ts";

/** One line of printed text with the element and field that it came from. */
export interface PrintedLine {
  readonly text: string;
  /** Absent on separators, comments and other lines that nothing in the model made. */
  readonly place?: Place;
}

/** A router's text with its source map: `lines[n - 1]` is line n. */
export interface PrintedConfiguration {
  /** Lines joined by "\n", with one at the end. */
  readonly text: string;
  readonly lines: readonly PrintedLine[];
}

/** Where a place stands in the text. Lines and columns count from 1; the end column is one past the last character. */
export interface TextRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}
