import {
  ALL_ONES,
  formatIpv4,
  lengthOfWildcard,
  parseIpv4,
  parsePrefix,
  setOfPrefix,
  type AccessListAddress,
  type AccessListPorts,
} from "../../../core/index.ts";

/** An address of an entry as it is typed in the panel: `any`, a host, a prefix, an address and a wildcard, or an object group. */
export function addressText(address: AccessListAddress): string {
  if (address.kind === "object-group") return `object-group ${address.name}`;
  if (address.wildcard === ALL_ONES) return "any";
  if (address.wildcard === 0) return formatIpv4(address.base);
  const length = lengthOfWildcard(address.wildcard);
  return length === undefined
    ? `${formatIpv4(address.base)} ${formatIpv4(address.wildcard)}`
    : `${formatIpv4(address.base)}/${String(length)}`;
}

/** Reads what `addressText` writes, and IOS's own `host A`; undefined when it is none of them. */
export function readAddress(text: string): AccessListAddress | undefined {
  const words = text.trim().split(/\s+/);
  const [first = "", second] = words;
  if (words.length > 2) return undefined;
  if (first === "any" && second === undefined) return { kind: "addresses", base: 0, wildcard: ALL_ONES };
  if (first === "object-group" && second !== undefined) return { kind: "object-group", name: second };
  if (first === "host" && second !== undefined) return readAddress(second);
  const prefix = second === undefined ? parsePrefix(first) : undefined;
  if (prefix) return { kind: "addresses", ...setOfPrefix(prefix) };
  const base = parseIpv4(first);
  const wildcard = second === undefined ? 0 : parseIpv4(second);
  return base === undefined || wildcard === undefined ? undefined : { kind: "addresses", base, wildcard };
}

/** Ports as IOS writes them behind an address: `eq 443`, `range 1000 2000`; an empty text means all. */
export function portsText(ports: AccessListPorts | undefined): string {
  return ports ? `${ports.operator} ${ports.ports.join(" ")}` : "";
}

/** Reads what `portsText` writes, and a bare number as `eq`; undefined when it is neither, null for all ports. */
export function readPorts(text: string): AccessListPorts | null | undefined {
  const words = text.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const operator = (["eq", "neq", "gt", "lt", "range"] as const).find((word) => word === words[0]);
  const numbers = operator ? words.slice(1) : words;
  if (!numbers.every((word) => /^\d{1,5}$/.test(word) && Number(word) <= 65535)) return undefined;
  const least = operator === "range" ? 2 : 1;
  const most = operator === "range" ? 2 : operator === "gt" || operator === "lt" ? 1 : 10;
  if (numbers.length < least || numbers.length > most) return undefined;
  return { operator: operator ?? "eq", ports: numbers.map(Number) };
}
