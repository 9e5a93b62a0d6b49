import { placeRange, type Place, type RouterId, type TextRange } from "../../../core/index.ts";
import { caretSelection } from "../caretSelection.ts";
import { placeAtLine } from "../linePlaces.ts";
import { mirrorPlaces, samePlace } from "../peeringElements.ts";
import { addCommands } from "./commands.ts";
import { editorOptions } from "./editorOptions.ts";
import { sideOf } from "./jumps.ts";
import { monaco } from "./monaco.ts";
import type { Side } from "./parts.ts";
import type { EditorTools } from "./tools.ts";

/** An editor on the page. */
export interface Pane {
  /** Shows a router's text, with the caret, scroll position and folds that it had when last shown on this side. */
  show(router: RouterId, label: string): void;
  setReadOnly(readOnly: boolean): void;
  dispose(): void;
}

/** The caret has rested this long before the canvas follows it. */
const CARET_MILLISECONDS = 120;

export function createPane(
  runtime: EditorTools,
  side: Side,
  host: HTMLElement,
  announce: (text: string) => void,
): Pane {
  const editor = monaco.editor.create(host, editorOptions());
  let shown: RouterId | null = null;
  let caretTimer: ReturnType<typeof setTimeout> | undefined;
  const { session } = runtime;
  const { view } = session.stores;

  const followCaret = () => {
    const position = editor.getPosition();
    if (shown === null || !position || !editor.hasTextFocus()) return;
    const place = placeAtLine(runtime.linesOf(shown), position.lineNumber);
    showMirrors(place, editor);
    const state = view.getState();
    const object = caretSelection(runtime.design(), session.check().peerings, shown, place, state.selection);
    const [current] = state.selection;
    const sameObject = state.selection.length === 1 && current?.kind === object.kind && current.id === object.id;
    const sameOne = place === null ? state.place === null : state.place !== null && samePlace(place, state.place);
    if (sameObject && sameOne) return;
    session.follower.caretMoves(() =>
      view.setState({ ...(!sameObject && { selection: [object] }), ...(!sameOne && { place }) }),
    );
  };

  /** The mirror of the entry at the caret comes into view where the peer's text stands beside. */
  const showMirrors = (place: Place | null, own: monaco.editor.ICodeEditor) => {
    for (const mirror of place ? mirrorPlaces(runtime.design(), session.check().peerings, place) : []) {
      for (const other of runtime.panes.values()) {
        if (other.editor !== own && other.router === mirror.router) {
          revealPlace(runtime, other.editor, mirror.router, mirror);
        }
      }
    }
  };

  let movedByFind = false;
  const followSoon = () => {
    clearTimeout(caretTimer);
    caretTimer = setTimeout(followCaret, CARET_MILLISECONDS);
  };
  editor.onDidChangeCursorPosition((event) => {
    // The design moving the text under the caret is nobody's choice.
    if (event.source === "modelChange") return;
    if (editor.hasTextFocus()) followSoon();
    else movedByFind = editor.hasWidgetFocus();
  });
  editor.onDidFocusEditorText(() => {
    if (movedByFind) followSoon();
    movedByFind = false;
  });
  editor.onDidBlurEditorWidget(() => {
    session.drafting.commit();
    editor.updateOptions({ tabFocusMode: false });
  });
  editor.onMouseMove((event) => {
    const line = event.target.position?.lineNumber;
    const overText = event.target.type === monaco.editor.MouseTargetType.CONTENT_TEXT;
    runtime.highlights.hover(shown !== null && line !== undefined && overText ? { router: shown, line } : null);
  });
  editor.onMouseLeave(() => runtime.highlights.hover(null));
  addCommands(runtime, editor, () => shown, announce);

  const stopScrolls = session.follower.onScroll((router, place) => {
    if (router === shown) revealPlace(runtime, editor, router, place);
  });
  const serveReveal = () => {
    const request = view.getState().reveal;
    if (!request || request.serial === runtime.served.serial || request.router !== shown) return;
    if (sideOf(runtime, request.router) !== side) return;
    runtime.served.serial = request.serial;
    const range = rangeOf(runtime, request.router, request.place) ?? request.range;
    if (range) goTo(editor, range);
    if (request.focus) editor.focus();
  };
  const stopView = view.subscribe((state, before) => {
    if (state.reveal !== before.reveal) serveReveal();
  });

  return {
    show(router, label) {
      const model = runtime.texts.open(router);
      if (model && model !== editor.getModel()) {
        keepViewState(runtime, side, editor, shown);
        editor.setModel(model);
        const state = runtime.viewStates.get(`${side} ${router}`);
        if (state) editor.restoreViewState(state);
        shown = router;
        runtime.panes.set(side, { editor, router });
        runtime.highlights.refresh();
        const waiting = session.follower.takeScroll(router);
        if (waiting) revealPlace(runtime, editor, router, waiting);
        serveReveal();
      }
      editor.updateOptions({ ariaLabel: label });
    },
    setReadOnly(readOnly) {
      editor.updateOptions({
        readOnly,
        readOnlyMessage: { value: "This design is open for editing in another tab. Take over to edit it here." },
      });
    },
    dispose() {
      clearTimeout(caretTimer);
      session.drafting.commit();
      keepViewState(runtime, side, editor, shown);
      runtime.panes.delete(side);
      stopScrolls();
      stopView();
      // The model belongs to the texts and outlives the editor.
      editor.setModel(null);
      editor.dispose();
    },
  };
}

function keepViewState(
  runtime: EditorTools,
  side: Side,
  editor: monaco.editor.IStandaloneCodeEditor,
  router: RouterId | null,
): void {
  const state = router === null ? null : editor.saveViewState();
  if (state && router !== null) runtime.viewStates.set(`${side} ${router}`, state);
}

function rangeOf(runtime: EditorTools, id: RouterId, place: Place | undefined): TextRange | undefined {
  const router = runtime.design().routers.get(id);
  return router && place && placeRange(router, place);
}

function revealPlace(
  runtime: EditorTools,
  editor: monaco.editor.IStandaloneCodeEditor,
  router: RouterId,
  place: Place,
): void {
  const range = rangeOf(runtime, router, place);
  if (range) editor.revealLineInCenterIfOutsideViewport(range.line);
}

/** Puts the caret at a range, in the middle of the view, and lets its lines flash. */
function goTo(editor: monaco.editor.IStandaloneCodeEditor, range: TextRange): void {
  const lines = new monaco.Range(range.line, range.column, range.endLine, range.endColumn);
  editor.setPosition({ lineNumber: range.line, column: range.column });
  editor.revealRangeInCenterIfOutsideViewport(lines);
  const flash = editor.createDecorationsCollection([
    { range: lines, options: { isWholeLine: true, className: "line-flash" } },
  ]);
  setTimeout(() => flash.clear(), 1200);
}
