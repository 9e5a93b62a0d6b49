import type { Position } from "../../../core/index.ts";
import type { Rectangle } from "../geometry.ts";

/** The part of a straight line that lies in a rectangle; null where there is none. Painting what nobody sees costs as much as the rest. */
export function clipped(
  a: Position,
  b: Position,
  { x, y, width, height }: Rectangle,
): readonly [Position, Position] | null {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  let [from, to] = [0, 1];
  for (const [step, room] of [
    [-dx, a.x - x],
    [dx, x + width - a.x],
    [-dy, a.y - y],
    [dy, y + height - a.y],
  ] as const) {
    if (step === 0) {
      if (room < 0) return null;
      continue;
    }
    const share = room / step;
    if (step < 0) from = Math.max(from, share);
    else to = Math.min(to, share);
    if (from > to) return null;
  }
  return [
    { x: a.x + dx * from, y: a.y + dy * from },
    { x: a.x + dx * to, y: a.y + dy * to },
  ];
}
