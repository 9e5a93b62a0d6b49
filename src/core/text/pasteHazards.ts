import { isPlaceholder, secretSpans } from "./secrets.ts";

/** Something that a terminal does to a text which is pasted into it, other than to type it. Lines and columns count from 1. */
export interface PasteHazard {
  readonly line: number;
  readonly column: number;
  readonly kind: PasteHazardKind;
}

export type PasteHazardKind =
  | "question-mark"
  | "tab"
  | "control-character"
  | "trailing-blank"
  | "not-ascii"
  | "long-line"
  | "caret-delimiter"
  | "placeholder";

/** The line editor of IOS takes this many characters; what is beyond them is cut off with a beep. */
const LONGEST_LINE = 254;

/**
 * What each kind of hazard does and what helps against it, as what follows "Line 3" or "Lines 3 and 5".
 * Source: Cisco IOS Configuration Fundamentals, "Using the command-line interface"; `?` and the keys of its line editor.
 */
export const PASTE_HAZARD_WORDS: Readonly<Record<PasteHazardKind, string>> = {
  "question-mark":
    "a question mark, which a terminal takes as a call for help and swallows. Type Ctrl+V before it, or copy the file to the router.",
  tab: "a tab, which a terminal takes as a request to complete the word and swallows.",
  "control-character": "a control character, which a terminal obeys instead of typing it.",
  "trailing-blank": "a blank at the end, which becomes part of the key or password.",
  "not-ascii": "letters beyond ASCII, which most consoles drop or garble.",
  "long-line": `more than ${String(LONGEST_LINE)} characters, where the router's line editor stops listening.`,
  "caret-delimiter":
    "a banner between ^C written as two signs: pasted, the caret alone becomes the delimiter. Type Ctrl+V Ctrl+C, or another sign.",
  placeholder: "a placeholder where a key stands in the design. Put the key in, or the tunnel will not come up.",
};

/** What a terminal would swallow or change when the text is pasted into it, line by line. Comments and banners may hold anything. */
export function pasteHazards(text: string): readonly PasteHazard[] {
  const hazards: PasteHazard[] = [];
  let banner: string | null = null;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const add = (kind: PasteHazardKind, at: number) => hazards.push({ line: index + 1, column: at + 1, kind });
    if (banner !== null) {
      if (line.includes(banner)) banner = null;
      continue;
    }
    const opening = /^\s*banner\s+(?:[a-z-]+\s+)?(\^C|\S)(.*)$/i.exec(line);
    const [, delimiter = "", rest = ""] = opening ?? [];
    if (delimiter === "^C") add("caret-delimiter", line.indexOf("^C"));
    if (opening) {
      banner = rest.includes(delimiter) ? null : delimiter;
      continue;
    }
    if (line.trimStart().startsWith("!")) continue;
    lineHazards(line, add);
  }
  return hazards;
}

function lineHazards(line: string, add: (kind: PasteHazardKind, at: number) => void): void {
  const indent = line.length - line.trimStart().length;
  for (const [kind, pattern] of SIGNS) {
    // Tabs that only indent complete nothing, and do no harm.
    const at = line.slice(indent).search(pattern);
    if (at >= 0) add(kind, indent + at);
  }
  const end = line.trimEnd().length;
  const secret = secretSpans(line).at(-1);
  if (secret?.end === end && end < line.length) add("trailing-blank", end);
  if (secret && isPlaceholder(line.slice(secret.start, secret.end))) add("placeholder", secret.start);
  if (end > LONGEST_LINE) add("long-line", LONGEST_LINE);
}

const SIGNS: readonly (readonly [PasteHazardKind, RegExp])[] = [
  ["question-mark", /\?/],
  ["tab", /\t(?=.*\S)/],
  // Control characters but for the tab, and everything that is neither one of them nor ASCII.
  ["control-character", /(?!\t)\p{Cc}/u],
  ["not-ascii", /[^\p{Cc}\p{ASCII}]/u],
];

/** Why a key or password would not survive being pasted into a terminal; null where it would. */
export function secretPasteHazard(secret: string): string | null {
  for (const [kind, pattern] of SIGNS) {
    const found = kind === "tab" ? secret.includes("\t") : pattern.test(secret);
    if (found) return `It holds ${PASTE_HAZARD_WORDS[kind]}`;
  }
  return null;
}
