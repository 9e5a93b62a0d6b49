import {
  addCloud,
  addRemoteClients,
  addRouter,
  addSubnet,
  CLOUD_SIZE,
  freeHostname,
  ROUTER_SIZE,
  SUBNET_SIZE,
  type Operation,
  type Position,
} from "../../core/index.ts";
import { effectiveDesign } from "../../store/designStore.ts";
import type { ObjectReference } from "../../store/viewStore.ts";
import { freePlace } from "../canvas/geometry.ts";
import type { Workbench } from "../workbench.ts";

/** What the palette offers. */
export type PaletteKind = "router" | "subnet" | "cloud" | "remoteClients";

export function paletteSize(kind: PaletteKind): { readonly width: number; readonly height: number } {
  if (kind === "router") return ROUTER_SIZE;
  return kind === "cloud" ? CLOUD_SIZE : SUBNET_SIZE;
}

/**
 * Adds an object and selects it. `at` is where its middle goes, in canvas pixels; without it, the middle of what is seen, or
 * the nearest place to it where nothing stands.
 */
export function addObject(workbench: Workbench, kind: PaletteKind, at?: Position): void {
  const design = effectiveDesign(workbench.design.getState());
  const size = paletteSize(kind);
  const middle = at ?? workbench.canvas.current?.centre() ?? { x: 400, y: 300 };
  const wished = { x: middle.x - size.width / 2, y: middle.y - size.height / 2, ...size };
  const position = rounded(at ? wished : freePlace(wished, workbench.canvas.current?.occupied() ?? []));
  const made = operationFor(workbench, kind, position, freeHostname(design));
  if (!workbench.design.getState().run(made.operation)) {
    workbench.notify(
      workbench.design.getState().readOnly
        ? "This tab is read-only: the design is open in another one."
        : "The address plan has no room for another one.",
      "warning",
    );
    return;
  }
  workbench.view.setState({ selection: [made.reference] });
  if (!at) workbench.canvas.current?.show(made.reference);
}

interface Made {
  readonly operation: Operation;
  readonly reference: ObjectReference;
}

function operationFor({ ids }: Workbench, kind: PaletteKind, position: Position, hostname: string): Made {
  switch (kind) {
    case "router": {
      const id = ids.router();
      return { operation: addRouter({ id, position, hostname }), reference: { kind, id } };
    }
    case "subnet": {
      const id = ids.canvas();
      return { operation: addSubnet({ id, position }), reference: { kind, id } };
    }
    case "cloud": {
      const id = ids.canvas();
      return { operation: addCloud({ id, position }), reference: { kind, id } };
    }
    case "remoteClients": {
      const id = ids.canvas();
      return { operation: addRemoteClients({ id, position }), reference: { kind, id } };
    }
    default:
      return kind satisfies never;
  }
}

function rounded({ x, y }: Position): Position {
  return { x: Math.round(x), y: Math.round(y) };
}
