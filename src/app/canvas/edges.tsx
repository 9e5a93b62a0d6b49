import { memo } from "react";
import type { EdgeProps } from "@xyflow/react";
import { arrowHead, course, type Course } from "./geometry.ts";
import type { CableEdge, PeeringEdge } from "./flowElements.ts";
import type { PeeringLine } from "./scene.ts";
import { STATUS_SHAPES } from "./StatusIcon.tsx";
import { textWidth } from "./textWidth.ts";
import "./edges.css";

/** The line of a peering: colour, dash, arrow, icon and words all tell its status. */
export const PeeringLineView = memo(function PeeringLineView({ data, selected }: EdgeProps<PeeringEdge>) {
  if (!data) return null;
  const { line } = data;
  const way = course(line.fromBox, line.toBox, line.lane, line.lanes);
  const looks = line.byDesign ? "agreed" : line.status;
  return (
    <g
      className={`peering peering-${looks} ${selected ? "peering-selected" : ""} ${line.backup ? "peering-backup" : ""}`}
    >
      <path d={way.path} className="peering-reach" />
      <path d={way.path} className="peering-halo" />
      <path d={way.path} className="peering-line" />
      {line.direction === "a-to-b" ? (
        <path d={arrowHead(way.end, way.endDirection, 13)} className="peering-arrow" />
      ) : null}
      {line.direction === "b-to-a" ? (
        <path d={arrowHead(way.start, way.startDirection, 13)} className="peering-arrow" />
      ) : null}
      <PeeringLabel line={line} way={way} />
    </g>
  );
});

const LABEL_HEIGHT = 24;
const ICON_ROOM = 24;

function PeeringLabel({ line, way }: { readonly line: PeeringLine; readonly way: Course }) {
  const words = line.backup ? `backup · ${line.label}` : line.label;
  const room = Math.hypot(way.end.x - way.start.x, way.end.y - way.start.y);
  const wordsWidth = Math.ceil(textWidth(words)) + ICON_ROOM + 12;
  // Between objects that stand close together only the sign fits; the words are in the line's description.
  const isShort = wordsWidth > room * 1.15;
  const width = isShort ? LABEL_HEIGHT : wordsWidth;
  const middle = way.at(isShort ? 0.5 : line.labelShare);
  const left = middle.x - width / 2;
  const top = middle.y - LABEL_HEIGHT / 2;
  return (
    <g className="peering-label" transform={`translate(${Math.round(left)} ${Math.round(top)})`}>
      <rect width={width} height={LABEL_HEIGHT} rx={LABEL_HEIGHT / 2} />
      <path className="peering-icon" d={STATUS_SHAPES[line.status]} transform={`translate(${isShort ? 5 : 8} 5)`} />
      {isShort ? (
        <title>{words}</title>
      ) : (
        <text x={ICON_ROOM} y={LABEL_HEIGHT / 2} dominantBaseline="central">
          {words}
        </text>
      )}
    </g>
  );
}

/** A cable is there to be overlooked: a thin line with the interface's name at the router's end. */
export const CableView = memo(function CableView({ data, selected }: EdgeProps<CableEdge>) {
  if (!data) return null;
  const { cable } = data;
  const way = course(cable.fromBox, cable.toBox, 0, 1);
  // A little way along the line from the router, and beside it rather than on it: on the side away from the router's border.
  const along = { x: way.start.x - way.startDirection.x * 24, y: way.start.y - way.startDirection.y * 24 };
  const rises = way.end.y < way.start.y;
  const isSteep = Math.abs(way.startDirection.x) < 0.25;
  const leansRight = isSteep || way.end.x < way.start.x;
  return (
    <g className={`cable ${selected ? "cable-selected" : ""}`}>
      <path d={way.path} className="cable-reach" />
      <path d={way.path} className="cable-line" />
      <text
        className="cable-label"
        x={along.x + (leansRight ? 8 : -8)}
        y={along.y + (isSteep ? 0 : rises ? -5 : 5)}
        textAnchor={leansRight ? "start" : "end"}
        dominantBaseline="central"
      >
        {cable.interface}
      </text>
    </g>
  );
});

export const edgeTypes = { peering: PeeringLineView, cable: CableView };
