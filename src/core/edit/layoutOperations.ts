import type { Design, Position } from "../model/design.ts";
import { arrangedLayout } from "./arrange.ts";
import { CLOUD_SIZE, ROUTER_SIZE, SUBNET_SIZE } from "./objectSizes.ts";
import type { Operation } from "./edit.ts";
import { placeEdits } from "./moveOperations.ts";

/** Lays everything out anew: a star, a ring, a line or a grid, as the peerings suggest. */
export function arrangeDesign(): Operation {
  return { label: "Arrange", plan: (design) => placeEdits(design, arrangedLayout(design)) };
}

export type Alignment = "left" | "centre" | "right" | "top" | "middle" | "bottom";

/** Brings one edge or the middle of several things onto one line. The outermost of them says where it is. */
export function alignOperation(ids: readonly string[], alignment: Alignment): Operation {
  return {
    label: `Align ${alignment}`,
    plan(design) {
      const boxes = boxesOf(design, ids);
      if (boxes.length < 2) return [];
      const left = Math.min(...boxes.map((box) => box.x));
      const right = Math.max(...boxes.map((box) => box.x + box.width));
      const top = Math.min(...boxes.map((box) => box.y));
      const bottom = Math.max(...boxes.map((box) => box.y + box.height));
      const aligned = (box: Box): Position => {
        switch (alignment) {
          case "left":
            return { x: left, y: box.y };
          case "right":
            return { x: right - box.width, y: box.y };
          case "centre":
            return { x: (left + right - box.width) / 2, y: box.y };
          case "top":
            return { x: box.x, y: top };
          case "bottom":
            return { x: box.x, y: bottom - box.height };
          case "middle":
            return { x: box.x, y: (top + bottom - box.height) / 2 };
          default:
            return alignment satisfies never;
        }
      };
      return placeEdits(design, new Map(boxes.map((box) => [box.id, aligned(box)])));
    },
  };
}

/** Makes the gaps between three or more things equal; the outermost two stay. */
export function distributeOperation(ids: readonly string[], direction: "horizontally" | "vertically"): Operation {
  return {
    label: `Distribute ${direction}`,
    plan(design) {
      const across = direction === "horizontally";
      const start = (box: Box) => (across ? box.x : box.y);
      const size = (box: Box) => (across ? box.width : box.height);
      const boxes = [...boxesOf(design, ids)].sort((one, other) => start(one) - start(other));
      const [first] = boxes;
      const last = boxes.at(-1);
      if (!first || !last || boxes.length < 3) return [];
      const span = start(last) + size(last) - start(first);
      const gap = (span - boxes.reduce((sum, box) => sum + size(box), 0)) / (boxes.length - 1);
      let next = start(first);
      const positions = new Map<string, Position>();
      for (const box of boxes) {
        positions.set(box.id, across ? { x: next, y: box.y } : { x: box.x, y: next });
        next += size(box) + gap;
      }
      return placeEdits(design, positions);
    },
  };
}

interface Box extends Position {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

function boxesOf(design: Design, ids: readonly string[]): readonly Box[] {
  const routers: ReadonlyMap<string, unknown> = design.routers;
  const clouds: ReadonlyMap<string, unknown> = design.clouds;
  return ids.flatMap((id) => {
    const position = design.layout.get(id);
    if (!position) return [];
    const size = routers.has(id) ? ROUTER_SIZE : clouds.has(id) ? CLOUD_SIZE : SUBNET_SIZE;
    return [{ id, ...position, ...size }];
  });
}
