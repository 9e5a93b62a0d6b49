import type { AccessListEntry } from "../model/accessList.ts";
import { ICMP, ICMP_TYPES, IGMP, IGMP_TYPES, TCP, TCP_FLAGS } from "./accessListWords.ts";
import { abbreviated, readDigits } from "./argumentType.ts";
import { expecting, wordAt, wordOf, wordsOf, type Cursor } from "./cursor.ts";

/** What may stand behind the destination of an entry. */
export type EntryTail = Pick<AccessListEntry, "options" | "log" | "logCookie">;

/** Options with one word behind them. */
const withValue = new Set(["dscp", "precedence", "tos", "option", "time-range", "reflect"]);

const plain = new Set(["fragments"]);

const flagGroups = new Set(["match-any", "match-all"]);

/** Whether a word is an option in full: it then abbreviates nothing else that could stand in its place, as `log` would `login`. */
export function isOptionWord(word: string): boolean {
  return (
    isLogWord(word) ||
    plain.has(word) ||
    withValue.has(word) ||
    TCP_FLAGS.has(word) ||
    flagGroups.has(word) ||
    word === "ttl"
  );
}

const noOptions: readonly string[] = [];
const nothing: EntryTail = { options: noOptions };

/** Reads the rest of an entry; undefined where a word of it is no option. In a standard list only `log` may stand. */
export function readOptions(cursor: Cursor, protocol: number | "ip", extended: boolean): EntryTail | undefined {
  if (cursor.at >= cursor.count) {
    if (cursor.explanation !== undefined) expectOptions(cursor, protocol, extended);
    return nothing;
  }
  const options: string[] = [];
  while (cursor.at < cursor.count) {
    const log = readLog(cursor);
    if (log !== undefined) return { options: options.length === 0 ? noOptions : options, ...log };
    const option = extended ? readOption(cursor, protocol) : undefined;
    if (option === undefined) {
      if (cursor.explanation !== undefined) expectOptions(cursor, protocol, extended);
      return undefined;
    }
    options.push(option);
  }
  if (cursor.explanation !== undefined) expectOptions(cursor, protocol, extended);
  return { options };
}

function isLogWord(word: string | undefined): word is "log" | "log-input" {
  return word === "log" || word === "log-input";
}

function readLog(cursor: Cursor): Pick<EntryTail, "log" | "logCookie"> | undefined {
  const word = wordAt(cursor);
  if (!isLogWord(word)) return undefined;
  const cookie = wordOf(cursor, cursor.at + 1);
  if (cookie === undefined) {
    cursor.at += 1;
    return { log: word };
  }
  if (cursor.at + 2 < cursor.count) return undefined;
  cursor.at += 2;
  return { log: word, logCookie: cookie };
}

function readOption(cursor: Cursor, protocol: number | "ip"): string | undefined {
  const word = wordAt(cursor);
  if (word === undefined) return undefined;
  if (plain.has(word) || (protocol === TCP && TCP_FLAGS.has(word))) return take(cursor, 1);
  if (withValue.has(word)) return take(cursor, 2);
  if (word === "ttl") return take(cursor, wordOf(cursor, cursor.at + 1) === "range" ? 4 : 3);
  if (protocol === TCP && flagGroups.has(word)) return takeFlags(cursor);
  if (protocol === ICMP) return readMessage(cursor, ICMP_TYPES);
  if (protocol === IGMP) return readMessage(cursor, IGMP_TYPES);
  return readAbbreviated(cursor, protocol === TCP ? [...TCP_FLAGS, ...plain] : [...plain]);
}

function readMessage(cursor: Cursor, types: ReadonlySet<string>): string | undefined {
  const word = wordAt(cursor) ?? "";
  if (types.has(word)) return take(cursor, 1);
  const type = readDigits(cursor);
  if (type < 0 || type > 255) return readAbbreviated(cursor, [...types]);
  const code = readDigits(cursor, cursor.at + 1);
  return take(cursor, code >= 0 && code <= 255 ? 2 : 1);
}

function readAbbreviated(cursor: Cursor, keywords: readonly string[]): string | undefined {
  const found = cursor.lenient ? abbreviated(wordAt(cursor) ?? "", keywords) : undefined;
  if (found === undefined) return undefined;
  cursor.canonical = false;
  cursor.at += 1;
  return found;
}

function takeFlags(cursor: Cursor): string | undefined {
  let count = 1;
  while (/^[+-]/.test(wordOf(cursor, cursor.at + count) ?? "")) count += 1;
  return count === 1 ? undefined : take(cursor, count);
}

function take(cursor: Cursor, count: number): string | undefined {
  if (cursor.at + count > cursor.count) return undefined;
  const text = count === 1 ? wordAt(cursor) : wordsOf(cursor, cursor.at, cursor.at + count).join(" ");
  cursor.at += count;
  return text;
}

function expectOptions(cursor: Cursor, protocol: number | "ip", extended: boolean): void {
  const keywords = ["log"];
  if (extended) keywords.push("log-input", ...plain, ...withValue, "ttl");
  if (protocol === TCP) keywords.push(...TCP_FLAGS, ...flagGroups);
  if (protocol === ICMP) keywords.push(...ICMP_TYPES);
  if (protocol === IGMP) keywords.push(...IGMP_TYPES);
  for (const keyword of keywords) expecting(cursor, { keyword });
}
