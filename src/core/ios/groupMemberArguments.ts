import type { ObjectGroupMember } from "../model/accessList.ts";
import { ALL_ONES, formatIpv4, maskOfLength, parsePrefix } from "../net/ipv4.ts";
import { PROTOCOL_NUMBERS } from "./accessListWords.ts";
import { readQuad } from "./addressArguments.ts";
import { missing, type ArgumentType } from "./argumentType.ts";
import { expecting, wordAt, type Cursor } from "./cursor.ts";
import { words } from "./nameArguments.ts";

const serviceWords: readonly string[] = ["ip", ...PROTOCOL_NUMBERS.keys(), "tcp-udp", "group-object"];

/** A member of `object-group network`: host, network with its subnet mask, range, or another group. */
export const groupMember: ArgumentType<ObjectGroupMember> = {
  label: "{host A.B.C.D | A.B.C.D MASK | range A.B.C.D A.B.C.D | group-object NAME}",
  what: "a host, a network, a range or another group",
  keywords: ["host", "any", "range", "group-object"],
  read(cursor) {
    const start = cursor.at;
    const member = readMember(cursor);
    if (member === undefined) cursor.at = start;
    return member;
  },
  format: formatMember,
};

/** A member of `object-group service`, as written: it begins with a protocol, by name or by number, or names another group. */
export const serviceMember: ArgumentType<string> = {
  label: "PROTOCOL [PORTS]",
  what: "a protocol with its ports, or another group",
  keywords: serviceWords,
  read(cursor) {
    const word = wordAt(cursor)?.toLowerCase();
    const begins = word !== undefined && (/^\d{1,3}$/.test(word) || serviceWords.includes(word));
    // `ip` has no ports, and begins many another command.
    return begins && (word !== "ip" || cursor.at === cursor.count - 1)
      ? words.read(cursor)
      : missing(cursor, serviceMember);
  },
  format: (text) => text,
};

function readMember(cursor: Cursor): ObjectGroupMember | undefined {
  const word = wordAt(cursor);
  cursor.at += 1;
  switch (word) {
    case "host": {
      const base = readAddress(cursor);
      return base === undefined ? undefined : { kind: "addresses", base, wildcard: 0 };
    }
    case "any":
      return { kind: "addresses", base: 0, wildcard: ALL_ONES };
    case "range": {
      const first = readAddress(cursor);
      const last = first === undefined ? undefined : readAddress(cursor);
      return first === undefined || last === undefined ? undefined : { kind: "range", first, last };
    }
    case "group-object": {
      const name = wordAt(cursor);
      if (name === undefined) return missing(cursor, { label: "WORD", what: "the name of a group" });
      cursor.at += 1;
      return { kind: "group", name };
    }
    default:
      cursor.at -= 1;
      return readNetwork(cursor);
  }
}

function readNetwork(cursor: Cursor): ObjectGroupMember | undefined {
  const word = wordAt(cursor) ?? "";
  const prefix = parsePrefix(word);
  if (prefix !== undefined) {
    cursor.canonical = false;
    cursor.at += 1;
    return { kind: "addresses", base: prefix.network, wildcard: ~maskOfLength(prefix.length) >>> 0 };
  }
  const base = readQuad(cursor);
  if (base < 0) {
    for (const keyword of groupMember.keywords ?? []) expecting(cursor, { keyword });
    return missing(cursor, { label: "A.B.C.D", what: "a network, with its mask behind it" });
  }
  cursor.at += 1;
  const lengthWord = wordAt(cursor);
  if (lengthWord !== undefined && /^\/(\d|[12]\d|3[0-2])$/.test(lengthWord)) {
    cursor.canonical = false;
    cursor.at += 1;
    return { kind: "addresses", base, wildcard: ~maskOfLength(Number(lengthWord.slice(1))) >>> 0 };
  }
  const mask = readAddress(cursor);
  return mask === undefined ? undefined : { kind: "addresses", base, wildcard: ~mask >>> 0 };
}

function readAddress(cursor: Cursor): number | undefined {
  const address = readQuad(cursor);
  if (address < 0) return missing(cursor, { label: "A.B.C.D", what: "an IPv4 address" });
  cursor.at += 1;
  return address;
}

function formatMember(member: ObjectGroupMember): string {
  switch (member.kind) {
    case "addresses":
      if (member.wildcard === 0) return `host ${formatIpv4(member.base)}`;
      if (member.wildcard === ALL_ONES) return "any";
      return `${formatIpv4(member.base)} ${formatIpv4(~member.wildcard >>> 0)}`;
    case "range":
      return `range ${formatIpv4(member.first)} ${formatIpv4(member.last)}`;
    case "group":
      return `group-object ${member.name}`;
    case "service":
      return member.text;
    default:
      return member satisfies never;
  }
}
