import type { AccessListAddress, AccessListEntry, AccessListPorts } from "../model/accessList.ts";
import { ALL_ONES, formatIpv4 } from "../net/ipv4.ts";
import { ANY_ADDRESS } from "../net/wildcard.ts";
import { readQuad } from "./addressArguments.ts";
import { isOptionWord, readOptions } from "./accessListOptions.ts";
import { hasPorts, portName, portNumbers, PROTOCOL_NAMES, PROTOCOL_NUMBERS } from "./accessListWords.ts";
import { readDigits, readOneOf, type ArgumentType } from "./argumentType.ts";
import type { Draft } from "./command.ts";
import { expecting, isWord, reportValue, wordAt, type Cursor } from "./cursor.ts";

/** An entry whose sequence number stands before it or is counted: it is 0 until then. */
export type EntryBody = Omit<AccessListEntry, "sequence"> & { readonly sequence?: number };

const ANY: AccessListAddress = { kind: "addresses", ...ANY_ADDRESS };

const actions = ["permit", "deny"] as const;
const protocols: readonly string[] = ["ip", ...PROTOCOL_NUMBERS.keys()];
const addressWords = ["any", "host", "object-group"];
const operators = ["eq", "gt", "lt", "neq", "range"] as const;

/** An entry of an extended list: action, protocol, source, destination, and what narrows it. */
export const extendedEntry: ArgumentType<EntryBody> = {
  label: "{permit|deny} PROTOCOL SOURCE [PORTS] DESTINATION [PORTS] [OPTIONS]",
  what: "an entry of an extended access list",
  keywords: actions,
  begins: "keyword",
  read(cursor) {
    const start = cursor.at;
    const action = readAction(cursor);
    if (action === undefined) return undefined;
    const entry = readExtended(cursor, action);
    if (entry === undefined) cursor.at = start;
    return entry;
  },
  format(entry) {
    let text = `${formatAction(entry.action)} ${formatProtocol(entry)} ${formatAddress(entry.source)}`;
    if (entry.sourcePorts !== undefined) text += ` ${formatPorts(entry.protocol, entry.sourcePorts)}`;
    text += ` ${formatAddress(entry.destination)}`;
    if (entry.destinationPorts !== undefined) text += ` ${formatPorts(entry.protocol, entry.destinationPorts)}`;
    for (const option of entry.options) text += ` ${option}`;
    return text + formatLog(entry);
  },
};

/** An entry of a standard list: action and source. */
export const standardEntry: ArgumentType<EntryBody> = {
  label: "{permit|deny} SOURCE [log]",
  what: "an entry of a standard access list",
  keywords: actions,
  begins: "keyword",
  read(cursor) {
    const start = cursor.at;
    const action = readAction(cursor);
    if (action === undefined) return undefined;
    const source = readStandardAddress(cursor);
    const tail = source === undefined ? undefined : readOptions(cursor, "ip", false);
    if (source === undefined || tail === undefined) {
      cursor.at = start;
      return undefined;
    }
    return { kind: "entry", sequence: 0, action, protocol: "ip", source, destination: ANY, ...tail };
  },
  format(entry) {
    const { source } = entry;
    const host = source.kind === "addresses" && source.wildcard === 0;
    return `${formatAction(entry.action)} ${host ? formatIpv4(source.base) : formatAddress(source)}${formatLog(entry)}`;
  },
};

function readAction(cursor: Cursor): "permit" | "deny" | undefined {
  const action = readOneOf(cursor, actions);
  if (action === undefined) return undefined;
  // IOS pads deny to the width of permit, so a deny with one blank is not what it prints.
  if (action === "deny") {
    if ((cursor.starts[cursor.at] ?? 0) - (cursor.starts[cursor.at - 1] ?? 0) === 7) cursor.paddedBlanks += 2;
    else cursor.canonical = false;
  }
  return action as "permit" | "deny";
}

function readExtended(cursor: Cursor, action: "permit" | "deny"): EntryBody | undefined {
  let protocol: number | "ip" | undefined;
  let serviceGroup: string | undefined;
  if (isWord(cursor, cursor.at, "object-group")) {
    protocol = "ip";
    serviceGroup = readGroupName(cursor);
    if (serviceGroup === undefined) return undefined;
  } else protocol = readProtocol(cursor);
  if (protocol === undefined) return undefined;
  const ported = protocol !== "ip" && hasPorts(protocol);
  const source = readAddress(cursor);
  if (source === undefined) return undefined;
  const sourcePorts = ported ? readPorts(cursor, protocol) : undefined;
  const destination = readAddress(cursor);
  if (destination === undefined) return undefined;
  const destinationPorts = ported ? readPorts(cursor, protocol) : undefined;
  const tail = readOptions(cursor, protocol, true);
  if (tail === undefined) return undefined;
  const options = tail.options as string[];
  // This runs for every line of a long list: the usual fields are set at once, the others one by one, since a spread is slow.
  const entry: Draft<EntryBody> =
    destinationPorts === undefined
      ? { kind: "entry", sequence: 0, action, protocol, source, destination, options }
      : { kind: "entry", sequence: 0, action, protocol, source, destination, options, destinationPorts };
  if (sourcePorts !== undefined) entry.sourcePorts = sourcePorts;
  if (serviceGroup !== undefined) entry.serviceGroup = serviceGroup;
  if (tail.log !== undefined) entry.log = tail.log;
  if (tail.logCookie !== undefined) entry.logCookie = tail.logCookie;
  return entry;
}

function readProtocol(cursor: Cursor): number | "ip" | undefined {
  if (isWord(cursor, cursor.at, "ip")) {
    cursor.at += 1;
    return "ip";
  }
  const word = wordAt(cursor);
  const known = word === undefined ? undefined : PROTOCOL_NUMBERS.get(word);
  if (known !== undefined) {
    cursor.at += 1;
    return known;
  }
  const number = readDigits(cursor);
  if (number >= 0 && number <= 255) {
    if (PROTOCOL_NAMES.has(number)) cursor.canonical = false;
    cursor.at += 1;
    return number;
  }
  const keyword = readOneOf(cursor, protocols);
  if (keyword === undefined) expecting(cursor, { label: "<0-255>", what: "a protocol number" });
  return keyword === undefined ? undefined : keyword === "ip" ? "ip" : PROTOCOL_NUMBERS.get(keyword);
}

function readAddress(cursor: Cursor): AccessListAddress | undefined {
  const base = readQuad(cursor);
  if (base >= 0) {
    cursor.at += 1;
    return readWildcard(cursor, base);
  }
  const keyword = readOneOf(cursor, addressWords);
  if (keyword === "any") return ANY;
  if (keyword === "host") return readHost(cursor);
  if (keyword === "object-group") {
    cursor.at -= 1;
    return readGroup(cursor);
  }
  expecting(cursor, { label: "A.B.C.D", what: "an address, with its wildcard behind it" });
  return undefined;
}

function readHost(cursor: Cursor): AccessListAddress | undefined {
  const base = readQuad(cursor);
  if (base < 0) {
    expecting(cursor, { label: "A.B.C.D", what: "the address of the host" });
    return undefined;
  }
  cursor.at += 1;
  return addresses(base, 0);
}

function readWildcard(cursor: Cursor, base: number): AccessListAddress | undefined {
  const wildcard = readQuad(cursor);
  if (wildcard < 0) {
    expecting(cursor, { label: "A.B.C.D", what: "a wildcard such as 0.0.0.255" });
    return undefined;
  }
  // IOS clears the bits under the wildcard and knows `host` and `any` as words.
  if (wildcard === 0 || (base & wildcard) !== 0 || wildcard === ALL_ONES) cursor.canonical = false;
  cursor.at += 1;
  return addresses(base, wildcard);
}

/** What was read lately: lists name the same addresses and ports over and over, and what says the same can be one object. */
const lately = {
  addresses: new Array<AccessListAddress>(256).fill(ANY),
  ports: new Array<AccessListPorts>(256).fill({ operator: "eq", ports: [0] }),
};

function addresses(base: number, wildcard: number): AccessListAddress {
  const at = Math.imul(base ^ (wildcard << 7), 0x9e3779b1) >>> 24;
  const known = lately.addresses[at];
  if (known?.kind === "addresses" && known.base === base && known.wildcard === wildcard) return known;
  const made: AccessListAddress = { kind: "addresses", base, wildcard };
  lately.addresses[at] = made;
  return made;
}

function onePort(operator: AccessListPorts["operator"], port: number): AccessListPorts {
  const known = lately.ports[port & 255];
  if (known?.operator === operator && known.ports[0] === port) return known;
  const made: AccessListPorts = { operator, ports: [port] };
  lately.ports[port & 255] = made;
  return made;
}

function readGroup(cursor: Cursor): AccessListAddress | undefined {
  const name = readGroupName(cursor);
  return name === undefined ? undefined : { kind: "object-group", name };
}

function readGroupName(cursor: Cursor): string | undefined {
  cursor.at += 1;
  const name = wordAt(cursor);
  if (name === undefined) expecting(cursor, { label: "WORD", what: "the name of an object group" });
  else cursor.at += 1;
  return name;
}

/** Standard lists name a host by its bare address. */
function readStandardAddress(cursor: Cursor): AccessListAddress | undefined {
  const word = wordAt(cursor);
  const base = readQuad(cursor);
  if (base < 0) {
    if (word === "host") cursor.canonical = false;
    return readAddress(cursor);
  }
  cursor.at += 1;
  if (readQuad(cursor) >= 0) return readWildcard(cursor, base);
  return addresses(base, 0);
}

function readPorts(cursor: Cursor, protocol: number | "ip"): AccessListPorts | undefined {
  // An address stands here as a rule.
  if (beginsWithDigit(cursor) && cursor.explanation === undefined) return undefined;
  const operator = readOneOf(cursor, operators) as AccessListPorts["operator"] | undefined;
  if (operator === undefined) return undefined;
  const most = operator === "range" ? 2 : operator === "eq" || operator === "neq" ? 10 : 1;
  const first = readPort(cursor, protocol);
  if (first === undefined) return undefined;
  const ports = [first];
  while (ports.length < most && !endsPorts(wordAt(cursor))) {
    const port = readPort(cursor, protocol);
    if (port === undefined) break;
    ports.push(port);
  }
  if (ports.length === 1) return operator === "range" ? undefined : onePort(operator, first);
  return { operator, ports };
}

function beginsWithDigit({ at, codes, count, starts }: Cursor): boolean {
  const code = at < count ? (codes[starts[at] ?? 0] ?? 0) : 0;
  return code >= 48 && code <= 57;
}

/** Whether what may follow the ports begins here: `host` in full is not the port `hostname`, nor `log` the port `login`. */
function endsPorts(word: string | undefined): boolean {
  return word === undefined || addressWords.includes(word) || isOptionWord(word);
}

function readPort(cursor: Cursor, protocol: number | "ip"): number | undefined {
  const word = wordAt(cursor);
  const names = portNumbers(protocol);
  const number = readDigits(cursor);
  if (number >= 0) {
    if (number > 65535) reportValue(cursor, `${number} is no port: the highest is 65535.`);
    if (portName(protocol, number) !== word) cursor.canonical = false;
    cursor.at += 1;
    return number;
  }
  const named = word === undefined ? undefined : names.get(word);
  if (named !== undefined) {
    cursor.at += 1;
    return named;
  }
  expecting(cursor, { label: "<0-65535>", what: "a port number" });
  const keyword = readOneOf(cursor, [...names.keys()]);
  return keyword === undefined ? undefined : names.get(keyword);
}

/** IOS pads `deny` to the width of `permit`. */
function formatAction(action: "permit" | "deny"): string {
  return action === "deny" ? "deny  " : "permit";
}

function formatProtocol(entry: EntryBody): string {
  if (entry.serviceGroup !== undefined) return `object-group ${entry.serviceGroup}`;
  return entry.protocol === "ip" ? "ip" : (PROTOCOL_NAMES.get(entry.protocol) ?? String(entry.protocol));
}

/** As IOS stores and prints it: the bits under the wildcard cleared, one address as a host, all addresses as any. */
export function formatAddress(address: AccessListAddress): string {
  if (address.kind === "object-group") return `object-group ${address.name}`;
  if (address.wildcard === ALL_ONES) return "any";
  if (address.wildcard === 0) return `host ${formatIpv4(address.base)}`;
  return `${formatIpv4((address.base & ~address.wildcard) >>> 0)} ${formatIpv4(address.wildcard)}`;
}

function formatPorts(protocol: number | "ip", ports: AccessListPorts): string {
  return `${ports.operator} ${ports.ports.map((port) => portName(protocol, port)).join(" ")}`;
}

function formatLog(entry: EntryBody): string {
  if (entry.log === undefined) return "";
  return entry.logCookie === undefined ? ` ${entry.log}` : ` ${entry.log} ${entry.logCookie}`;
}
