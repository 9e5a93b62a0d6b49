import type { Rectangle } from "../geometry.ts";
import { movementOf } from "../movedScene.ts";
import type { Scene } from "../scene.ts";
import { paintOver, paintScene, type Paints, type View } from "./paintScene.ts";

/** A view whose scene may have been moved by a drag, with what React Flow draws of it. */
export type MovingView = Omit<View, "leftOut"> & { readonly fed: Scene };

/** Paints a scene again and again while it is panned, zoomed and dragged about. */
export interface Backdrop {
  /** False: it is painted well enough for a moving picture, and should be painted anew once it is at rest. */
  paint(paints: Omit<Paints, "context">, view: MovingView): boolean;
  /** Lets the next picture be painted anew. */
  renew(): void;
}

/** A scene of fewer objects and lines is painted anew in no time. */
const FEW = 400;
/** How much is painted beyond each edge of what is seen, as a share of its size. */
const MARGIN = 0.4;
/** How far what was painted is stretched or shrunk while the zoom changes. */
const STRETCH = 1.5;
/** So much at most is painted over what was painted before. */
const MOST_OVER = 150;

interface Picture {
  readonly base: Scene;
  /** What of the base it does not show. */
  readonly leftOut: ReadonlySet<unknown>;
  /** What of the drawing it covers. */
  readonly covered: Rectangle;
  readonly zoom: number;
  readonly colours: Paints["colours"];
  readonly selected: ReadonlySet<string>;
  readonly isFar: boolean;
  readonly ratio: number;
}

/**
 * Thousands of lines take longer to paint than a frame lasts. So what is painted is somewhat more than what is seen: a pan or a zoom moves or
 * stretches the canvas as it is, without painting; a drag leaves out what is dragged, which is painted upon the second canvas.
 */
export function createBackdrop(canvas: HTMLCanvasElement, upper: HTMLCanvasElement): Backdrop {
  const [context, over] = [canvas.getContext("2d"), upper.getContext("2d")];
  let picture: Picture | null = null;
  let isUpperBare = true;
  return {
    paint(paints, view) {
      if (!context || !over) return true;
      const { scene, fed, ...rest } = view;
      const movement = movementOf(scene);
      const moved: ReadonlyMap<unknown, unknown> = movement?.moved ?? NOTHING_MOVED;
      const parts = scene.nodes.length + scene.peerings.length + scene.cables.length;
      const isLarge = parts >= FEW && moved.size <= MOST_OVER;
      const base = isLarge ? (movement?.base ?? scene) : scene;
      const before = new Map([...moved].map(([was, is]) => [is, was]));
      const drawn = new Set(partsOf(fed).map((one) => (isLarge ? (before.get(one) ?? one) : one)));
      const isGood = (one: Picture) =>
        fits(one, base, paints, view) &&
        [...moved.keys()].every((part) => one.leftOut.has(part)) &&
        missing(one, drawn).length <= MOST_OVER;
      const kept = isLarge && picture && isGood(picture) ? picture : null;
      const leftOut = isLarge ? new Set([...drawn, ...moved.keys()]) : drawn;
      picture = kept ?? paintPicture({ ...paints, context }, { ...rest, scene: base, leftOut }, isLarge ? MARGIN : 0);
      const isSharp = place(canvas, picture, view);
      const bare = new Set(missing(picture, drawn).map((part) => moved.get(part) ?? part));
      if (bare.size > 0 || !isUpperBare) {
        fitTo(upper, view.width, view.height, view.ratio);
        over.setTransform(1, 0, 0, 1, 0, 0);
        over.clearRect(0, 0, upper.width, upper.height);
        paintOver({ ...paints, context: over }, { ...rest, scene: only(scene, bare), leftOut: NOTHING });
        isUpperBare = bare.size === 0;
      }
      const { leftOut: absent } = picture;
      return !kept || (isSharp && [...drawn].every((part) => absent.has(part)));
    },
    renew() {
      picture = null;
    },
  };
}

const NOTHING: ReadonlySet<unknown> = new Set();
const NOTHING_MOVED: ReadonlyMap<unknown, unknown> = new Map();

function partsOf({ nodes, peerings, cables }: Scene): readonly unknown[] {
  return [...nodes, ...peerings, ...cables];
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

function fits(picture: Picture, base: Scene, { colours }: Pick<Paints, "colours">, view: MovingView): boolean {
  const { covered } = picture;
  const [, , zoom] = view.transform;
  const seen = seenIn(view);
  const stretched = zoom / picture.zoom;
  return (
    picture.base === base &&
    picture.colours === colours &&
    picture.selected === view.selected &&
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

function seenIn({ transform: [x, y, zoom], width, height }: Pick<View, "transform" | "width" | "height">): Rectangle {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
}

function paintPicture(paints: Paints, view: View, margin: number): Picture {
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
  paintScene(paints, larger);
  const { scene: base, leftOut, selected, farZoom } = view;
  const { colours } = paints;
  return { base, leftOut, covered: seenIn(larger), zoom, colours, selected, isFar: zoom < farZoom, ratio };
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
