import { CABLE_LABEL_SPOTS, cableLabelBox } from "./cableLabelPlace.ts";
import { overlaps, passesThrough, type Course, type Rectangle } from "./geometry.ts";

/** Where along a line a label may stand, best first. */
const SHARES = [0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.22, 0.78];
/** About how wide a character of a label is, and how much its ends and its sign add, in pixels at zoom 1. */
const CHARACTER = 6.9;
const ENDS = 44;
const HEIGHT = 26;
/** Above this many lines, or objects, labels can't be read all at once anyway, and looking for places costs time. */
const MOST_LINES = 300;

/** Where a tunnel's label stands. */
export interface TunnelLabelPlace {
  /** How far along the line. */
  readonly share: number;
  /** There is room for its sign alone. */
  readonly isShort: boolean;
}

/** Gives labels places on their lines where neither a label before them nor an object stands. */
export interface LabelPlacer {
  /** Without a better place, the middle of the line. Where there are too many, the way of the line is not asked for. */
  tunnel(way: () => Course, words: string): TunnelLabelPlace;
  /** Which of the spots beside a cable its label takes, off the tunnels that were placed; the first where there is no better one. */
  cable(way: () => Course, words: string): number;
}

const IN_THE_MIDDLE: TunnelLabelPlace = { share: 0.5, isShort: false };
const TUNNEL_PLACES: readonly TunnelLabelPlace[] = [
  ...SHARES.map((share) => ({ share, isShort: false })),
  ...[...SHARES, 0.14, 0.86].map((share) => ({ share, isShort: true })),
];

export function labelPlacer(lines: number, objects: readonly Rectangle[]): LabelPlacer {
  // A large design that is not judged yet has no tunnels, but its cables.
  if (lines > MOST_LINES || objects.length > MOST_LINES) return { tunnel: () => IN_THE_MIDDLE, cable: () => 0 };
  const taken: Rectangle[] = [];
  const tunnels: Course[] = [];
  const placed = <T>(places: readonly T[], boxOf: (place: T) => Rectangle, around: Rectangle, otherwise: T): T => {
    // Most of what there is stands nowhere near the line.
    const near = [...objects, ...taken].filter((one) => overlaps(one, around));
    const place = places.find((one) => !near.some((other) => overlaps(boxOf(one), other))) ?? otherwise;
    taken.push(boxOf(place));
    return place;
  };
  return {
    tunnel(wayOf, words) {
      const way = wayOf();
      tunnels.push(way);
      const whole = words.length * CHARACTER + ENDS;
      const boxOf = ({ share, isShort }: TunnelLabelPlace): Rectangle => {
        const { x, y } = way.at(share);
        const width = isShort ? HEIGHT : whole;
        return { x: x - width / 2, y: y - HEIGHT / 2, width, height: HEIGHT };
      };
      return placed(TUNNEL_PLACES, boxOf, rangeOf(way, whole), IN_THE_MIDDLE);
    },
    cable(wayOf, words) {
      if (words === "") return 0;
      const way = wayOf();
      const [boxOf, around] = [(spot: number) => cableLabelBox(way, spot, words), rangeOf(way, 100)];
      // The label of a cable has no ground of its own, so a line would strike it through.
      const lines = tunnels.filter((one) => overlaps(rangeOf(one, 0), around));
      const clear = CABLE_LABEL_SPOTS.filter((spot) => !lines.some((one) => passesThrough(one, boxOf(spot))));
      const rest = CABLE_LABEL_SPOTS.filter((spot) => !clear.includes(spot));
      return placed([...clear, ...rest], boxOf, around, clear[0] ?? 0);
    },
  };
}

/** Everything that a line and what stands on it may touch. */
function rangeOf({ start, end, control }: Course, width: number): Rectangle {
  const points = control ? [start, end, control] : [start, end];
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs) - width / 2, Math.min(...ys) - HEIGHT];
  return { x: left, y: top, width: Math.max(...xs) + width / 2 - left, height: Math.max(...ys) + HEIGHT - top };
}
