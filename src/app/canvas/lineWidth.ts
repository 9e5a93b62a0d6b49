import { OUTSIDE, type PeeringLine } from "./scene.ts";

/** How wide a peering's line is drawn, in pixels at zoom 1: what nobody of the design answers stands back. */
export function lineWidth({ backup, to }: Pick<PeeringLine, "backup" | "to">): number {
  if (to.startsWith(OUTSIDE)) return 1.5;
  return backup ? 2 : 3;
}
