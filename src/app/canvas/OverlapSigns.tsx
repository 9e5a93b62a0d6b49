import { useMemo } from "react";
import { useStore } from "@xyflow/react";
import { useView } from "../stores.tsx";
import { boundsOf, overlaps, type Rectangle } from "./geometry.ts";
import type { Scene } from "./scene.ts";

/** Of more than this at once nobody wants to be told. */
const MOST_LOOKED_AT = 12;

/** Frames around what is selected where it covers something else, so that an object that was dropped upon another one is noticed. */
export function OverlapSigns({ scene }: { readonly scene: Scene }) {
  const selection = useView((view) => view.selection);
  const covered = useMemo(
    () => coveredBy(scene, new Set<string>(selection.slice(0, MOST_LOOKED_AT).map(({ id }) => id))),
    [scene, selection],
  );
  return covered.map((one) => <OverlapSign key={one.id} {...one} />);
}

function OverlapSign({ frame, words }: Covered) {
  const [x, y, zoom] = useStore((state) => state.transform);
  return (
    <div
      className="overlap-sign"
      style={{
        width: frame.width * zoom + 12,
        height: frame.height * zoom + 12,
        transform: `translate(${frame.x * zoom + x - 6}px, ${frame.y * zoom + y - 6}px)`,
      }}
    >
      <span className="overlap-words" role="status">
        {words}
      </span>
    </div>
  );
}

interface Covered {
  readonly id: string;
  readonly frame: Rectangle;
  readonly words: string;
}

/** The objects that others of the drawing stand upon or below, each with a frame around all of them. */
export function coveredBy({ nodes }: Scene, looked: ReadonlySet<string>): readonly Covered[] {
  const told = new Set<string>();
  return nodes.flatMap(({ id, box, name }) => {
    if (!looked.has(id) || told.has(id)) return [];
    const others = nodes.filter((other) => other.id !== id && overlaps(other.box, box));
    if (others.length === 0) return [];
    // Two that are both selected are told of once.
    for (const other of others) told.add(other.id);
    const frame = boundsOf([box, ...others.map((other) => other.box)]) ?? box;
    return [{ id, frame, words: `${name} overlaps ${others.map((other) => other.name).join(" and ")}` }];
  });
}
