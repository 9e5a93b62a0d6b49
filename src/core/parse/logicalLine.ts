/**
 * What is left of a line of pasted text once terminals, mail programs and web pages are taken off it.
 * - command: a line of configuration, to be understood.
 * - verbatim: the inside of a banner, certificate or macro; it belongs to the command before it and is never understood.
 * - outside: not configuration: blank, comment, separator, prompt echo, header, pager mark, log message.
 */
export interface LogicalLine {
  /** The line's number in the whole text as it came, counted from 1. */
  readonly number: number;
  /** The line as it came, without its line end. A line that a terminal wrapped holds its pieces joined as IOS printed them. */
  readonly raw: string;
  readonly kind: "command" | "verbatim" | "outside";
  /** The command, trimmed, with ordinary blanks and hyphens; on other lines the trimmed text. */
  readonly text: string;
  /** How far the command is indented once a common indentation is taken off: 0 for a global command, where indentation was kept. */
  readonly indent: number;
  /** Where `text` begins in `raw`, counted from 0; places in diagnostics are counted from here. */
  readonly offset: number;
  /** The configuration mode that a prompt before the command told, such as `config-crypto-map`; absent without a prompt. */
  readonly promptMode?: string;
  /** The command is the line as it came, without the blanks around it. */
  readonly plain?: true;
}

/** The name that a `hostname` line gives, whatever it belongs to; undefined for another line. */
export function hostnameIn({ kind, text }: LogicalLine): string | undefined {
  return kind === "command" && text.startsWith("hostname ") ? text.slice(9).trim() : undefined;
}

/** One router's part of a paste. */
export interface PastedRouter {
  /** The name that prompts told; a `hostname` line, where there is one, decides. */
  readonly promptName?: string;
  readonly lines: readonly LogicalLine[];
  /** False where the paste lost its indentation or was typed at prompts: modes then follow from the commands alone. */
  readonly indented: boolean;
  readonly lineEnd: "\n" | "\r\n";
  /** The command whose banner, macro or other text no line closes, so that it runs to the end of the paste. */
  readonly unclosed?: LogicalLine;
}

/** What `readPaste` answers: routers in the order in which they came, or why the text is no configuration at all. */
export type Paste =
  | { readonly kind: "configurations"; readonly routers: readonly PastedRouter[] }
  | { readonly kind: "empty" }
  | RefusedPaste;

export interface RefusedPaste {
  readonly kind: "refused";
  readonly reason: "binary" | "not-configuration";
  readonly message: string;
  readonly line: number;
}
