import { beginningOf } from "./console.ts";

/** A text that a command opens and that runs over lines: a banner, a menu's title, a macro, a certificate. */
export type OpenText =
  | { readonly kind: "delimited"; readonly delimiter: string }
  | { readonly kind: "macro" }
  | { readonly kind: "hexadecimal" }
  | { readonly kind: "pem" };

const bannerTypes = "exec|incoming|login|motd|prompt-timeout|slip-ppp|config-save|text|file";
const banner = new RegExp(
  `^(?:ban(?:ner|ne|n)?(?:\\s+(?:${bannerTypes}|mot|mo|log|inc|exe)(?=\\s|\\^C|\\x03|[^\\w\\s]))?|aaa\\s+authentication\\s+(?:banner|fail-message)|(?:vacant|refuse)-message|busy-message\\s+\\S+|auth-proxy-banner\\s+(?:http|ftp|telnet)|ip\\s+(?:auth-proxy|admission)\\s+auth-proxy-banner\\s+(?:http|ftp|telnet)|menu\\s+\\S+\\s+(?:title|prompt))\\s*`,
  "i",
);
const certificate =
  /^certificate\s+(?:(?:self-signed|ca|ra-sign|ra-encrypt|ra-general|rollback(?: ca)?)\s+)?[0-9a-f]+$/i;

/** The first three letters of every command of this file; every other command is passed over at once. */
const beginnings = new Set(
  ["ban", "aaa", "vac", "ref", "bus", "aut", "ip ", "men", "cer", "key", "mac"].map((letters) => beginningOf(letters)),
);

/** How commands begin that may open a text. */
export function textBeginnings(): Iterable<number> {
  return beginnings;
}

const ip = beginningOf("ip ");

/**
 * Whether a command may open a text, by its first three letters and the two characters behind them: of those of `ip` only
 * `auth-proxy` and `admission` do.
 */
export function mayOpenText(beginning: number, next: number, another: number): boolean {
  if (!beginnings.has(beginning)) return false;
  if (beginning !== ip || next <= 32) return true;
  return (next | 32) === 97 && ((another | 32) === 117 || (another | 32) === 100);
}

/**
 * The text that a command opens, when the lines after it belong to it. Undefined where it opens none, or opens and closes it on its
 * own line: `banner exec ^C Welcome ^C`, a certificate that is kept in NVRAM.
 */
export function openedText(command: string): OpenText | undefined {
  if (!mayOpenText(beginningOf(command), command.charCodeAt(3), command.charCodeAt(4))) return undefined;
  if (/^macro\s+name\s+\S/i.test(command)) return { kind: "macro" };
  if (certificate.test(command) || /^key-string$/i.test(command)) return { kind: "hexadecimal" };
  const head = banner.exec(command);
  if (!head) return undefined;
  const rest = command.slice(head[0].length);
  if (rest === "" || /^(?:value|none)\b/i.test(rest)) return undefined;
  const delimiter = rest.startsWith("^C") ? "^C" : rest.charAt(0);
  return rest.includes(delimiter, delimiter.length) ? undefined : { kind: "delimited", delimiter };
}

/** Whether the lines after a command hold a text: `-----BEGIN CERTIFICATE-----` and its like. */
export function opensPem(text: string): boolean {
  return text.startsWith("-----BEGIN ");
}

/**
 * What a line is to an open text: inside it, its last line, or, where a text has no end of its own, already behind it.
 * A line that IOS writes when a banner is typed names the delimiter without closing anything.
 */
export function placeInText(open: OpenText, shown: string): "inside" | "last" | "behind" {
  const text = shown.trim();
  switch (open.kind) {
    case "delimited":
      if (/^Enter TEXT message/i.test(text)) return "inside";
      return shown.includes(open.delimiter) ? "last" : "inside";
    case "macro":
      return text === "@" ? "last" : "inside";
    case "hexadecimal":
      if (/^quit$/i.test(text)) return "last";
      return /^(?:[0-9a-f\s]*|[0-9a-z+/=]{40,})$/i.test(text) ? "inside" : "behind";
    case "pem":
      return text.startsWith("-----END ") ? "last" : "inside";
    default:
      return open satisfies never;
  }
}
