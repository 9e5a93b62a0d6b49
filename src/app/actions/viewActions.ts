import {
  ClipboardPaste,
  Command,
  Contrast,
  History,
  Keyboard,
  Lock,
  Magnet,
  Map as MapIcon,
  Maximize,
  Monitor,
  Moon,
  PanelBottom,
  PanelLeft,
  PanelRight,
  Presentation,
  Search,
  Sun,
  ZoomIn,
  ZoomOut,
} from "lucide-react";
import type { Theme, ViewState } from "../../store/viewStore.ts";
import type { Workbench } from "../workbench.ts";
import type { Action, Icon } from "./action.ts";

type Switch = { [F in keyof ViewState]: ViewState[F] extends boolean ? F : never }[keyof ViewState];

const toggle = (field: Switch) => (workbench: Workbench) =>
  workbench.view.setState((view) => ({ [field]: !view[field] }));

const theme = (name: Theme, label: string, icon: Icon): Action => ({
  id: `theme-${name}`,
  label,
  icon,
  run: ({ view }) => view.setState({ theme: name }),
});

export const viewActions = {
  zoomIn: {
    id: "zoom-in",
    label: "Zoom in",
    icon: ZoomIn,
    shortcuts: ["Mod++", "Mod+="],
    run: ({ canvas }) => canvas.current?.zoomBy(1.25),
  },
  zoomOut: {
    id: "zoom-out",
    label: "Zoom out",
    icon: ZoomOut,
    shortcuts: ["Mod+-"],
    run: ({ canvas }) => canvas.current?.zoomBy(0.8),
  },
  zoomToOne: {
    id: "zoom-100",
    label: "Zoom to 100%",
    icon: Search,
    shortcuts: ["Mod+0"],
    run: ({ canvas }) => canvas.current?.zoomTo(1),
  },
  fit: {
    id: "fit",
    label: "Fit to view",
    icon: Maximize,
    shortcuts: ["Shift+1", "!"],
    run: ({ canvas }) => canvas.current?.fit(),
  },
  minimap: { id: "minimap", label: "Toggle minimap", icon: MapIcon, shortcuts: ["M"], run: toggle("minimapOpen") },
  snap: { id: "snap", label: "Snap to grid", icon: Magnet, run: toggle("snap") },
  lock: { id: "lock", label: "Lock the canvas", icon: Lock, run: toggle("locked") },
  palette: { id: "toggle-palette", label: "Toggle left panel", icon: PanelLeft, run: toggle("paletteOpen") },
  inspector: { id: "toggle-inspector", label: "Toggle inspector", icon: PanelRight, run: toggle("inspectorOpen") },
  dock: {
    id: "toggle-dock",
    label: "Toggle configuration and problems",
    icon: PanelBottom,
    shortcuts: ["Mod+J"],
    whileTyping: true,
    run: toggle("dockOpen"),
  },
  present: { id: "present", label: "Present", icon: Presentation, shortcuts: ["P"], run: present },
  find: {
    id: "find",
    label: "Find…",
    icon: Search,
    shortcuts: ["Mod+F"],
    run: ({ view }) => view.setState({ dialog: "find" }),
  },
  commands: {
    id: "commands",
    label: "Command palette…",
    icon: Command,
    shortcuts: ["Mod+K"],
    whileTyping: true,
    run: ({ view }) => view.setState({ dialog: "commands" }),
  },
  shortcuts: {
    id: "shortcuts",
    label: "Keyboard shortcuts",
    icon: Keyboard,
    shortcuts: ["?"],
    run: ({ view }) => view.setState({ dialog: "shortcuts" }),
  },
  explainOutput: {
    id: "explain-output",
    label: "Explain pasted output…",
    icon: ClipboardPaste,
    run: ({ view }) => view.setState({ dialog: "explainOutput" }),
  },
  history: { id: "history", label: "History…", icon: History, run: ({ view }) => view.setState({ dialog: "history" }) },
  themeSystem: theme("system", "Theme: as the system", Monitor),
  themeLight: theme("light", "Theme: light", Sun),
  themeDark: theme("dark", "Theme: dark", Moon),
  themeContrast: theme("high-contrast", "Theme: high contrast", Contrast),
} satisfies Record<string, Action>;

/** Shows the canvas to a room, on the full screen where the browser allows it. */
function present({ view, design }: Workbench): void {
  design.getState().commitDraft();
  view.setState({ mode: "present", selection: [] });
  document.documentElement.requestFullscreen().catch(() => {
    // The window does as well.
  });
}
