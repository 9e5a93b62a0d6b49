import type { Ipv4Address } from "../net/ipv4.ts";

/** What a configuration says of the router itself. There is one per router, under the empty name. */
export interface Host {
  /** Letter first, then letters, digits and hyphens, at most 63. Absent: IOS calls the router `Router`. */
  readonly hostname?: string;
  /** From `ip domain name`. */
  readonly domainName?: string;
  /** The release that a running-config names in its first lines: "15.2" or "17.3". It decides the dialect. */
  readonly version?: string;
}

/** `ip host NAME A.B.C.D …`: a name that this router resolves by itself. */
export interface IpHost {
  readonly name: string;
  /** One to eight addresses. */
  readonly addresses: readonly Ipv4Address[];
}

/** `vrf definition` or `ip vrf`: a routing table of its own. */
export interface Vrf {
  readonly name: string;
  /** Absent means the older `ip vrf` form. */
  readonly definition?: true;
  readonly routeDistinguisher?: string;
  readonly kept: readonly KeptLine[];
}

/**
 * A line inside a block that is printed back as it came because the model has no place for it.
 * Its place is told by the sub-command before it, so that it survives a reprint of everything around it.
 */
export interface KeptLine {
  /** The line without its indentation and trailing blanks; inner lines of a nested mode keep their relative indentation. */
  readonly text: string;
  /** The field of the modelled sub-command that the line stood behind; absent when it stood first in its block. */
  readonly after?: string;
  /** The inside of a banner or another text between delimiters: printed as it stands, without the indentation of the block. */
  readonly verbatim?: true;
}

/**
 * A top-level command or block outside the model, such as `router bgp 65000`, a banner or a certificate.
 * Named by its position among the kept blocks, since nothing refers to it.
 */
export interface KeptBlock {
  readonly name: string;
  /** All lines of the block as printed, the first at column 0. */
  readonly lines: readonly string[];
  /** The id of the modelled command that stood before it, where the block's own first words do not tell its place. */
  readonly after?: string;
}
