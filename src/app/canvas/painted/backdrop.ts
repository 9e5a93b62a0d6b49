import type { Rectangle } from "../geometry.ts";
import { movementOf } from "../movedScene.ts";
import type { Cable, PeeringLine, Scene, SceneNode } from "../scene.ts";
import { isSeen, paintOver, paintScene, type Paints, type View } from "./paintScene.ts";

/** A view whose scene may have been moved by a drag, with what React Flow draws of it. */
export type MovingView = Omit<View, "leftOut"> & { readonly fed: Scene };

/** Paints a scene again and again while it is panned, zoomed and dragged about. */
export interface Backdrop {
  /** False: it is painted well enough for a moving picture, and should be painted anew once it is at rest. */
  paint(paints: Omit<Paints, "context">, view: MovingView): boolean;
  /** Lets the next picture be painted anew. */
  renew(): void;
  /** Gives up the picture that is being painted. */
  stop(): void;
}

/** A scene of fewer objects and lines is painted anew in no time. */
const FEW = 400;
/** How much is painted beyond each edge of what is seen, as a share of its size. */
const MARGIN = 0.4;
/** How far what was painted is stretched or shrunk while the zoom changes. */
const STRETCH = 1.5;
/** So much at most is painted over what was painted before. */
const MOST_OVER = 150;
/** A picture is painted in pieces of this size. Milliseconds. */
const PIECE_MILLISECONDS = 4;
/** So many strokes at most are one piece: without a graphics card, rasterising them takes far longer than asking for them. */
const STROKES_IN_A_PIECE = 24;

interface Picture {
  readonly base: Scene;
  /** What of the base it does not show. */
  readonly leftOut: ReadonlySet<unknown>;
  /** What of the drawing it covers. */
  readonly covered: Rectangle;
  readonly zoom: number;
  readonly colours: Paints["colours"];
  readonly selected: ReadonlySet<string>;
  /** The ids, as those of what is selected, of what somebody else drew when it was painted. */
  readonly drawnIds: ReadonlySet<string>;
  readonly isFar: boolean;
  readonly ratio: number;
}

/**
 * Thousands of lines take longer to paint than a frame lasts. So what is painted is somewhat more than what is seen: a pan or a zoom moves or
 * stretches the canvas as it is, without painting; a drag leaves out what is dragged, which is painted upon the upper canvas. A new
 * picture is painted piece by piece where nobody sees it, and then takes the place of the one before; `finished` is told so.
 */
export function createBackdrop(
  [first, second]: readonly [HTMLCanvasElement, HTMLCanvasElement],
  upper: HTMLCanvasElement,
  finished: () => void,
): Backdrop {
  const contexts = [first.getContext("2d"), second.getContext("2d")] as const;
  const over = upper.getContext("2d");
  let [shown, hidden] = contexts;
  let picture: Picture | null = null;
  let isStale = false;
  let isUpperBare = true;
  let job: { readonly picture: Picture; readonly steps: Generator<undefined, void>; isDone: boolean } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const advance = () => {
    if (!job) return;
    const until = performance.now() + PIECE_MILLISECONDS;
    let strokes = 0;
    do {
      job.isDone = job.steps.next().done === true;
      strokes += 1;
    } while (!job.isDone && strokes < STROKES_IN_A_PIECE && performance.now() < until);
    if (job.isDone) finished();
    else timer = setTimeout(advance);
  };
  const showFinished = () => {
    if (!job?.isDone || !shown || !hidden) return;
    ({ picture } = job);
    job = null;
    [shown, hidden] = [hidden, shown];
    shown.canvas.hidden = false;
    hidden.canvas.hidden = true;
  };

  return {
    paint(paints, view) {
      if (!shown || !hidden || !over) return true;
      showFinished();
      const { scene, fed, ...rest } = view;
      const movement = movementOf(scene);
      const isDrag = movement !== undefined && movement.moved.size <= MOST_OVER;
      const moved: ReadonlyMap<unknown, unknown> = isDrag ? movement.moved : NOTHING_MOVED;
      const base = isDrag ? movement.base : scene;
      const before = new Map([...moved].map(([was, is]) => [is, was]));
      const drawn = new Set<unknown>(partsOf(fed).map((one) => before.get(one) ?? one));
      const begin = (context: CanvasRenderingContext2D, margin: number) =>
        paintPicture(
          { ...paints, context },
          { ...rest, scene: base, leftOut: new Set([...drawn, ...moved.keys()]) },
          idsOf(fed),
          margin,
        );

      let change = picture ? changeBetween(picture.base, base) : EVERYTHING;
      if (scene.nodes.length + scene.peerings.length + scene.cables.length < FEW) {
        const whole = begin(shown, 0);
        while (!whole.steps.next().done);
        ({ picture } = whole);
      } else {
        const same = picture && adopted(picture, base, change, drawn);
        if (same) picture = same;
        const isGood =
          same &&
          fits(same, paints, view) &&
          [...moved.keys()].every((part) => same.leftOut.has(part)) &&
          missing(same, drawn).length <= MOST_OVER;
        if ((!isGood || isStale) && !job) {
          isStale = false;
          job = { ...begin(hidden, MARGIN), isDone: false };
          advance();
          showFinished();
        }
      }
      change = picture ? changeBetween(picture.base, base) : EVERYTHING;
      const paintUpper = (parts: readonly unknown[]) => {
        if (parts.length === 0 && isUpperBare) return;
        fitTo(upper, view.width, view.height, view.ratio);
        over.setTransform(1, 0, 0, 1, 0, 0);
        over.clearRect(0, 0, upper.width, upper.height);
        const bare = new Set(parts.map((part) => moved.get(part) ?? part));
        paintOver({ ...paints, context: over }, { ...rest, scene: only(scene, bare), leftOut: NOTHING });
        isUpperBare = parts.length === 0;
      };
      // Nothing of what is there now has ever been painted.
      shown.canvas.hidden = !picture || change.isWhole;
      if (!picture || change.isWhole) {
        paintUpper([]);
        return true;
      }
      const isSharp = place(shown.canvas, picture, view);
      const others = change.come.length <= MOST_OVER ? change.come : [];
      paintUpper([...missing(picture, drawn), ...moved.keys(), ...others].filter((part) => !drawn.has(part)));
      const { leftOut: absent } = picture;
      return job !== null || (isSharp && [...drawn].every((part) => absent.has(part)));
    },
    renew() {
      isStale = true;
    },
    stop() {
      clearTimeout(timer);
      job = null;
    },
  };
}

const NOTHING: ReadonlySet<unknown> = new Set();
const NOTHING_MOVED: ReadonlyMap<unknown, unknown> = new Map();

type Part = SceneNode | PeeringLine | Cable;

function partsOf({ nodes, peerings, cables }: Scene): readonly Part[] {
  return [...nodes, ...peerings, ...cables];
}

/** The ids of a scene's parts, as React Flow has them. */
function idsOf({ nodes, peerings, cables }: Scene): ReadonlySet<string> {
  return new Set([
    ...nodes.map(({ id }) => id),
    ...peerings.map(({ id }) => `peering ${id}`),
    ...cables.map(({ id }) => `cable ${id}`),
  ]);
}

/** How one scene differs from another. */
interface Change {
  readonly gone: readonly Part[];
  readonly come: readonly Part[];
  /** Nothing is in both. */
  readonly isWhole: boolean;
}

const EVERYTHING: Change = { gone: [], come: [], isWhole: true };

const changes = new WeakMap<Scene, { readonly to: Scene; readonly change: Change }>();

function changeBetween(from: Scene, to: Scene): Change {
  const known = changes.get(from);
  if (known?.to === to) return known.change;
  const [before, after] = [new Set(partsOf(from)), new Set(partsOf(to))];
  const come = [...after].filter((part) => !before.has(part));
  const change: Change = {
    gone: [...before].filter((part) => !after.has(part)),
    come,
    isWhole: after.size > 0 && come.length === after.size,
  };
  changes.set(from, { to, change });
  return change;
}

/** The picture as one of another scene: it is one, where somebody else draws whatever differs, before and after, or nobody sees it. */
function adopted(picture: Picture, base: Scene, { gone, come }: Change, drawn: ReadonlySet<unknown>): Picture | null {
  if (picture.base === base) return picture;
  const { covered, leftOut } = picture;
  if (gone.length > MOST_OVER || come.length > MOST_OVER) return null;
  if (gone.some((part) => !leftOut.has(part) && isSeen(covered, part))) return null;
  if (come.some((part) => !drawn.has(part) && isSeen(covered, part))) return null;
  const left = new Set<unknown>([...leftOut, ...come]);
  for (const part of gone) left.delete(part);
  return { ...picture, base, leftOut: left };
}

function only({ nodes, peerings, cables }: Scene, parts: ReadonlySet<unknown>): Scene {
  return {
    nodes: nodes.filter((one) => parts.has(one)),
    peerings: peerings.filter((one) => parts.has(one)),
    cables: cables.filter((one) => parts.has(one)),
  };
}

/** What the picture leaves out and nobody else draws any more. */
function missing({ leftOut }: Picture, drawn: ReadonlySet<unknown>): readonly unknown[] {
  return [...leftOut].filter((part) => !drawn.has(part));
}

/** Whether a picture shows the view, and shows it as it is to look. */
function fits(picture: Picture, { colours }: Pick<Paints, "colours">, view: MovingView): boolean {
  const { covered } = picture;
  const [, , zoom] = view.transform;
  const seen = seenIn(view);
  const stretched = zoom / picture.zoom;
  return (
    picture.colours === colours &&
    looksSelected(picture, view) &&
    picture.ratio === view.ratio &&
    picture.isFar === zoom < view.farZoom &&
    stretched < STRETCH &&
    stretched > 1 / STRETCH &&
    seen.x >= covered.x &&
    seen.y >= covered.y &&
    seen.x + seen.width <= covered.x + covered.width &&
    seen.y + seen.height <= covered.y + covered.height
  );
}

/** Whether what is selected looks so: somebody else draws whatever was selected, or no longer is, since the picture was painted. */
function looksSelected({ selected, drawnIds }: Picture, view: MovingView): boolean {
  if (selected === view.selected) return true;
  const drawnNow = idsOf(view.fed);
  const isDrawn = (id: string) => drawnIds.has(id) || drawnNow.has(id);
  return (
    [...selected].every((id) => view.selected.has(id) || isDrawn(id)) &&
    [...view.selected].every((id) => selected.has(id) || isDrawn(id))
  );
}

function seenIn({ transform: [x, y, zoom], width, height }: Pick<View, "transform" | "width" | "height">): Rectangle {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
}

/** The picture of a view, and the steps that it takes to paint it. */
function paintPicture(
  paints: Paints,
  view: View,
  drawnIds: ReadonlySet<string>,
  margin: number,
): { readonly picture: Picture; readonly steps: Generator<undefined, void> } {
  const { transform, width, height, ratio } = view;
  const [x, y, zoom] = transform;
  // Whole pixels, so that a picture that is not moved is the very picture that would be painted.
  const [besides, above] = [Math.round(width * margin), Math.round(height * margin)];
  const larger: View = {
    ...view,
    transform: [x + besides, y + above, zoom],
    width: width + 2 * besides,
    height: height + 2 * above,
  };
  fitTo(paints.context.canvas, larger.width, larger.height, ratio);
  const { scene: base, leftOut, selected, farZoom } = view;
  const { colours } = paints;
  const covered = seenIn(larger);
  return {
    picture: { base, leftOut, covered, zoom, colours, selected, drawnIds, isFar: zoom < farZoom, ratio },
    steps: paintScene(paints, larger),
  };
}

function fitTo(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): void {
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width === wide && canvas.height === high) return;
  canvas.width = wide;
  canvas.height = high;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}

/** Puts the canvas where the view looks at it. Answers whether it is as sharp there as if it were painted anew. */
function place(
  canvas: HTMLCanvasElement,
  { covered, zoom: painted }: Picture,
  { transform: [x, y, zoom], ratio }: MovingView,
): boolean {
  const [left, top] = [covered.x * zoom + x, covered.y * zoom + y];
  const stretched = zoom / painted;
  const whole = (pixels: number) => (stretched === 1 ? Math.round(pixels * ratio) / ratio : pixels);
  canvas.style.transform = `translate(${whole(left)}px, ${whole(top)}px) scale(${stretched})`;
  return stretched === 1 && Math.max(Math.abs(whole(left) - left), Math.abs(whole(top) - top)) < 0.02;
}
