import type { ComponentType } from "react";
import type { Workbench } from "../workbench.ts";
import type { Shortcut } from "./shortcut.ts";

/** An icon of the kind that this page uses throughout: lines in the colour of the text. */
export type Icon = ComponentType<{
  readonly size?: number | string;
  readonly strokeWidth?: number | string;
  readonly "aria-hidden"?: boolean;
}>;

/** Something that a person can do, declared once: buttons, menus, the command palette and keys all run this. */
export interface Action {
  readonly id: string;
  /** The accessible name of its button and its line in menus and in the palette. */
  readonly label: string;
  readonly icon?: Icon;
  /** The first is the one that is shown. */
  readonly shortcuts?: readonly Shortcut[];
  /** The browser tells of its shortcut with an event of its own: copy and paste. */
  readonly native?: true;
  /** Its shortcut works while somebody types, too. */
  readonly whileTyping?: true;
  /** Absent: always. */
  readonly isEnabled?: (workbench: Workbench) => boolean;
  readonly run: (workbench: Workbench) => void;
}
