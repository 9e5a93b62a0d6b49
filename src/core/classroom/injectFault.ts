import { check } from "../check/check.ts";
import { routerNames } from "../derive/routerNames.ts";
import { applyEdits } from "../edit/edit.ts";
import { elementTitle } from "../edit/elementTitle.ts";
import type { Design } from "../model/design.ts";
import type { Place } from "../model/router.ts";
import { faultTargets, type FaultVariant } from "./faults/fault.ts";
import { FAULT_KINDS } from "./faults/faults.ts";
import { faultEffect } from "./gradeFault.ts";
import { seededChoice } from "./seededChoice.ts";

/** A fault that was made in a design, with what is told of it bit by bit. */
export interface InjectedFault {
  readonly seed: number;
  /** The design with the fault in it. */
  readonly faulty: Design;
  /** Its place among the most frequent misconfigurations. */
  readonly rank: number;
  readonly name: string;
  /** What was done. */
  readonly story: string;
  /** From a hint at the area to the element; the story is what comes after the last one. */
  readonly hints: readonly string[];
  readonly places: readonly Place[];
}

/** The largest seed number that people can be asked to type. */
export const LARGEST_SEED = 999_999;

/**
 * Makes one of the most frequent misconfigurations in a design, frequent ones more often. The same number makes the same fault in the
 * same design, whatever its objects' identities are. Null where no tunnel comes up that could be broken.
 */
export function injectFault(design: Design, seed: number): InjectedFault | null {
  const choice = seededChoice(seed);
  const targets = choice.shuffled(faultTargets(design, check(design).peerings));
  for (const kind of choice.shuffledByWeight(FAULT_KINDS, ({ weight }) => weight)) {
    for (const target of targets) {
      const variants = choice.shuffled(kind.variants(target));
      for (const variant of variants) {
        const faulty = applyEdits(design, variant.edits);
        // A change that neither breaks anything nor is found by the checker is nothing that anybody could look for.
        if (faultEffect(design, faulty) === "silent") continue;
        const { name, rank, area } = kind;
        const { story, places } = variant;
        return { seed, faulty, rank, name, story, places, hints: [area, ...whereabouts(faulty, variant)] };
      }
      // What does not apply to several tunnels does not apply to a thousand either.
      if (variants.length > 0) break;
    }
  }
  return null;
}

/** First the router, then the element. */
function whereabouts(design: Design, { places }: FaultVariant): readonly string[] {
  const names = routerNames(design.routers);
  const routers = [...new Set(places.map((place) => names.get(place.router) ?? ""))];
  const elements = places.flatMap((place) => titleAt(design, place) ?? []);
  return [
    `Look at ${routers.join(" and ")}.`,
    ...(elements.length > 0 ? [`It has to do with ${[...new Set(elements)].join(" and ")}.`] : []),
  ];
}

function titleAt(design: Design, { router, kind, name }: Place): string | undefined {
  const element = design.routers.get(router)?.elements[kind].get(name);
  return element && elementTitle(kind, element as never);
}
