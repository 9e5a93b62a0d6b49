import { textWidth } from "../canvas/textWidth.ts";

export interface PictureTextProps {
  readonly x: number;
  /** The middle of the line. */
  readonly y: number;
  readonly size: number;
  readonly weight: 400 | 600;
  readonly fill: string;
  readonly text: string;
  readonly anchor?: "start" | "middle" | "end";
  /** Where the text would be wider, it ends in an ellipsis, as on the canvas. */
  readonly room?: number;
  /** A rim in the colour of what is behind, for words that stand on a line. */
  readonly halo?: string;
  readonly tabular?: boolean;
}

/** How far below the middle of a line its letters stand, in the font's size: half of ascent less descent, as browsers centre text. */
const BASELINE = 0.364;

/** One line of text. Its baseline is worked out here: not every program knows `dominant-baseline`. */
export function PictureText(props: PictureTextProps) {
  const { x, y, size, weight, fill, text, anchor = "start", room, halo, tabular = false } = props;
  return (
    <text
      x={round(x)}
      y={round(y + size * BASELINE)}
      fontSize={size}
      fontWeight={weight}
      fill={fill}
      textAnchor={anchor === "start" ? undefined : anchor}
      style={tabular ? { fontVariantNumeric: "tabular-nums" } : undefined}
      {...(halo === undefined
        ? {}
        : { paintOrder: "stroke", stroke: halo, strokeWidth: 4, strokeLinejoin: "round" as const })}
    >
      {room === undefined ? text : fitted(text, room, `${weight} ${size}px`)}
    </text>
  );
}

function fitted(text: string, room: number, letters: string): string {
  if (textWidth(text, letters) <= room) return text;
  const all = Array.from(text);
  let [kept, tooMany] = [0, all.length];
  while (tooMany - kept > 1) {
    const middle = Math.floor((kept + tooMany) / 2);
    if (textWidth(`${all.slice(0, middle).join("")}…`, letters) <= room) kept = middle;
    else tooMany = middle;
  }
  return `${all.slice(0, kept).join("")}…`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
