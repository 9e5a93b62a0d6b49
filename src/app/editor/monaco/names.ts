import {
  definitionsOf,
  nameAt,
  occurrencesOf,
  renameEverywhere,
  renameObstacle,
  type NameAt,
  type RouterId,
  type TextRange,
} from "../../../core/index.ts";
import { LANGUAGE } from "./language.ts";
import { monaco } from "./monaco.ts";
import type { RuntimeParts } from "./parts.ts";

/** Go to definition, highlight and rename for everything that IOS knows by a name. */
export function registerNames(runtime: RuntimeParts): void {
  const find = (model: monaco.editor.ITextModel, position: monaco.Position): (NameAt & { router: RouterId }) | null => {
    const id = runtime.texts.routerOf(model);
    const router = id === null ? undefined : runtime.design().routers.get(id);
    if (!router) return null;
    // What was typed is read first, or the lines would not be those of the text.
    runtime.session.drafting.flush();
    const now = runtime.design().routers.get(router.id) ?? router;
    const found = nameAt(now.elements, runtime.linesOf(now.id), position.lineNumber, position.column);
    return found && { ...found, router: now.id };
  };

  monaco.languages.registerDefinitionProvider(LANGUAGE, {
    provideDefinition(model, position) {
      const name = find(model, position);
      const [first] = name ? definitionsOf(name.use, runtime.linesOf(name.router)) : [];
      return first ? { uri: model.uri, range: toMonaco(first) } : null;
    },
  });
  monaco.languages.registerDocumentHighlightProvider(LANGUAGE, {
    provideDocumentHighlights(model, position) {
      const name = find(model, position);
      if (!name) return null;
      return occurrencesOf(name.use, runtime.linesOf(name.router)).map((range) => ({ range: toMonaco(range) }));
    },
  });
  monaco.languages.registerReferenceProvider(LANGUAGE, {
    provideReferences(model, position) {
      const name = find(model, position);
      if (!name) return null;
      return occurrencesOf(name.use, runtime.linesOf(name.router)).map((range) => ({
        uri: model.uri,
        range: toMonaco(range),
      }));
    },
  });
  monaco.languages.registerRenameProvider(LANGUAGE, {
    resolveRenameLocation(model, position) {
      const name = find(model, position);
      if (!name) {
        const range = monaco.Range.fromPositions(position);
        return { range, text: "", rejectReason: "Nothing that can be renamed stands here." };
      }
      requestAnimationFrame(() => focusRenameBox());
      return { range: toMonaco(name.range), text: name.use.name };
    },
    provideRenameEdits(model, position, into) {
      const name = find(model, position);
      if (!name) return { edits: [], rejectReason: "Nothing that can be renamed stands here." };
      const { to, name: from } = name.use;
      const obstacle = renameObstacle(runtime.design(), name.router, to, from, into);
      if (obstacle !== null) {
        runtime.session.notify(obstacle);
        return { edits: [] };
      }
      // The texts follow the design, so the editor itself has nothing to change.
      runtime.session.stores.design.getState().run(renameEverywhere(name.router, to, from, into));
      return { edits: [] };
    },
  });
}

/** Within so many frames Monaco has drawn the box of a rename. */
const MOST_FRAMES = 60;

/**
 * Monaco gives the box of a rename the focus a tenth of a second after it was asked for, which is lost on a box that a busy page
 * has not drawn by then; what is typed would go into the text.
 */
function focusRenameBox(frame = 0): void {
  const box = [...document.querySelectorAll<HTMLInputElement>(".rename-input")].find(
    (input) => getComputedStyle(input).visibility !== "hidden" && input.getClientRects().length > 0,
  );
  if (!box) {
    if (frame < MOST_FRAMES) requestAnimationFrame(() => focusRenameBox(frame + 1));
    return;
  }
  if (document.activeElement === box) return;
  box.focus();
  box.select();
}

function toMonaco(range: TextRange): monaco.IRange {
  return {
    startLineNumber: range.line,
    startColumn: range.column,
    endLineNumber: range.endLine,
    endColumn: range.endColumn,
  };
}
