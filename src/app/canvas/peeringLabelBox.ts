import type { Course, Rectangle } from "./geometry.ts";
import type { PeeringLine } from "./scene.ts";
import { textWidth } from "./textWidth.ts";

/** The label of a peering's line as it is drawn, on the canvas and in pictures. */
export interface PeeringLabelBox extends Rectangle {
  readonly words: string;
  /** Between objects that stand close together only the sign fits. */
  readonly isShort: boolean;
}

export const LABEL_HEIGHT = 24;
/** Where the words of a label begin: behind its sign. */
export const ICON_ROOM = 24;

/** What stands in a peering's label. */
export function labelWords({ backup, label }: Pick<PeeringLine, "backup" | "label">): string {
  return backup ? `backup · ${label}` : label;
}

/** Where a peering's label stands, and what is in it. */
export function peeringLabelBox(line: PeeringLine, way: Course): PeeringLabelBox {
  const words = labelWords(line);
  const room = Math.hypot(way.end.x - way.start.x, way.end.y - way.start.y);
  const wordsWidth = Math.ceil(textWidth(words)) + ICON_ROOM + 12;
  const isCramped = !line.labelAt.isShort && wordsWidth > room * 1.15;
  const isShort = isCramped || line.labelAt.isShort;
  const width = isShort ? LABEL_HEIGHT : wordsWidth;
  const middle = way.at(isCramped ? 0.5 : line.labelAt.share);
  return {
    words,
    isShort,
    x: Math.round(middle.x - width / 2),
    y: Math.round(middle.y - LABEL_HEIGHT / 2),
    width,
    height: LABEL_HEIGHT,
  };
}
