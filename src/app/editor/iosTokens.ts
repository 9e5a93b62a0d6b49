import { secretSpans, type SecretSpan } from "../../core/index.ts";

/** What a word of a configuration is, for its colour. */
export type TokenKind =
  "comment" | "command" | "negation" | "permit" | "deny" | "name" | "address" | "number" | "secret" | "text" | "plain";

/** A run of characters of one kind. It ends where the next begins, the last at the end of the line. */
export interface Token {
  /** Counted from 0. */
  readonly start: number;
  readonly kind: TokenKind;
}

/** What a line has to know of the ones before it: whether it stands inside a banner or a certificate. */
export type TokenState =
  | { readonly inside: "configuration" }
  | { readonly inside: "banner"; readonly delimiter: string }
  | { readonly inside: "certificate" };

export const INITIAL_STATE: TokenState = { inside: "configuration" };

export interface TokenisedLine {
  readonly tokens: readonly Token[];
  readonly state: TokenState;
}

/**
 * Words that a name follows, as IOS tells them apart by place. A lower-case name would otherwise pass for a keyword. This is for
 * colour alone; what a line means is the parser's business.
 */
const NAME_FOLLOWS =
  /(?:^hostname|\bcrypto (?:dynamic-)?map|\bipsec-isakmp dynamic|\btransform-set|\bmatch address|\baccess-list (?:extended|standard)|\bip access-group|\bkeyring|\bisakmp-profile|\bikev2-profile|\b(?:isakmp|ipsec|ikev2) profile|\bip local pool|^ pool|\broute-map|\bclient authentication list|\bisakmp authorization list|\bauthentication login|\bauthorization network|\bconfiguration group|^username|\bvrf(?: forwarding| definition)?|\bnat pool|^ip vrf|\bset identity)$/i;

/** The rest of such a line is somebody's prose. */
const PROSE = /^(\s*(?:no\s+)?(?:description|(?:access-list\s+\S+\s+|\d+\s+)?remark))\s+(?=\S)/i;
const BANNER = /^\s*banner\s+\S+\s+(\^C|\S)/i;
const CERTIFICATE = /^\s*certificate\s+(?:self-signed\s+|ca\s+)?[0-9A-F]+/i;
const ADDRESS = /^(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?$/;
const NUMBER = /^(?:0x[0-9a-f]+|\d+)$/i;
const INTERFACE =
  /^(?:(?:Ten|Forty|Hundred)?Gigabit|Fast)?Ethernet[\d/.]+$|^(?:Loopback|Tunnel|Serial|Vlan|Dialer|BVI|Port-channel|Virtual-Template|Null)[\d/.:]+$/i;

/** Tells a line's words apart, for colour. The tokens cover the line without gaps. */
export function tokeniseLine(line: string, state: TokenState): TokenisedLine {
  if (state.inside === "banner") {
    return { tokens: [{ start: 0, kind: "text" }], state: line.includes(state.delimiter) ? INITIAL_STATE : state };
  }
  if (state.inside === "certificate") {
    const ends = /^\s*quit\s*$/.test(line);
    return { tokens: [{ start: 0, kind: ends ? "command" : "text" }], state: ends ? INITIAL_STATE : state };
  }
  if (/^\s*!/.test(line)) return { tokens: [{ start: 0, kind: "comment" }], state };
  const banner = BANNER.exec(line);
  if (banner) return tokeniseBanner(line, banner);
  const prose = PROSE.exec(line);
  if (prose) {
    return {
      tokens: [
        { start: 0, kind: "command" },
        { start: prose[0].length, kind: "text" },
      ],
      state,
    };
  }
  return { tokens: words(line), state: CERTIFICATE.test(line) ? { inside: "certificate" } : state };
}

function tokeniseBanner(line: string, banner: RegExpExecArray): TokenisedLine {
  const delimiter = banner[1] ?? "";
  const opened = banner[0].length;
  return {
    tokens: [
      { start: 0, kind: "command" },
      { start: opened - delimiter.length, kind: "text" },
    ],
    state: line.slice(opened).includes(delimiter) ? INITIAL_STATE : { inside: "banner", delimiter },
  };
}

function words(line: string): readonly Token[] {
  const tokens: Token[] = [];
  const secrets = secretSpans(line);
  // `set transform-set` lists names up to the end of the line.
  const namesFrom = /^\s*set\s+transform-set\s/i.exec(line)?.[0].length ?? Infinity;
  const word = /\S+/g;
  for (let match = word.exec(line); match; match = word.exec(line)) {
    const kind = kindOf(match[0], match.index, line, tokens.length === 0, secrets, namesFrom);
    // Words of one kind, with the blanks between them, are one token.
    if (tokens.at(-1)?.kind !== kind) tokens.push({ start: tokens.length === 0 ? 0 : match.index, kind });
  }
  return tokens.length === 0 ? [{ start: 0, kind: "plain" }] : tokens;
}

function kindOf(
  word: string,
  start: number,
  line: string,
  first: boolean,
  secrets: readonly SecretSpan[],
  namesFrom: number,
): TokenKind {
  if (secrets.some((span) => span.start === start)) return "secret";
  if (first && /^(?:no|default)$/i.test(word)) return "negation";
  if (/^permit$/i.test(word)) return "permit";
  if (/^deny$/i.test(word)) return "deny";
  if (ADDRESS.test(word)) return "address";
  // The longest words that a name follows fit into this; without a bound a giant line would cost its length squared.
  const before = line.slice(Math.max(0, start - 60), start).trimEnd();
  if (start >= namesFrom || NAME_FOLLOWS.test(before)) return "name";
  if (NUMBER.test(word)) return "number";
  if (INTERFACE.test(word)) return "name";
  // Keywords are lower case in a running-config; what people name, they mostly write otherwise.
  return first || /^[a-z0-9+-]+$/.test(word) ? "command" : "name";
}
