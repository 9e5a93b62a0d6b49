import { sameItems } from "../../core/index.ts";
import type { Rectangle } from "./geometry.ts";
import type { Cable, PeeringLine, SceneNode } from "./scene.ts";

/** What a projection remembers of the scene that it made last. */
export interface SceneMemory {
  readonly boxes: Remembered<Rectangle>;
  readonly nodes: Remembered<SceneNode>;
  readonly labels: Remembered<string>;
  readonly peerings: Remembered<PeeringLine>;
  readonly cables: Remembered<Cable>;
}

/** The parts of one kind, by their ids. */
export interface Remembered<T> {
  /**
   * The part as it was while all that it was made from is the very same; made anew otherwise, and still the same object where it then says
   * the same. `always`: it is made anew in any case.
   */
  of(id: string, inputs: readonly unknown[], make: () => T, always?: boolean): T;
  /** Ends a projection: what it did not ask for is no longer in the scene. */
  forgetRest(): void;
}

export function createSceneMemory(): SceneMemory {
  return {
    boxes: remembered(),
    nodes: remembered(),
    labels: remembered(),
    peerings: remembered(),
    cables: remembered(),
  };
}

/** To be called when a projection is complete. */
export function endProjection({ boxes, nodes, labels, peerings, cables }: SceneMemory): void {
  for (const part of [boxes, nodes, labels, peerings, cables]) part.forgetRest();
}

function remembered<T>(): Remembered<T> {
  interface Part {
    readonly inputs: readonly unknown[];
    readonly made: T;
  }
  let before = new Map<string, Part>();
  let now = new Map<string, Part>();
  return {
    of(id, inputs, make, always = false) {
      const known = before.get(id);
      if (known && !always && sameItems(known.inputs, inputs)) {
        now.set(id, known);
        return known.made;
      }
      const fresh = make();
      const made = known && equal(known.made, fresh) ? known.made : fresh;
      now.set(id, { inputs, made });
      return made;
    },
    forgetRest() {
      before = now;
      now = new Map();
    },
  };
}

function equal(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => equal((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]))
  );
}
