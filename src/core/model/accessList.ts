import type { AddressSet } from "../net/wildcard.ts";
import type { Ipv4Address } from "../net/ipv4.ts";
import type { KeptLine } from "./host.ts";

/** Source or destination of an entry: addresses under a wildcard, as typed, or an object group. */
export type AccessListAddress =
  ({ readonly kind: "addresses" } & AddressSet) | { readonly kind: "object-group"; readonly name: string };

/** Ports as written; numbers 0 to 65535. Names such as `isakmp` are numbers here and names again when printed. */
export interface AccessListPorts {
  readonly operator: "eq" | "neq" | "gt" | "lt" | "range";
  /** One to ten for eq and neq, one for gt and lt, first and last for range. */
  readonly ports: readonly number[];
}

/** One line of an access list: an entry that decides, or a remark. */
export type AccessListLine = AccessListEntry | AccessListRemark;

export interface AccessListEntry {
  readonly kind: "entry";
  /** 1 to 2147483647; IOS numbers from 10 in steps of 10 where the text has none. Unique within its list. */
  readonly sequence: number;
  readonly action: "permit" | "deny";
  /** 0 to 255, or `ip` for all. In a standard list always `ip`. */
  readonly protocol: number | "ip";
  /** Stands in place of the protocol where the entry names `object-group SERVICE`. */
  readonly serviceGroup?: string;
  readonly source: AccessListAddress;
  readonly sourcePorts?: AccessListPorts;
  readonly destination: AccessListAddress;
  readonly destinationPorts?: AccessListPorts;
  /** What narrows the entry beyond a selector, in IOS's own words: `established`, `echo`, `dscp ef`, `time-range X`, `fragments`. */
  readonly options: readonly string[];
  readonly log?: "log" | "log-input";
  /** The word behind `log` that marks the entry in log messages. */
  readonly logCookie?: string;
}

export interface AccessListRemark {
  readonly kind: "remark";
  readonly sequence: number;
  readonly text: string;
}

/**
 * An IPv4 access list. A list whose name is a number in 1-99 or 1300-1999 is standard; 100-199 and 2000-2699 are extended;
 * a named one is what its `ip access-list` line says. Lines are in ascending sequence.
 */
export interface AccessList {
  readonly name: string;
  readonly type: "extended" | "standard";
  readonly lines: readonly AccessListLine[];
  /** Lines that are none of these, such as `evaluate`; `after` is the sequence number of the line before. */
  readonly kept?: readonly KeptLine[];
}

/** A member of `object-group network` or `object-group service`; service members are kept as written. */
export type ObjectGroupMember =
  | { readonly kind: "addresses"; readonly base: Ipv4Address; readonly wildcard: Ipv4Address }
  | { readonly kind: "range"; readonly first: Ipv4Address; readonly last: Ipv4Address }
  | { readonly kind: "group"; readonly name: string }
  | { readonly kind: "service"; readonly text: string };

export interface ObjectGroup {
  readonly name: string;
  readonly type: "network" | "service";
  readonly description?: string;
  readonly members: readonly ObjectGroupMember[];
  readonly kept?: readonly KeptLine[];
}

/** The entries of a list that decide, without its remarks. */
export function accessListEntries(list: AccessList): readonly AccessListEntry[] {
  const { lines } = list;
  return lines.every(isEntry) ? lines : lines.filter(isEntry);
}

function isEntry(line: AccessListLine): line is AccessListEntry {
  return line.kind === "entry";
}
