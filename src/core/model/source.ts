import type { Elements, Place } from "./elements.ts";

/**
 * What a line of somebody's text turned out to be. Every line ends in exactly one state.
 * - modelled: it set the field that `place` names.
 * - kept: it is not about VPNs, and is printed back without a word.
 * - unmodelled: it is about VPNs but the model has no place for it, or it is malformed; kept, and reported with why.
 * - outside: not configuration: a prompt, a pager mark, a comment, a separator, a header.
 */
export type LineState = "modelled" | "kept" | "unmodelled" | "outside";

/** One line of somebody's text. */
export interface SourceLine {
  /** The line as it came, without its line end. */
  readonly text: string;
  readonly state: LineState;
  /** What the line set; on a kept line inside a block, that block. */
  readonly place?: Place;
  /** The line as IOS would print it; absent where a canonical print omits it (a default, a `no` form). */
  readonly canonical?: string;
  /** The line's number in the text that it came from, counted from 1, where that differs from its place here. */
  readonly originalNumber?: number;
}

/** Why a line is not modelled, or what is wrong with it, as a compiler would say it. */
export interface SyntaxDiagnostic {
  /** Counted from 1 in the text as it came. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  readonly endColumn: number;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  /** What would have been right: "esp-aes" for "esp-ase". */
  readonly suggestion?: string;
  /** The rule that it is reported under: `syntax`, `unknown-line`, `asa-syntax` or one of the `range-…` rules. */
  readonly rule:
    | "syntax"
    | "unknown-line"
    | "asa-syntax"
    | "range-policy"
    | "range-seq"
    | "range-lifetime"
    | "range-dpd"
    | "range-natka"
    | "range-idle"
    | "range-replay";
}

/** The text of a router as a person wrote it, with what each line became. */
export interface ConfigurationSource {
  readonly lines: readonly SourceLine[];
  /** The elements as they were when this text was read: what differs from them has been edited since. */
  readonly elements: Elements;
  readonly diagnostics: readonly SyntaxDiagnostic[];
  /** The file it came from, as the person named it. */
  readonly file?: string;
  /** "\n" or "\r\n". */
  readonly lineEnd: "\n" | "\r\n";
}
