import { routerText, type Router, type RouterId } from "../../../core/index.ts";
import { effectiveDesign, type DesignStore } from "../../../store/designStore.ts";
import type { Drafting } from "../drafting.ts";
import { minimalEdits } from "../minimalEdits.ts";
import { LANGUAGE } from "./language.ts";
import { monaco } from "./monaco.ts";

/** The open texts: one Monaco model per router that has been looked at, kept equal to the design by the smallest edits. */
export interface Texts {
  /** The model of a router, made when first asked for; null where the design has no such router. */
  open(router: RouterId): monaco.editor.ITextModel | null;
  /** The model, if it is open. */
  peek(router: RouterId): monaco.editor.ITextModel | null;
  routerOf(model: monaco.editor.ITextModel): RouterId | null;
  /** The routers whose texts are open. */
  openRouters(): readonly RouterId[];
  /** True when a person, not the design, made the last change: only then does the editor's own undo come before the page's. */
  lastTyped(model: monaco.editor.ITextModel): boolean;
  /** Told after a model was made or its text changed, whoever changed it. */
  onChange(
    listener: (router: RouterId, model: monaco.editor.ITextModel, changed: readonly ChangedLines[]) => void,
  ): void;
  dispose(): void;
}

/** Lines of the new text that may differ from the old, counted from 1. */
export interface ChangedLines {
  readonly first: number;
  readonly last: number;
}

interface OpenText {
  readonly model: monaco.editor.ITextModel;
  /** The router whose text the model shows; an equal router needs no second look. */
  shown: Router;
  /** The text that was last handed to the store. */
  sent: string | null;
  syncing: boolean;
  lastTyped: boolean;
}

/** As many texts stay open, with their undo stacks, as a person goes back and forth between. */
const MOST_OPEN = 24;
/** A change of more lines than this at once is a paste to be reviewed, whatever key made it. */
const REVIEWED_LINES = 10;

export function createTexts(design: DesignStore, drafting: Drafting): Texts {
  const open = new Map<RouterId, OpenText>();
  const listeners = new Set<Parameters<Texts["onChange"]>[0]>();
  const tell = (router: RouterId, model: monaco.editor.ITextModel, changed: readonly ChangedLines[]) => {
    for (const listener of listeners) listener(router, model, changed);
  };

  const sync = (id: RouterId, text: OpenText) => {
    const state = design.getState();
    const router = effectiveDesign(state).routers.get(id);
    if (!router) {
      open.delete(id);
      text.model.dispose();
      return;
    }
    // What is being typed is never printed over; once it is a draft, the design's router is made of it.
    if (router === text.shown || drafting.isBehind(id)) return;
    text.shown = router;
    if (state.draft?.router === id && state.draft.text === text.sent) return;
    const before = text.model.getLinesContent();
    const edits = minimalEdits(before, editorLines(routerText(router).text));
    if (edits.length === 0) return;
    text.syncing = true;
    text.model.pushStackElement();
    text.model.pushEditOperations(
      null,
      edits.map((edit) => ({
        range: new monaco.Range(edit.startLine, edit.startColumn, edit.endLine, edit.endColumn),
        text: edit.text,
      })),
      () => null,
    );
    text.model.pushStackElement();
    text.syncing = false;
    text.lastTyped = false;
  };

  const create = (id: RouterId): OpenText | null => {
    const router = effectiveDesign(design.getState()).routers.get(id);
    if (!router) return null;
    const model = monaco.editor.createModel(
      editorLines(routerText(router).text).join("\n"),
      LANGUAGE,
      monaco.Uri.from({ scheme: "router", path: `/${id}` }),
    );
    model.setEOL(monaco.editor.EndOfLineSequence.LF);
    model.updateOptions({ tabSize: 1, indentSize: 1, insertSpaces: true, trimAutoWhitespace: false });
    const text: OpenText = { model, shown: router, sent: null, syncing: false, lastTyped: false };
    model.onDidChangeContent((event) => {
      if (!text.syncing && !event.isFlush) {
        text.lastTyped = true;
        const pasted =
          !event.isUndoing &&
          !event.isRedoing &&
          event.changes.some((change) => countLines(change.text) > REVIEWED_LINES);
        drafting.typed(
          id,
          () => {
            text.sent = withLineEnd(model.getValue(monaco.editor.EndOfLinePreference.LF), text.shown);
            return text.sent;
          },
          pasted,
        );
      }
      tell(id, model, changedLines(event.changes));
    });
    return text;
  };

  const closeOldest = () => {
    for (const [id, text] of open) {
      if (open.size < MOST_OPEN) return;
      if (text.model.isAttachedToEditor()) continue;
      open.delete(id);
      text.model.dispose();
    }
  };

  let scheduled = false;
  const syncAll = () => {
    scheduled = false;
    for (const [id, text] of open) sync(id, text);
  };
  const stop = design.subscribe((state, before) => {
    if (scheduled || (state.design === before.design && state.draft === before.draft)) return;
    // A commit is more than one change of the store; only where it ends is anybody's text.
    scheduled = true;
    queueMicrotask(syncAll);
  });

  return {
    open(id) {
      const known = open.get(id);
      if (known) {
        // Asked for last, so closed last.
        open.delete(id);
        open.set(id, known);
        return known.model;
      }
      closeOldest();
      const text = create(id);
      if (!text) return null;
      open.set(id, text);
      tell(id, text.model, [{ first: 1, last: text.model.getLineCount() }]);
      return text.model;
    },
    peek: (id) => open.get(id)?.model ?? null,
    routerOf: (model) => [...open].find(([, text]) => text.model === model)?.[0] ?? null,
    openRouters: () => [...open.keys()],
    lastTyped: (model) => [...open.values()].find((text) => text.model === model)?.lastTyped ?? false,
    onChange: (listener) => void listeners.add(listener),
    dispose() {
      stop();
      for (const text of open.values()) text.model.dispose();
      open.clear();
    },
  };
}

/** The lines as the editor shows them: without the empty one that a final line end would make. */
function editorLines(text: string): readonly string[] {
  return (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
}

/** The editor works with "\n"; a file that came with "\r\n" goes back with it. */
function withLineEnd(text: string, router: Router): string {
  return router.source?.lineEnd === "\r\n" ? text.replaceAll("\n", "\r\n") : text;
}

function changedLines(changes: readonly monaco.editor.IModelContentChange[]): readonly ChangedLines[] {
  // Changes come from the last to the first, so that lines above a change keep their numbers; those below it move.
  let moved = 0;
  return [...changes].reverse().map((change) => {
    const first = change.range.startLineNumber + moved;
    const added = countLines(change.text);
    moved += added - (change.range.endLineNumber - change.range.startLineNumber);
    return { first, last: first + added };
  });
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
