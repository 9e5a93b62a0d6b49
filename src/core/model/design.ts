import type { Ipv4Prefix } from "../net/ipv4.ts";
import type { Router, RouterId } from "./router.ts";
import type { RuleId } from "./ruleId.ts";

declare const canvasId: unique symbol;
/** Identity of a subnet, a cloud or a group of remote clients. */
export type CanvasId = string & { readonly [canvasId]: true };

/** One end of a cable: an interface of a router. It may dangle, when the text loses the interface. */
export interface Attachment {
  readonly router: RouterId;
  readonly interface: string;
}

/** A LAN segment. Its prefix is that of its interfaces; `prefix` is the plan where none is attached yet. */
export interface Subnet {
  readonly id: CanvasId;
  readonly prefix: Ipv4Prefix;
  readonly label?: string;
  readonly attachments: readonly Attachment[];
}

/** The Internet, or another WAN that routers reach each other through. */
export interface Cloud {
  readonly id: CanvasId;
  /** "Internet", "MPLS". */
  readonly label: string;
  readonly attachments: readonly Attachment[];
}

/** People with an Easy VPN client who connect to a gateway. */
export interface RemoteClients {
  readonly id: CanvasId;
  readonly label: string;
  readonly gateway?: RouterId;
  /** The client configuration group that they ask for. */
  readonly group?: string;
}

/** Traffic that the design is meant to protect; rules that text can't decide read it. */
export interface WishedFlow {
  readonly source: Ipv4Prefix;
  readonly destination: Ipv4Prefix;
  /** The flow must be able to start at its source. */
  readonly initiates?: true;
  /** It needs multicast, such as a routing protocol. */
  readonly multicast?: true;
}

/** A finding that the owner of the design has looked at and accepts. */
export interface Suppression {
  readonly rule: RuleId;
  /** Absent: for the whole design. */
  readonly router?: RouterId;
  /** The configuration line that it is about, trimmed; absent: every place of the rule. */
  readonly line?: string;
  readonly reason: string;
}

/** Where things stand on the canvas, in pixels at zoom 1. Held apart, so that a drag neither reprints nor rechecks a router. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Everything that a person chose. All else is derived from it. */
export interface Design {
  readonly name: string;
  /** In the order in which they came. */
  readonly routers: ReadonlyMap<RouterId, Router>;
  readonly subnets: ReadonlyMap<CanvasId, Subnet>;
  readonly clouds: ReadonlyMap<CanvasId, Cloud>;
  readonly remoteClients: ReadonlyMap<CanvasId, RemoteClients>;
  readonly wishedFlows: readonly WishedFlow[];
  readonly suppressions: readonly Suppression[];
  /** By router or canvas id. */
  readonly layout: ReadonlyMap<string, Position>;
}

export const EMPTY_DESIGN: Design = {
  name: "Untitled design",
  routers: new Map(),
  subnets: new Map(),
  clouds: new Map(),
  remoteClients: new Map(),
  wishedFlows: [],
  suppressions: [],
  layout: new Map(),
};

export function asCanvasId(text: string): CanvasId {
  return text as CanvasId;
}
