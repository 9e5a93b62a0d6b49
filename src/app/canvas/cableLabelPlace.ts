import type { Position } from "../../core/index.ts";
import type { Course } from "./geometry.ts";

export interface CableLabelPlace extends Position {
  readonly anchor: "start" | "end";
}

/** A little way along a cable from the router, and beside it rather than on it: on the side away from the router's border. */
export function cableLabelPlace(way: Course): CableLabelPlace {
  const along = { x: way.start.x - way.startDirection.x * 24, y: way.start.y - way.startDirection.y * 24 };
  const rises = way.end.y < way.start.y;
  const isSteep = Math.abs(way.startDirection.x) < 0.25;
  const leansRight = isSteep || way.end.x < way.start.x;
  return {
    x: along.x + (leansRight ? 8 : -8),
    y: along.y + (isSteep ? 0 : rises ? -5 : 5),
    anchor: leansRight ? "start" : "end",
  };
}
