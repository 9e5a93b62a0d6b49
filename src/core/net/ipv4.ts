/**
 * IPv4 arithmetic on unsigned 32-bit integers. Every address in the model is such an integer: comparing, masking and
 * sorting ten thousand of them must cost nothing, and text is made only where a person reads it.
 */

/** An IPv4 address, network or mask as an unsigned integer: 0 to 4294967295. */
export type Ipv4Address = number;

/** All addresses that agree with `network` in the first `length` bits. `network` has no bits below the length. */
export interface Ipv4Prefix {
  readonly network: Ipv4Address;
  /** 0 to 32. */
  readonly length: number;
}

export const ALL_ONES: Ipv4Address = 0xffffffff;

const octets = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/** Reads a dotted quad; undefined when the text is not one. Leading zeros are refused, since some readers take them as octal. */
export function parseIpv4(text: string): Ipv4Address | undefined {
  const match = octets.exec(text);
  if (!match) return undefined;
  let address = 0;
  for (let part = 1; part <= 4; part += 1) {
    const digits = match[part] ?? "";
    const octet = Number(digits);
    if (octet > 255 || (digits.length > 1 && digits.startsWith("0"))) return undefined;
    address = address * 256 + octet;
  }
  return address;
}

const octetTexts: readonly string[] = Array.from({ length: 256 }, (_, octet) => String(octet));
/** With the dot behind them: each text that is joined of two is an object more. */
const dottedOctets: readonly string[] = octetTexts.map((text) => `${text}.`);

/** What was written lately: a configuration says the same masks, networks and next hops over and over. */
const writtenAddresses = new Float64Array(2048).fill(-1);
const writtenTexts = new Array<string>(2048).fill("");

/** Writes a dotted quad. */
export function formatIpv4(address: Ipv4Address): string {
  const at = Math.imul(address, 0x9e3779b1) >>> 21;
  if (writtenAddresses[at] === address) return writtenTexts[at] ?? "";
  const dotted = dottedOctets;
  const written = `${dotted[address >>> 24] ?? ""}${dotted[(address >>> 16) & 255] ?? ""}${dotted[(address >>> 8) & 255] ?? ""}${octetTexts[address & 255] ?? ""}`;
  writtenAddresses[at] = address;
  writtenTexts[at] = written;
  return written;
}

/** The subnet mask of a prefix length: 24 is 255.255.255.0. */
export function maskOfLength(length: number): Ipv4Address {
  return length === 0 ? 0 : (ALL_ONES << (32 - length)) >>> 0;
}

/** The wildcard of a prefix length: 24 is 0.0.0.255. */
export function wildcardOfLength(length: number): Ipv4Address {
  return ~maskOfLength(length) >>> 0;
}

/** The length of a subnet mask; undefined when its ones are not one run from the left. */
export function lengthOfMask(mask: Ipv4Address): number | undefined {
  return lengthOfWildcard(~mask >>> 0);
}

/** The prefix length that a wildcard stands for; undefined when its ones are not one run from the right. */
export function lengthOfWildcard(wildcard: Ipv4Address): number | undefined {
  if ((wildcard & (wildcard + 1)) !== 0) return undefined;
  return Math.clz32(wildcard);
}

/** The prefix that holds an address at a length, host bits cleared. */
export function prefixOf(address: Ipv4Address, length: number): Ipv4Prefix {
  return { network: (address & maskOfLength(length)) >>> 0, length };
}

/** The prefix of an interface address and its subnet mask; undefined for a mask with holes. */
export function prefixOfMask(address: Ipv4Address, mask: Ipv4Address): Ipv4Prefix | undefined {
  const length = lengthOfMask(mask);
  return length === undefined ? undefined : prefixOf(address, length);
}

export function prefixContains(prefix: Ipv4Prefix, address: Ipv4Address): boolean {
  return (address & maskOfLength(prefix.length)) >>> 0 === prefix.network;
}

/** Whether every address of `inner` lies in `outer`. */
export function prefixCovers(outer: Ipv4Prefix, inner: Ipv4Prefix): boolean {
  return outer.length <= inner.length && prefixContains(outer, inner.network);
}

export function prefixesOverlap(one: Ipv4Prefix, other: Ipv4Prefix): boolean {
  return prefixCovers(one, other) || prefixCovers(other, one);
}

/** Writes a prefix as 10.1.0.0/24. */
export function formatPrefix(prefix: Ipv4Prefix): string {
  return `${formatIpv4(prefix.network)}/${prefix.length}`;
}

/** Reads 10.1.0.0/24; host bits are cleared. Undefined when the text is not a prefix. */
export function parsePrefix(text: string): Ipv4Prefix | undefined {
  const slash = text.indexOf("/");
  if (slash < 0) return undefined;
  const address = parseIpv4(text.slice(0, slash));
  const length = text.slice(slash + 1);
  if (address === undefined || !/^(0|[1-9]\d?)$/.test(length) || Number(length) > 32) return undefined;
  return prefixOf(address, Number(length));
}

/** RFC 1918: 10/8, 172.16/12 and 192.168/16. */
export function isPrivate(address: Ipv4Address): boolean {
  return address >>> 24 === 10 || address >>> 20 === 0xac1 || address >>> 16 === 0xc0a8;
}
