import type { Rectangle } from "./geometry.ts";
import { OUTSIDE, type Cable, type Moved, type PeeringLine, type Scene, type SceneNode } from "./scene.ts";

type Part = SceneNode | PeeringLine | Cable;

/** What a drag has moved of a scene, so that whoever draws it need not compare all of it at each frame. */
export interface Movement {
  readonly base: Scene;
  /** What stands elsewhere now, by what it was in the base. */
  readonly moved: ReadonlyMap<Part, Part>;
}

const movements = new WeakMap<Scene, Movement>();

/** How a scene has come out of another one by a drag; undefined where it has not. */
export function movementOf(scene: Scene): Movement | undefined {
  return movements.get(scene);
}

/** The scene with what is being dragged where it is now. All else is the same as before, so that nothing else is drawn anew. */
export function movedScene(scene: Scene, moved: Moved): Scene {
  if (moved.size === 0) return scene;
  const { nodeAt, peeringsAt, cablesAt } = indexOf(scene);
  const parts = new Map<Part, Part>();
  const boxes = new Map<string, Rectangle>();
  const nodes = [...scene.nodes];
  const [peerings, cables] = [new Set<number>(), new Set<number>()];
  const move = (id: string, to: { readonly x: number; readonly y: number }) => {
    const index = nodeAt.get(id);
    const node = index === undefined ? undefined : nodes[index];
    if (index === undefined || !node) return;
    const shift = { x: to.x - node.box.x, y: to.y - node.box.y };
    const box = { ...node.box, x: to.x, y: to.y };
    boxes.set(id, box);
    nodes[index] = { ...node, box };
    parts.set(node, nodes[index]);
    for (const at of peeringsAt.get(id) ?? []) {
      peerings.add(at);
      const { from, to: far, toBox } = scene.peerings[at] ?? { from: "", to: "", toBox: box };
      // The far end that nobody answers has no place of its own: it goes along with the router that alone names it.
      const isItsOwn =
        from === id &&
        far.startsWith(OUTSIDE) &&
        peeringsAt.get(far)?.every((other) => scene.peerings[other]?.from === id);
      if (isItsOwn) move(far, { x: toBox.x + shift.x, y: toBox.y + shift.y });
    }
    for (const at of cablesAt.get(id) ?? []) cables.add(at);
  };
  for (const [id, to] of moved) move(id, to);
  const carry = <T extends PeeringLine | Cable>(all: readonly T[], which: ReadonlySet<number>): readonly T[] => {
    const carried = [...all];
    for (const at of which) {
      const line = all[at];
      if (!line) continue;
      const after = {
        ...line,
        fromBox: boxes.get(line.from) ?? line.fromBox,
        toBox: boxes.get(line.to) ?? line.toBox,
      };
      carried[at] = after;
      parts.set(line, after);
    }
    return carried;
  };
  const after = { nodes, peerings: carry(scene.peerings, peerings), cables: carry(scene.cables, cables) };
  movements.set(after, { base: scene, moved: parts });
  return after;
}

/** A part of the base as the drag has left it. */
export function carriedAlong(part: Scene, movement: Movement | undefined): Scene {
  if (!movement) return part;
  const carry = <T extends Part>(all: readonly T[]) => all.map((one) => (movement.moved.get(one) ?? one) as T);
  return { nodes: carry(part.nodes), peerings: carry(part.peerings), cables: carry(part.cables) };
}

interface SceneIndex {
  readonly nodeAt: ReadonlyMap<string, number>;
  /** The lines that end at an object, by their positions in the scene. */
  readonly peeringsAt: ReadonlyMap<string, readonly number[]>;
  readonly cablesAt: ReadonlyMap<string, readonly number[]>;
}

const indexes = new WeakMap<Scene, SceneIndex>();

function indexOf(scene: Scene): SceneIndex {
  let index = indexes.get(scene);
  if (!index) {
    index = {
      nodeAt: new Map(scene.nodes.map(({ id }, at) => [id, at])),
      peeringsAt: endsOf(scene.peerings),
      cablesAt: endsOf(scene.cables),
    };
    indexes.set(scene, index);
  }
  return index;
}

function endsOf(lines: readonly { readonly from: string; readonly to: string }[]): ReadonlyMap<string, number[]> {
  const ends = new Map<string, number[]>();
  lines.forEach(({ from, to }, at) => {
    for (const id of from === to ? [from] : [from, to]) {
      const own = ends.get(id);
      if (own) own.push(at);
      else ends.set(id, [at]);
    }
  });
  return ends;
}
