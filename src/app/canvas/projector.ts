import type { CheckResult, Design } from "../../core/index.ts";
import { project } from "./project.ts";
import { EMPTY_SCENE, type Scene } from "./scene.ts";

/** A projection that remembers its last scene, so that what has not changed stays the same object. */
export function createProjector(): (design: Design, judgement: CheckResult) => Scene {
  let scene = EMPTY_SCENE;
  return (design, judgement) => {
    scene = project(design, judgement, scene);
    return scene;
  };
}
