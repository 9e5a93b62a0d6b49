import type { RouterId } from "../../../core/index.ts";
import { monaco } from "./monaco.ts";
import type { EditorTools } from "./tools.ts";

/** Escape leaves the text to the Tab key only where nothing else is waiting for it. */
const NOTHING_TO_ESCAPE =
  "editorTextFocus && !suggestWidgetVisible && !findWidgetVisible && !renameInputVisible && !editorHasSelection && " +
  "!editorHasMultipleSelections && !markersNavigationVisible && !codeActionMenuVisible && !inSnippetMode && " +
  "!editorHoverVisible && !editorTabMovesFocus";

/** What the keys and the context menu of an editor do beyond editing. `announce` speaks to a screen reader. */
export function addCommands(
  runtime: EditorTools,
  editor: monaco.editor.IStandaloneCodeEditor,
  shown: () => RouterId | null,
  announce: (text: string) => void,
): void {
  const { KeyCode, KeyMod } = monaco;
  const { drafting, stores } = runtime.session;
  editor.addAction({
    id: "tunnelwright.commit",
    label: "Apply what was typed",
    keybindings: [KeyMod.CtrlCmd | KeyCode.KeyS],
    run: () => drafting.commit(),
  });
  editor.addAction({
    id: "tunnelwright.mirror",
    label: "Go to the mirror entry on the peer",
    keybindings: [KeyMod.CtrlCmd | KeyCode.F12],
    contextMenuGroupId: "navigation",
    contextMenuOrder: 2,
    run() {
      const router = shown();
      const position = editor.getPosition();
      if (router === null || !position || runtime.jumps.toMirror(router, position)) return;
      announce("This line has no mirror entry on a peer.");
    },
  });
  editor.addAction({
    id: "tunnelwright.back",
    label: "Return from jump",
    keybindings: [KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.Enter],
    contextMenuGroupId: "navigation",
    contextMenuOrder: 3,
    run() {
      if (!runtime.jumps.back()) announce("There is no jump to return from.");
    },
  });
  // The editor's own undo takes back typing, word by word; what the canvas or a panel did is taken back by the page's history.
  const typedLast = () => {
    const model = editor.getModel();
    return model !== null && runtime.texts.lastTyped(model);
  };
  const whileTyping = "editorTextFocus";
  editor.addAction({
    id: "tunnelwright.undo",
    label: "Undo",
    keybindings: [KeyMod.CtrlCmd | KeyCode.KeyZ],
    keybindingContext: whileTyping,
    run() {
      if (typedLast() && editor.getModel()?.canUndo()) editor.trigger("keyboard", "undo", null);
      else stores.design.getState().undo();
    },
  });
  editor.addAction({
    id: "tunnelwright.redo",
    label: "Redo",
    keybindings: [KeyMod.CtrlCmd | KeyCode.KeyY, KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyZ],
    keybindingContext: whileTyping,
    run() {
      if (typedLast() && editor.getModel()?.canRedo()) editor.trigger("keyboard", "redo", null);
      else stores.design.getState().redo();
    },
  });
  editor.addAction({
    id: "tunnelwright.leave",
    label: "Let Tab leave the editor",
    keybindings: [KeyCode.Escape],
    keybindingContext: NOTHING_TO_ESCAPE,
    run() {
      editor.updateOptions({ tabFocusMode: true });
      announce("Tab now leaves the editor.");
    },
  });
}
