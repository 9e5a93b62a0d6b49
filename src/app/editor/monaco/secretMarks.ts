import { routerSecrets, secretSpans, type Router, type RouterId } from "../../../core/index.ts";
import { monaco } from "./monaco.ts";
import type { RuntimeParts } from "./parts.ts";
import type { ChangedLines } from "./texts.ts";

/** Draws a dot for each character of a key; see editor.css. The text itself stays what it is, so that copying gives the key. */
const MASK: monaco.editor.IModelDecorationOptions = {
  inlineClassName: "secret-masked",
  // Dots are not as wide as letters, so the caret must be measured and not counted.
  inlineClassNameAffectsLetterSpacing: true,
  stickiness: monaco.editor.TrackedRangeStickiness.AlwaysGrowsWhenTypingAtEdges,
};

/** Masks the keys of all open texts until they are asked for. */
export function maskSecrets({ texts, session }: RuntimeParts): void {
  const { design, view } = session.stores;
  const remark = (id: RouterId, model: monaco.editor.ITextModel, changed: readonly ChangedLines[]) => {
    const shown = view.getState().secretsShown;
    // The committed router: its secrets are collected once, not at each key.
    const router = design.getState().design.routers.get(id);
    const known = router && !shown ? secretsOf(router) : new Set<string>();
    for (const { first, last } of changed) {
      const end = Math.min(last, model.getLineCount());
      const old = model
        .getLinesDecorations(first, end)
        .filter((decoration) => decoration.options.inlineClassName === MASK.inlineClassName)
        .map((decoration) => decoration.id);
      model.deltaDecorations(old, shown ? [] : masksOf(model, first, end, known));
    }
  };
  texts.onChange(remark);
  view.subscribe((state, before) => {
    if (state.secretsShown === before.secretsShown) return;
    for (const router of texts.openRouters()) {
      const model = texts.peek(router);
      if (model) remark(router, model, [{ first: 1, last: model.getLineCount() }]);
    }
  });
}

function masksOf(
  model: monaco.editor.ITextModel,
  first: number,
  last: number,
  known: ReadonlySet<string>,
): monaco.editor.IModelDeltaDecoration[] {
  const masks: monaco.editor.IModelDeltaDecoration[] = [];
  for (let line = first; line <= last; line += 1) {
    for (const { start, end } of secretSpans(model.getLineContent(line), known)) {
      masks.push({ range: new monaco.Range(line, start + 1, line, end + 1), options: MASK });
    }
  }
  return masks;
}

const collected = new WeakMap<Router, ReadonlySet<string>>();

function secretsOf(router: Router): ReadonlySet<string> {
  const known = collected.get(router) ?? routerSecrets(router);
  collected.set(router, known);
  return known;
}
