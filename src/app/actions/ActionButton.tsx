import { useSyncExternalStore } from "react";
import { DropdownMenu } from "radix-ui";
import { Button, IconButton } from "../controls/Button.tsx";
import { useWorkbench } from "../workbench.ts";
import type { Action } from "./action.ts";
import { shown } from "./shortcut.ts";

/** Whether an action can be done now; follows the design, its history and the selection. */
export function useIsEnabled(action: Action): boolean {
  const workbench = useWorkbench();
  return useSyncExternalStore(
    (changed) => {
      const stops = [
        workbench.design.subscribe(changed),
        workbench.design.temporal.subscribe(changed),
        workbench.view.subscribe(changed),
      ];
      return () => stops.forEach((stop) => stop());
    },
    () => action.isEnabled?.(workbench) ?? true,
  );
}

export function shortcutOf(action: Action): string | undefined {
  const [first] = action.shortcuts ?? [];
  return first === undefined ? undefined : shown(first);
}

/** An action as an icon with a tooltip. `pressed` for one that switches something on and off. */
export function ActionButton({ action, pressed }: { readonly action: Action; readonly pressed?: boolean }) {
  const workbench = useWorkbench();
  const enabled = useIsEnabled(action);
  const Icon = action.icon;
  return (
    <IconButton
      label={action.label}
      shortcut={shortcutOf(action)}
      disabled={!enabled}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      onClick={() => action.run(workbench)}
    >
      {Icon ? <Icon size={17} strokeWidth={1.9} /> : null}
    </IconButton>
  );
}

/** An action as a button with its words. */
export function ActionLine({ action }: { readonly action: Action }) {
  const workbench = useWorkbench();
  const enabled = useIsEnabled(action);
  const Icon = action.icon;
  return (
    <Button disabled={!enabled} onClick={() => action.run(workbench)}>
      {Icon ? <Icon size={15} strokeWidth={1.9} aria-hidden /> : null}
      {action.label}
    </Button>
  );
}

/** An action as a line of a menu. */
export function ActionMenuItem({ action }: { readonly action: Action }) {
  const workbench = useWorkbench();
  const enabled = useIsEnabled(action);
  const Icon = action.icon;
  const shortcut = shortcutOf(action);
  return (
    <DropdownMenu.Item className="menu-item" disabled={!enabled} onSelect={() => action.run(workbench)}>
      {Icon ? <Icon size={16} strokeWidth={1.9} /> : null}
      {action.label}
      {shortcut ? <kbd aria-hidden>{shortcut}</kbd> : null}
    </DropdownMenu.Item>
  );
}
