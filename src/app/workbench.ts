import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { CheckResult, Design, IdSource, Position } from "../core/index.ts";
import type { Rectangle } from "./canvas/geometry.ts";
import type { Library } from "../store/library.ts";
import type { Judgement } from "../store/judgement.ts";
import type { CanvasPlace, ObjectReference } from "../store/viewStore.ts";
import type { Stores } from "./stores.tsx";

/** What the canvas lets others ask of it; it exists while the canvas is shown. */
export interface CanvasPort {
  /** The middle of what is seen, in canvas pixels. */
  centre(): Position;
  /** A point of the window in canvas pixels; null where the canvas is not. */
  toCanvas(client: Position): Position | null;
  /** Where something stands or a tunnel passes, so that nothing new is put upon it. */
  occupied(): readonly Rectangle[];
  fit(): void;
  /** What is in the middle; null where everything is in view. */
  seenPart(): CanvasPlace | null;
  /** Brings an object into the middle, as large as it can be read from afar. */
  frame(reference: ObjectReference): void;
  zoomBy(factor: number): void;
  zoomTo(zoom: number): void;
  /** Brings an object into view, without changing the zoom where it need not. */
  show(reference: ObjectReference): void;
  /** Moves the keyboard focus to an object. */
  focus(reference: ObjectReference): void;
}

/** The page as its actions see it. */
export interface Workbench extends Stores {
  readonly canvas: { readonly current: CanvasPort | null };
  /** Gives the canvas to whoever asks for it; answers how to take it back. */
  readonly lendCanvas: (port: CanvasPort) => () => void;
  readonly library: Library;
  readonly ids: IdSource;
  readonly newKey: () => string;
  /** The findings and peerings of what the page shows, followed as it changes. */
  readonly judgement: Judgement;
  /** The findings and peerings of a design right away; what the page shows is known already, anything else may take long. */
  readonly judge: (design: Design) => CheckResult;
  /** Says something to whoever listens rather than looks. */
  readonly announce: (message: string) => void;
  /** Shows a short message that goes away by itself, and says it too. */
  readonly notify: (message: string, kind?: "done" | "warning" | "error") => void;
}

const WorkbenchContext = createContext<Workbench | null>(null);

export const WorkbenchProvider = WorkbenchContext.Provider;

export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (!workbench) throw new Error("A component that needs the workbench stands outside WorkbenchProvider.");
  return workbench;
}

/** The findings and peerings of what the page shows; of what it showed a moment ago, while a large design is being checked. */
export function useJudgement(): CheckResult {
  return useStore(useWorkbench().judgement, ({ result }) => result);
}

/** Whether the findings are kept back, since a fault is looked for. */
export function useAreProblemsHidden(): boolean {
  return useStore(useWorkbench().judgement, ({ isHidden }) => isHidden);
}

/** Whether those are of what the page shows now. */
export function useIsJudged(): boolean {
  return useStore(useWorkbench().judgement, ({ isCurrent }) => isCurrent);
}
