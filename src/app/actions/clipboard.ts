import { copyRouters, pasteRouters, type CopiedRouters } from "../../core/index.ts";
import { effectiveDesign } from "../../store/designStore.ts";
import type { ObjectReference } from "../../store/viewStore.ts";
import { designObjects, referenceKey } from "../objects/designObjects.ts";
import { counted } from "../canvas/project.ts";
import type { Workbench } from "../workbench.ts";
import { selectedIds } from "./selection.ts";

/**
 * What was copied, within this page. The system's clipboard gets only a sentence about it: configurations have keys in them, and
 * what is on that clipboard ends up anywhere.
 */
let clip: { readonly copied: CopiedRouters; readonly told: string; pasted: number } | null = null;

export function hasClip(): boolean {
  return clip !== null;
}

/** Copies what is selected; answers the sentence for the system's clipboard, or null where nothing can be copied. */
export function copySelected(workbench: Workbench): string | null {
  const copied = copyRouters(effectiveDesign(workbench.design.getState()), selectedIds(workbench));
  const count = copied.routers.length + copied.subnets.length;
  if (count === 0) return null;
  clip = { copied, told: `${counted(count, "object")} of Tunnelwright`, pasted: 0 };
  workbench.announce(`${counted(count, "object")} copied.`);
  return clip.told;
}

/** Whether a text on the system's clipboard stands for what was copied last. */
export function isClip(text: string): boolean {
  return clip !== null && text === clip.told;
}

/** Pastes what was copied, each time a little further off, and selects it. */
export function pasteClip(workbench: Workbench): void {
  if (!clip) return;
  clip.pasted += 1;
  const offset = { x: 40 * clip.pasted, y: 60 * clip.pasted };
  const before = new Set(objectKeys(workbench).map(referenceKey));
  if (!workbench.design.getState().run(pasteRouters(clip.copied, workbench.ids, offset))) return;
  const made = objectKeys(workbench).filter((reference) => !before.has(referenceKey(reference)));
  workbench.view.setState({ selection: made });
  const [first] = made;
  if (first) workbench.canvas.current?.show(first);
}

function objectKeys({ design }: Workbench): readonly ObjectReference[] {
  return designObjects(effectiveDesign(design.getState()), []).map(({ reference }) => reference);
}
