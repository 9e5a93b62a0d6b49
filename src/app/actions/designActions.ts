import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignHorizontalDistributeCenter,
  AlignVerticalDistributeCenter,
  BoxSelect,
  ClipboardPaste,
  Cloud,
  Copy,
  CopyPlus,
  Laptop,
  Link2,
  Network,
  Redo2,
  Cable,
  Trash2,
  Undo2,
  Workflow,
  CircleAlert,
} from "lucide-react";
import { alignOperation, arrangeDesign, distributeOperation } from "../../core/index.ts";
import { RouterIcon } from "../canvas/RouterIcon.tsx";
import type { Workbench } from "../workbench.ts";
import { nextProblem } from "../problems/nextProblem.ts";
import type { Action } from "./action.ts";
import { addObject } from "./adding.ts";
import { copySelected, hasClip, pasteClip } from "./clipboard.ts";
import { chosenRouters } from "./linking.ts";
import { deleteSelected, selectAll, selectedIds } from "./selection.ts";

const writable = ({ design }: Workbench) => !design.getState().readOnly;
/** What stands on a locked canvas stays as it is. */
const unlocked = (bench: Workbench) => writable(bench) && !bench.view.getState().locked;
const selected = (least: number) => (workbench: Workbench) =>
  unlocked(workbench) && selectedIds(workbench).length >= least;

export const designActions = {
  undo: {
    id: "undo",
    label: "Undo",
    icon: Undo2,
    shortcuts: ["Mod+Z"],
    isEnabled: ({ design }) =>
      !design.getState().readOnly &&
      (design.temporal.getState().pastStates.length > 0 || design.getState().draft !== null),
    run: ({ design }) => design.getState().undo(),
  },
  redo: {
    id: "redo",
    label: "Redo",
    icon: Redo2,
    shortcuts: ["Mod+Shift+Z", "Mod+Y"],
    isEnabled: ({ design }) => !design.getState().readOnly && design.temporal.getState().futureStates.length > 0,
    run: ({ design }) => design.getState().redo(),
  },
  addRouter: {
    id: "add-router",
    label: "Router",
    icon: RouterIcon,
    isEnabled: writable,
    run: (bench) => addObject(bench, "router"),
  },
  addSubnet: {
    id: "add-subnet",
    label: "LAN subnet",
    icon: Network,
    isEnabled: writable,
    run: (bench) => addObject(bench, "subnet"),
  },
  addCloud: {
    id: "add-cloud",
    label: "Internet",
    icon: Cloud,
    isEnabled: writable,
    run: (bench) => addObject(bench, "cloud"),
  },
  addRemoteClients: {
    id: "add-clients",
    label: "Remote clients",
    icon: Laptop,
    isEnabled: writable,
    run: (bench) => addObject(bench, "remoteClients"),
  },
  link: {
    id: "link",
    label: "Link to…",
    icon: Link2,
    shortcuts: ["L"],
    isEnabled: (bench) => unlocked(bench) && selectedIds(bench).length === 1,
    run: ({ view }) => {
      const [from] = view.getState().selection;
      if (from) view.setState({ linkingFrom: from, dialog: "link" });
    },
  },
  linkMany: {
    id: "link-many",
    label: "Link many routers…",
    icon: Cable,
    shortcuts: ["Shift+L"],
    isEnabled: (bench) => unlocked(bench) && chosenRouters(bench).length >= 2,
    run: ({ view }) => view.setState({ dialog: "linkMany" }),
  },
  delete: {
    id: "delete",
    label: "Delete",
    icon: Trash2,
    shortcuts: ["Delete", "Backspace"],
    isEnabled: (bench) => unlocked(bench) && bench.view.getState().selection.length > 0,
    run: deleteSelected,
  },
  copy: {
    id: "copy",
    label: "Copy",
    icon: Copy,
    shortcuts: ["Mod+C"],
    native: true,
    isEnabled: (bench) => selectedIds(bench).length > 0,
    run: copySelected,
  },
  paste: {
    id: "paste",
    label: "Paste",
    icon: ClipboardPaste,
    shortcuts: ["Mod+V"],
    native: true,
    isEnabled: (bench) => writable(bench) && hasClip(),
    run: pasteClip,
  },
  duplicate: {
    id: "duplicate",
    label: "Duplicate",
    icon: CopyPlus,
    shortcuts: ["Mod+D"],
    isEnabled: selected(1),
    run: (bench) => {
      copySelected(bench);
      pasteClip(bench);
    },
  },
  selectAll: { id: "select-all", label: "Select all", icon: BoxSelect, shortcuts: ["Mod+A"], run: selectAll },
  arrange: {
    id: "arrange",
    label: "Arrange automatically",
    icon: Workflow,
    isEnabled: unlocked,
    run: (bench) => {
      if (bench.design.getState().run(arrangeDesign())) bench.canvas.current?.fit();
    },
  },
  alignMiddle: {
    id: "align-middle",
    label: "Align in a row",
    icon: AlignCenterHorizontal,
    isEnabled: selected(2),
    run: (bench) => void bench.design.getState().run(alignOperation(selectedIds(bench), "middle")),
  },
  alignCentre: {
    id: "align-centre",
    label: "Align in a column",
    icon: AlignCenterVertical,
    isEnabled: selected(2),
    run: (bench) => void bench.design.getState().run(alignOperation(selectedIds(bench), "centre")),
  },
  distributeHorizontally: {
    id: "distribute-horizontally",
    label: "Distribute horizontally",
    icon: AlignHorizontalDistributeCenter,
    isEnabled: selected(3),
    run: (bench) => void bench.design.getState().run(distributeOperation(selectedIds(bench), "horizontally")),
  },
  distributeVertically: {
    id: "distribute-vertically",
    label: "Distribute vertically",
    icon: AlignVerticalDistributeCenter,
    isEnabled: selected(3),
    run: (bench) => void bench.design.getState().run(distributeOperation(selectedIds(bench), "vertically")),
  },
  nextProblem: {
    id: "next-problem",
    label: "Next problem",
    icon: CircleAlert,
    shortcuts: ["F8"],
    whileTyping: true,
    run: (bench) => nextProblem(bench, 1),
  },
  previousProblem: {
    id: "previous-problem",
    label: "Previous problem",
    icon: CircleAlert,
    shortcuts: ["Shift+F8"],
    whileTyping: true,
    run: (bench) => nextProblem(bench, -1),
  },
} satisfies Record<string, Action>;
