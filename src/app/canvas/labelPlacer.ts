import { overlaps, type Course, type Rectangle } from "./geometry.ts";

/** Where along a line a label may stand, best first. */
const SHARES = [0.5, 0.36, 0.64, 0.27, 0.73];
/** About how wide a character of a label is, and how much its ends and its sign add, in pixels at zoom 1. */
const CHARACTER = 6.9;
const ENDS = 44;
const HEIGHT = 26;
/** Above this many lines labels can't be read all at once anyway, and looking for places costs time. */
const MOST_LINES = 300;

/** Gives each label a place on its line where no label before it stands; the middle where there is none. */
export function labelPlacer(lines: number): (way: Course, label: string) => number {
  if (lines > MOST_LINES) return () => 0.5;
  const taken: Rectangle[] = [];
  return (way, label) => {
    const width = label.length * CHARACTER + ENDS;
    const boxAt = (share: number): Rectangle => {
      const { x, y } = way.at(share);
      return { x: x - width / 2, y: y - HEIGHT / 2, width, height: HEIGHT };
    };
    const share = SHARES.find((one) => !taken.some((other) => overlaps(boxAt(one), other))) ?? 0.5;
    taken.push(boxAt(share));
    return share;
  };
}
