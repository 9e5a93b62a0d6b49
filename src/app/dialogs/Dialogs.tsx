import { lazy, Suspense } from "react";
import { useView } from "../stores.tsx";
import { useWorkbench } from "../workbench.ts";

const ImportDialog = lazy(async () => ({ default: (await import("./ImportDialog.tsx")).ImportDialog }));
const ExportDialog = lazy(async () => ({ default: (await import("./export/ExportDialog.tsx")).ExportDialog }));
const GenerateDialog = lazy(async () => ({ default: (await import("./GenerateDialog.tsx")).GenerateDialog }));
const OpenDialog = lazy(async () => ({ default: (await import("./OpenDialog.tsx")).OpenDialog }));
const ShareDialog = lazy(async () => ({ default: (await import("./ShareDialog.tsx")).ShareDialog }));
const ShortcutsDialog = lazy(async () => ({ default: (await import("./ShortcutsDialog.tsx")).ShortcutsDialog }));
const HistoryDialog = lazy(async () => ({ default: (await import("./HistoryDialog.tsx")).HistoryDialog }));
const CheckpointDialog = lazy(async () => ({ default: (await import("./CheckpointDialog.tsx")).CheckpointDialog }));
const ChangeDialog = lazy(async () => ({ default: (await import("./change/ChangeDialog.tsx")).ChangeDialog }));
const ExplainOutputDialog = lazy(async () => ({
  default: (await import("../terminal/ExplainOutputDialog.tsx")).ExplainOutputDialog,
}));
const FindDialog = lazy(async () => ({ default: (await import("./CommandDialog.tsx")).FindDialog }));
const CommandPalette = lazy(async () => ({ default: (await import("./CommandDialog.tsx")).CommandPalette }));
const LinkManyDialog = lazy(async () => ({ default: (await import("./LinkManyDialog.tsx")).LinkManyDialog }));
const LinkDialog = lazy(async () => ({ default: (await import("./CommandDialog.tsx")).LinkDialog }));

const DIALOGS = {
  import: ImportDialog,
  export: ExportDialog,
  generate: GenerateDialog,
  open: OpenDialog,
  share: ShareDialog,
  shortcuts: ShortcutsDialog,
  history: HistoryDialog,
  checkpoint: CheckpointDialog,
  find: FindDialog,
  commands: CommandPalette,
  link: LinkDialog,
  linkMany: LinkManyDialog,
  explainOutput: ExplainOutputDialog,
  change: ChangeDialog,
} as const;

/** The dialog that is open, if one is. None of them is loaded before it is asked for. */
export function Dialogs() {
  const { view } = useWorkbench();
  const dialog = useView((state) => state.dialog);
  if (dialog === null) return null;
  const Shown = DIALOGS[dialog];
  return (
    <Suspense fallback={null}>
      <Shown onClose={() => view.setState({ dialog: null, linkingFrom: null, brought: [] })} />
    </Suspense>
  );
}
