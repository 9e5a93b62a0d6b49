import type { Design, Position } from "../model/design.ts";
import type { Edit, Operation } from "./edit.ts";

/** Moves things to where a drag or the keyboard left them: one step however many they are. */
export function moveOperation(positions: ReadonlyMap<string, Position>): Operation {
  return {
    label: positions.size === 1 ? "Move" : `Move ${positions.size} objects`,
    plan: (design) => placeEdits(design, positions),
  };
}

/** Moves things by a distance in canvas pixels: the arrow keys. */
export function nudgeOperation(ids: readonly string[], dx: number, dy: number): Operation {
  return {
    label: "Nudge",
    plan: (design) =>
      placeEdits(
        design,
        new Map(
          ids.flatMap((id) => {
            const old = design.layout.get(id);
            return old ? [[id, { x: old.x + dx, y: old.y + dy }]] : [];
          }),
        ),
      ),
  };
}

/** The edits that bring things to other places; none for what is there already. */
export function placeEdits(design: Design, positions: ReadonlyMap<string, Position>): readonly Edit[] {
  return [...positions].flatMap(([id, position]): readonly Edit[] => {
    const old = design.layout.get(id);
    return old?.x === position.x && old.y === position.y ? [] : [{ op: "place", id, position }];
  });
}
