import { useEffect, useState, type RefObject } from "react";
import { DropdownMenu } from "radix-ui";
import { useReactFlow } from "@xyflow/react";
import type { Position } from "../../core/index.ts";
import { ActionMenuItem } from "../actions/ActionButton.tsx";
import type { Action } from "../actions/action.ts";
import { designActions } from "../actions/designActions.ts";
import { viewActions } from "../actions/viewActions.ts";
import { sameReference } from "../objects/designObjects.ts";
import { useReturnFocus } from "../controls/useReturnFocus.ts";
import { useWorkbench } from "../workbench.ts";
import { edgeReference } from "./flowElements.ts";
import { elementAt } from "./hitTest.ts";
import type { Scene } from "./scene.ts";
import { useLatest } from "./useLatest.ts";

export interface CanvasMenuProps {
  /** The element within which the menu is asked for. */
  readonly root: RefObject<HTMLElement | null>;
  readonly scene: Scene;
}

/** What can be done with what is under the pointer, or has the focus when the menu key is pressed. */
export function CanvasMenu({ root, scene }: CanvasMenuProps) {
  const workbench = useWorkbench();
  const flow = useReactFlow();
  const [at, setAt] = useState<Position | null>(null);
  const latest = useLatest(scene);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const onContextMenu = (event: MouseEvent) => {
      const { mode, selection } = workbench.view.getState();
      if (mode !== "edit" || !(event.target instanceof Element) || !event.target.closest(".react-flow")) return;
      event.preventDefault();
      const point = { x: event.clientX, y: event.clientY };
      const drawn = event.target.closest<HTMLElement | SVGElement>(".react-flow__node, .react-flow__edge")?.dataset.id;
      const place = flow.screenToFlowPosition(point, { snapToGrid: false });
      const id = drawn ?? elementAt(latest.current, place, flow.getZoom());
      const reference = id === null ? null : referenceOf(latest.current, id);
      // What is selected already is meant together; anything else is meant alone.
      if (!reference) workbench.view.setState({ selection: [] });
      else if (!selection.some((one) => sameReference(one, reference)))
        workbench.view.setState({ selection: [reference] });
      setAt(point);
    };
    element.addEventListener("contextmenu", onContextMenu);
    return () => element.removeEventListener("contextmenu", onContextMenu);
  }, [root, workbench, flow, latest]);
  return at ? <Menu key={`${at.x} ${at.y}`} at={at} onClose={() => setAt(null)} /> : null;
}

function Menu({ at, onClose }: { readonly at: Position; readonly onClose: () => void }) {
  const workbench = useWorkbench();
  const returnFocus = useReturnFocus();
  const { selection } = workbench.view.getState();
  const groups = (selection.length === 0 ? ON_CANVAS : ON_OBJECTS)
    .map((group) => group.filter((action) => action.isEnabled?.(workbench) ?? true))
    .filter((group) => group.length > 0);
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <DropdownMenu.Trigger asChild>
        <span className="canvas-menu-place" aria-hidden style={{ left: at.x, top: at.y }} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          align="start"
          collisionPadding={8}
          aria-label={selection.length === 0 ? "Canvas" : "Selection"}
          aria-labelledby={undefined}
          onCloseAutoFocus={returnFocus}
        >
          {groups.map((group, index) => (
            <DropdownMenu.Group key={group[0]?.id}>
              {index > 0 ? <DropdownMenu.Separator className="menu-separator" /> : null}
              {group.map((action) => (
                <ActionMenuItem key={action.id} action={action} />
              ))}
            </DropdownMenu.Group>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const ON_OBJECTS: readonly (readonly Action[])[] = [
  [designActions.link, designActions.linkMany],
  [designActions.copy, designActions.duplicate],
  [
    designActions.alignMiddle,
    designActions.alignCentre,
    designActions.distributeHorizontally,
    designActions.distributeVertically,
  ],
  [designActions.delete],
];

const ON_CANVAS: readonly (readonly Action[])[] = [
  [designActions.paste, designActions.selectAll, designActions.linkMany],
  [designActions.arrange, viewActions.fit, viewActions.find],
];

function referenceOf(scene: Scene, id: string) {
  const node = scene.nodes.find((one) => one.id === id);
  return node ? node.reference : edgeReference(id);
}
