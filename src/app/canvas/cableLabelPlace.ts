import type { Position } from "../../core/index.ts";
import type { Course, Rectangle } from "./geometry.ts";

export interface CableLabelPlace extends Position {
  readonly anchor: "start" | "end";
}

/** The spots beside a cable that its label may take, best first: on either side of it, near to the router or further away. */
export const CABLE_LABEL_SPOTS = [0, 1, 2, 3, 4, 5] as const;

/**
 * A little way along a cable from the router, and beside it rather than on it. Even spots are on the side away from the router's
 * border, odd ones on the other.
 */
export function cableLabelPlace(way: Course, spot: number): CableLabelPlace {
  const distance = 24 + Math.floor(spot / 2) * 20;
  const along = { x: way.start.x - way.startDirection.x * distance, y: way.start.y - way.startDirection.y * distance };
  const rises = way.end.y < way.start.y;
  const isSteep = Math.abs(way.startDirection.x) < 0.25;
  const isOuter = spot % 2 === 0;
  const leansRight = (isSteep || way.end.x < way.start.x) === isOuter;
  return {
    x: along.x + (leansRight ? 8 : -8),
    y: along.y + (isSteep ? 0 : rises === isOuter ? -5 : 5),
    anchor: leansRight ? "start" : "end",
  };
}

/** About the room that the label takes. */
export function cableLabelBox(way: Course, spot: number, words: string): Rectangle {
  const { x, y, anchor } = cableLabelPlace(way, spot);
  const width = words.length * 6;
  return { x: anchor === "start" ? x : x - width, y: y - 6, width, height: 12 };
}
