import type { CryptoMapSet, SetEntry } from "../derive/cryptoMapSet.ts";
import type { Interface } from "../model/interface.ts";
import type { ElementKind, Place, Router } from "../model/router.ts";
import type { Ipv4Address } from "../net/ipv4.ts";

/** What the person at the client types. Absent fields mean that they know what the gateway expects. */
export interface ClientRequest {
  readonly user?: string;
  readonly password?: string;
  readonly groupKey?: string;
}

/** A client that is connected: what counts against the limits of its group, and the address that is taken. */
export interface ClientSession {
  readonly group: string;
  readonly user: string | null;
  readonly address: Ipv4Address;
}

/** The gateway as a client meets it. */
export interface Gateway {
  readonly router: Router;
  readonly name: string;
  readonly set: CryptoMapSet;
  readonly anchor: SetEntry;
  readonly carrier: Interface;
  readonly address: Ipv4Address | null;
}

/** A place in the gateway's configuration. */
export function placeAtGateway(
  { router }: Pick<Gateway, "router">,
  kind: ElementKind,
  name: string,
  field?: string,
): Place {
  return { router: router.id, kind, name, ...(field !== undefined && { field }) };
}
