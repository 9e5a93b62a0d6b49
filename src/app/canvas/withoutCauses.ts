import type { Scene } from "./scene.ts";

/** The scene as a class sees it that looks for a fault: which tunnels are down, and not why. */
export function withoutCauses(scene: Scene): Scene {
  const peerings = scene.peerings.map((line) => (line.status === "agreed" ? line : { ...line, label: line.status }));
  return { ...scene, peerings };
}
