import type { CanvasId, PeeringStatus, Position, RouterId } from "../../core/index.ts";
import type { ObjectReference } from "../../store/viewStore.ts";
import type { Rectangle } from "./geometry.ts";
import type { TunnelLabelPlace } from "./labelPlacer.ts";

/** What the canvas draws: a projection of the design and its verdicts, with all that a node or an edge shows. */
export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly peerings: readonly PeeringLine[];
  readonly cables: readonly Cable[];
}

export interface SceneNode {
  /** The router's or canvas object's own id, which is also its place's key in the layout. */
  readonly id: string;
  /** Null on the far end of a peering that no router of the design answers: it is drawn, but it is nobody's. */
  readonly reference: ObjectReference | null;
  /** The accessible name: "Router HQ". */
  readonly name: string;
  /** What a screen reader adds to the name: "2 tunnels, 1 error". */
  readonly description: string;
  readonly box: Rectangle;
  readonly content: NodeContent;
}

export type NodeContent =
  | {
      readonly kind: "router";
      readonly id: RouterId;
      readonly title: string;
      /** The address that it speaks to peers from, "DHCP", or null. */
      readonly address: string | null;
      /** Its interfaces with their addresses, one to a line; they show from near by. */
      readonly interfaces: string;
      /** The worst of its peerings; null without one. */
      readonly status: PeeringStatus | null;
      /** Null until they have been looked for. */
      readonly tunnels: number | null;
      readonly lans: number;
      readonly errors: number;
      readonly warnings: number;
    }
  | {
      readonly kind: "subnet";
      readonly id: CanvasId;
      readonly prefix: string;
      readonly label: string | null;
      readonly attached: number;
      /** Its addresses are somewhere else too. */
      readonly conflict: boolean;
    }
  | { readonly kind: "cloud"; readonly id: CanvasId; readonly label: string; readonly attached: number }
  | {
      readonly kind: "remoteClients";
      readonly id: CanvasId;
      readonly label: string;
      readonly group: string | null;
      /** How many of them are; absent: none. */
      readonly connected?: number;
    }
  | { readonly kind: "outside"; readonly label: string };

/** Which way a peering comes up. */
export type Direction = "both" | "a-to-b" | "b-to-a" | "none" | "unknown";

export interface PeeringLine {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly fromBox: Rectangle;
  readonly toBox: Rectangle;
  readonly status: PeeringStatus;
  readonly byDesign: boolean;
  readonly backup: boolean;
  readonly direction: Direction;
  /** "agreed · AES-256 · group 14". */
  readonly label: string;
  /** Which of the parallel lines between the same two nodes it is. */
  readonly lane: number;
  readonly lanes: number;
  /** Where on the line its label stands: away from the middle where something else stands there. */
  readonly labelAt: TunnelLabelPlace;
}

export interface Cable {
  /** `canvas id|router id|interface`. */
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly fromBox: Rectangle;
  readonly toBox: Rectangle;
  /** The interface, shortened: "Gi0/1". */
  readonly interface: string;
  /** Which of the spots beside it its label takes. */
  readonly labelSpot: number;
}

/** What the ids of far ends begin with that no router answers. */
export const OUTSIDE = "outside ";

/** Positions of what is being dragged; they are not yet in the design. */
export type Moved = ReadonlyMap<string, Position>;
