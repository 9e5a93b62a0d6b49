import type { SceneNode } from "../scene.ts";
import type { Brush } from "./brush.ts";

/** Below this zoom an object is a mark in its colour: nothing in it could be told apart. */
export const MARK_ZOOM = 0.14;

/** So many marks make one path. */
const MARKS_IN_A_PATH = 64;

/** Marks need no icons. */
type MarkBrush = Omit<Brush, "icons">;

/** Objects from very far away: routers as dots in the colour of their status, and everything else as smaller squares. */
export function* paintMarks(
  brush: MarkBrush,
  nodes: readonly SceneNode[],
  selected: ReadonlySet<string>,
): Generator<undefined, void> {
  const { context } = brush;
  const groups = new Map<string, SceneNode[]>();
  for (const node of nodes) {
    const colour = colourOf(brush, node, selected.has(node.id));
    const group = groups.get(colour);
    if (group) group.push(node);
    else groups.set(colour, [node]);
  }
  for (const [colour, group] of groups) {
    context.fillStyle = colour;
    for (let from = 0; from < group.length; from += MARKS_IN_A_PATH) {
      context.beginPath();
      for (const { box, content } of group.slice(from, from + MARKS_IN_A_PATH)) {
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        if (content.kind === "router") {
          context.moveTo(x + box.height / 2, y);
          context.arc(x, y, box.height / 2, 0, 2 * Math.PI);
        } else context.rect(x - box.height / 4, y - box.height / 4, box.height / 2, box.height / 2);
      }
      context.fill();
      yield;
    }
  }
}

function colourOf({ colours }: MarkBrush, { content }: SceneNode, selected: boolean): string {
  if (selected) return colours.selection;
  if (content.kind === "router")
    return content.status === null ? colours.tint.router.line : colours.status[content.status].line;
  return content.kind === "outside" ? colours.cable : colours.tint[content.kind].line;
}
