import { useMemo, type ReactNode } from "react";
import { Command, useCommandState } from "cmdk";
import { Dialog as Primitive } from "radix-ui";
import { effectiveDesign } from "../../store/designStore.ts";
import { shortcutOf } from "../actions/ActionButton.tsx";
import type { Action } from "../actions/action.ts";
import { allActions } from "../actions/allActions.ts";
import { join, joinTargets } from "../actions/linking.ts";
import { designObjects, referenceKey, type DesignObject } from "../objects/designObjects.ts";
import { useReturnFocus } from "../controls/useReturnFocus.ts";
import { useWorkbench } from "../workbench.ts";
import "./dialogs.css";

export interface CommandDialogProps {
  readonly onClose: () => void;
}

/** Everything that can be done, by name. */
export function CommandPalette({ onClose }: CommandDialogProps) {
  const workbench = useWorkbench();
  const run = (action: Action) => {
    onClose();
    // The palette has closed before the action opens a dialog of its own.
    queueMicrotask(() => action.run(workbench));
  };
  return (
    <CommandFrame title="Command palette" placeholder="Type what you want to do" onClose={onClose}>
      <Command.Group heading="Actions">
        {allActions
          .filter(({ id, isEnabled }) => id !== "commands" && (isEnabled?.(workbench) ?? true))
          .map((action) => (
            <Command.Item key={action.id} value={action.label} onSelect={() => run(action)}>
              {action.icon ? <action.icon size={16} aria-hidden /> : null}
              {action.label}
              <Keys text={shortcutOf(action)} />
            </Command.Item>
          ))}
      </Command.Group>
      <FoundObjects onClose={onClose} />
    </CommandFrame>
  );
}

/** So many can be looked through by the palette's own search, which knows abbreviations. */
const MOST_OFFERED = 300;

/** The objects to choose from; of very many only the first that have what was typed in their names. */
function offered(objects: readonly DesignObject[], typed: string): readonly DesignObject[] {
  if (objects.length <= MOST_OFFERED) return objects;
  const words = typed.toLowerCase().trim();
  return objects.filter(({ name }) => name.toLowerCase().includes(words)).slice(0, MOST_OFFERED);
}

/** Every object, by name; the chosen one is selected and brought into view. */
export function FindDialog({ onClose }: CommandDialogProps) {
  return (
    <CommandFrame title="Find" placeholder="Find a router, subnet or tunnel" onClose={onClose}>
      <FoundObjects onClose={onClose} />
    </CommandFrame>
  );
}

function FoundObjects({ onClose }: CommandDialogProps) {
  const workbench = useWorkbench();
  const search = useCommandState(({ search: typed }) => typed);
  const objects = useMemo(
    () => designObjects(effectiveDesign(workbench.design.getState()), workbench.judgement.getState().result.peerings),
    [workbench],
  );
  const show = ({ reference }: DesignObject) => {
    onClose();
    workbench.view.setState({ selection: [reference] });
    workbench.canvas.current?.show(reference);
    workbench.canvas.current?.focus(reference);
  };
  return (
    <Command.Group heading="Objects">
      {offered(objects, search).map((object) => (
        <Command.Item key={referenceKey(object.reference)} value={object.name} onSelect={() => show(object)}>
          {object.name}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

/** What the selected object can be linked to, and why not to the others. */
export function LinkDialog({ onClose }: CommandDialogProps) {
  const workbench = useWorkbench();
  const from = workbench.view.getState().linkingFrom;
  const design = effectiveDesign(workbench.design.getState());
  if (!from) return null;
  const source = designObjects(design, []).find(({ reference }) => referenceKey(reference) === referenceKey(from));
  return (
    <CommandFrame
      title={`Link ${source?.name ?? ""} to`}
      placeholder={`Link ${source?.name ?? ""} to…`}
      onClose={onClose}
    >
      {joinTargets(design, from).map(({ object, obstacle }) => (
        <Command.Item
          key={referenceKey(object.reference)}
          value={object.name}
          disabled={obstacle !== null}
          onSelect={() => {
            onClose();
            if (join(workbench, from, object.reference)) workbench.canvas.current?.focus(from);
          }}
        >
          <span className="command-name">{object.name}</span>
          {obstacle === null ? null : <span className="command-reason">{obstacle}</span>}
        </Command.Item>
      ))}
    </CommandFrame>
  );
}

interface CommandFrameProps extends CommandDialogProps {
  readonly title: string;
  readonly placeholder: string;
  readonly children: ReactNode;
}

function CommandFrame({ title, placeholder, onClose, children }: CommandFrameProps) {
  const returnFocus = useReturnFocus();
  return (
    <Primitive.Root open onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className="dialog-overlay" />
        <Primitive.Content className="command" aria-describedby={undefined} onCloseAutoFocus={returnFocus}>
          <Primitive.Title className="visually-hidden">{title}</Primitive.Title>
          <Command label={title} loop>
            <Command.Input placeholder={placeholder} autoFocus />
            <Command.List>
              <Command.Empty>Nothing of that name.</Command.Empty>
              {children}
            </Command.List>
          </Command>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function Keys({ text }: { readonly text: string | undefined }) {
  return text === undefined ? null : <kbd>{text}</kbd>;
}
