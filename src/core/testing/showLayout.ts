/**
 * Layouts of show output, written as the public ones are: text with placeholders in angle brackets. They know nothing of the code
 * that prints, so that a test which reads output through them holds it to what IOS prints.
 */
export type LayoutPart = string | { readonly parts: readonly LayoutPart[]; readonly times: "?" | "*" | "+" };

/** Lines that come any number of times, also never. */
export function many(...parts: readonly LayoutPart[]): LayoutPart {
  return { parts, times: "*" };
}

/** Lines that come at least once. */
export function some(...parts: readonly LayoutPart[]): LayoutPart {
  return { parts, times: "+" };
}

/** Lines that may be missing. */
export function maybe(...parts: readonly LayoutPart[]): LayoutPart {
  return { parts, times: "?" };
}

const kinds: Readonly<Record<string, string>> = {
  address: "\\d{1,3}(?:\\.\\d{1,3}){3}",
  number: "\\d+",
  clock: "\\d\\d:\\d\\d:\\d\\d",
  spi: "0x[0-9A-F]+\\(\\d+\\)",
  identity: "\\(\\d{1,3}(?:\\.\\d{1,3}){3}/\\d{1,3}(?:\\.\\d{1,3}){3}/\\d+/\\d+\\)",
  network: "(?:host \\d{1,3}(?:\\.\\d{1,3}){3}|\\d{1,3}(?:\\.\\d{1,3}){3}/\\d{1,3}(?:\\.\\d{1,3}){3})",
  word: "\\S+",
  text: ".*\\S",
  /** What stands between braces: words with a blank behind each and one more at the end; a blank where a set is not defined. */
  content: "(?:.*\\S  | )",
  yes: "[YN]",
  pad: " *",
  any: ".*",
};

/**
 * The regular expression of a whole output. `<kind>` is a value, `<kind:16>` one that fills 16 columns, `<one|other>` a choice of
 * words; all else stands as it is.
 */
export function layout(...parts: readonly LayoutPart[]): RegExp {
  return new RegExp(`^${parts.map(partPattern).join("")}$`);
}

/** The regular expression of one line, for taking rows out of an output; placeholders are its groups. */
export function row(line: string): RegExp {
  return new RegExp(`^${linePattern(line, true)}$`, "gm");
}

function partPattern(part: LayoutPart): string {
  if (typeof part === "string") return `${linePattern(part, false)}\\n`;
  return `(?:${part.parts.map(partPattern).join("")})${part.times}`;
}

function linePattern(line: string, captures: boolean): string {
  return line
    .split(/(<[^<>]+>)/)
    .map((piece) => {
      const [, kind, width] = /^<([^<>]+?)(?::(\d+))?>$/.exec(piece) ?? [];
      if (kind === undefined) return piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      const pattern = kind.includes("|") ? kind.replace(/[.*+?^${}()[\]\\]/g, "\\$&") : kinds[kind];
      if (pattern === undefined) throw new Error(`No placeholder is called ${kind}.`);
      const value = captures ? `(${pattern})` : `(?:${pattern})`;
      return width === undefined ? value : `(?=.{${width}})${value} *`;
    })
    .join("");
}
