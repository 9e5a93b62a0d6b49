import { BookmarkPlus, Download, FileDiff, FilePlus2, FolderOpen, Import, Save, Share2, Waypoints } from "lucide-react";
import type { Action } from "./action.ts";
import { newDesign } from "./designFiles.ts";
import { saveDesignFile } from "./realFiles.ts";

export const fileActions = {
  newDesign: { id: "new", label: "New", icon: FilePlus2, run: (workbench) => void newDesign(workbench) },
  open: {
    id: "open",
    label: "Open…",
    icon: FolderOpen,
    shortcuts: ["Mod+O"],
    run: ({ view }) => view.setState({ dialog: "open" }),
  },
  importConfigurations: {
    id: "import",
    label: "Import configurations…",
    icon: Import,
    shortcuts: ["Mod+I"],
    isEnabled: ({ design }) => !design.getState().readOnly,
    run: ({ view }) => view.setState({ dialog: "import" }),
  },
  generate: {
    id: "generate",
    label: "Generate a network…",
    icon: Waypoints,
    isEnabled: ({ design }) => !design.getState().readOnly,
    run: ({ view }) => view.setState({ dialog: "generate" }),
  },
  exportDesign: {
    id: "export",
    label: "Export…",
    icon: Download,
    shortcuts: ["Mod+E"],
    run: ({ view }) => view.setState({ dialog: "export" }),
  },
  changeScript: {
    id: "change-script",
    label: "Change script…",
    icon: FileDiff,
    run: ({ view }) => view.setState({ dialog: "change" }),
  },
  share: { id: "share", label: "Share…", icon: Share2, run: ({ view }) => view.setState({ dialog: "share" }) },
  checkpoint: {
    id: "checkpoint",
    label: "Keep a checkpoint…",
    icon: BookmarkPlus,
    isEnabled: ({ design }) => !design.getState().readOnly,
    run: ({ view }) => view.setState({ dialog: "checkpoint" }),
  },
  save: {
    id: "save",
    label: "Save design file",
    icon: Save,
    shortcuts: ["Mod+Shift+S"],
    whileTyping: true,
    run: (workbench) => saveDesignFile(workbench),
  },
} satisfies Record<string, Action>;
