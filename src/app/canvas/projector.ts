import type { CheckResult, Design } from "../../core/index.ts";
import { project } from "./project.ts";
import { createSceneMemory } from "./sceneMemory.ts";
import type { Scene } from "./scene.ts";

/** A projection that remembers its last scene, so that what has not changed stays the same object. */
export function createProjector(): (design: Design, judgement: CheckResult) => Scene {
  const memory = createSceneMemory();
  return (design, judgement) => project(design, judgement, memory);
}
