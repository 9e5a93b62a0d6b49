import type { Place, RouterId } from "../../../core/index.ts";
import { linesOfElement, linesOfPlace, placeAtLine, type LineRange } from "../linePlaces.ts";
import { endElements, endsOf, mirrorPlaces } from "../peeringElements.ts";
import { monaco } from "./monaco.ts";
import type { RuntimeParts } from "./parts.ts";

/** The marks of what is selected, and of an access list entry with its mirror on the peer. */
export interface Highlights {
  /** After a check, a selection or a change of text; drawn with the next frame. */
  refresh(): void;
  /** The line under the pointer, or null when it leaves the text. */
  hover(at: { readonly router: RouterId; readonly line: number } | null): void;
  stop(): void;
}

const lineOf = (className: string, bar: string): monaco.editor.IModelDecorationOptions => ({
  isWholeLine: true,
  className,
  linesDecorationsClassName: bar,
  stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
});

/** The mirror of an entry is told by weight and underline, not by its colour alone. */
const MARKS = {
  selected: lineOf("line-selected", "bar-selected"),
  place: lineOf("line-place", "bar-place"),
  lit: {
    ...lineOf("line-lit", "bar-lit"),
    overviewRuler: { color: { id: "editor.foreground" }, position: monaco.editor.OverviewRulerLane.Center },
  },
  mirror: {
    ...lineOf("line-mirror", "bar-mirror"),
    inlineClassName: "text-mirror",
    overviewRuler: { color: { id: "editor.foreground" }, position: monaco.editor.OverviewRulerLane.Center },
  },
} as const;

type Mark = keyof typeof MARKS;

/** Per router and line the one mark to draw: of several, the one that says most. Backgrounds on top of each other hide the text. */
type Marks = Map<RouterId, Map<number, Mark>>;

export function createHighlights(runtime: RuntimeParts): Highlights {
  const { texts, session } = runtime;
  const { view } = session.stores;
  const drawn = new Map<monaco.editor.ITextModel, string[]>();
  let hovered: Place | null = null;
  let frame = 0;

  const draw = () => {
    frame = 0;
    const marks: Marks = new Map();
    markSelection(runtime, marks);
    markMirrors(runtime, hovered ?? view.getState().place, marks);
    markPlayed(runtime, marks);
    for (const model of drawn.keys()) if (model.isDisposed()) drawn.delete(model);
    for (const id of texts.openRouters()) {
      const model = texts.peek(id);
      if (model) drawn.set(model, model.deltaDecorations(drawn.get(model) ?? [], decorations(marks.get(id))));
    }
  };
  const refresh = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const stopView = view.subscribe((state, before) => {
    const same = state.selection === before.selection && state.place === before.place;
    if (!same || state.spotlight !== before.spotlight) refresh();
  });
  texts.onChange(refresh);

  return {
    refresh,
    hover(at) {
      const place = at && placeAtLine(runtime.linesOf(at.router), at.line);
      const entry = place?.kind === "accessList" && typeof place.item === "number" ? place : null;
      if (entry === hovered) return;
      hovered = entry;
      refresh();
    },
    stop() {
      cancelAnimationFrame(frame);
      stopView();
    },
  };
}

function markSelection(runtime: RuntimeParts, marks: Marks): void {
  const { selection, place } = runtime.session.stores.view.getState();
  for (const object of selection) {
    if (object.kind !== "peering") continue;
    const judged = runtime.session.check().peerings.find((one) => one.peering.id === object.id);
    for (const end of judged ? endsOf(judged.peering) : []) {
      const router = runtime.design().routers.get(end.router);
      if (!router || !runtime.texts.peek(router.id)) continue;
      const lines = runtime.linesOf(router.id);
      for (const element of endElements(router, end)) {
        add(marks, router.id, linesOfElement(lines, element), "selected");
      }
    }
  }
  if (place && runtime.texts.peek(place.router)) {
    add(marks, place.router, linesOfPlace(runtime.linesOf(place.router), place), "place");
  }
}

function markMirrors(runtime: RuntimeParts, place: Place | null, marks: Marks): void {
  if (!place) return;
  const mirrors = mirrorPlaces(runtime.design(), runtime.session.check().peerings, place);
  if (mirrors.length === 0) return;
  for (const one of [place, ...mirrors]) {
    if (runtime.texts.peek(one.router)) {
      add(marks, one.router, linesOfPlace(runtime.linesOf(one.router), one), "mirror");
    }
  }
}

function markPlayed(runtime: RuntimeParts, marks: Marks): void {
  for (const place of runtime.session.stores.view.getState().spotlight?.places ?? []) {
    if (runtime.texts.peek(place.router)) {
      add(marks, place.router, linesOfPlace(runtime.linesOf(place.router), place), "lit");
    }
  }
}

/** Later marks say more than earlier ones. */
function add(marks: Marks, router: RouterId, ranges: readonly LineRange[], mark: Mark): void {
  const lines = marks.get(router) ?? new Map<number, Mark>();
  marks.set(router, lines);
  for (const { first, last } of ranges) for (let line = first; line <= last; line += 1) lines.set(line, mark);
}

function decorations(lines: ReadonlyMap<number, Mark> | undefined): monaco.editor.IModelDeltaDecoration[] {
  // An inline class needs the columns; a line decoration takes the whole line whatever they are.
  return [...(lines ?? [])].map(([line, mark]) => ({
    range: new monaco.Range(line, 1, line, Number.MAX_SAFE_INTEGER),
    options: MARKS[mark],
  }));
}
