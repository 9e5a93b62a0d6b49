import { memo } from "react";
import type { EdgeProps } from "@xyflow/react";
import { arrowHead, course, type Course } from "./geometry.ts";
import type { CableEdge, PeeringEdge } from "./flowElements.ts";
import type { PeeringLine } from "./scene.ts";
import { cableLabelPlace } from "./cableLabelPlace.ts";
import { ICON_ROOM, peeringLabelBox } from "./peeringLabelBox.ts";
import { STATUS_SHAPES } from "./StatusIcon.tsx";
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

function PeeringLabel({ line, way }: { readonly line: PeeringLine; readonly way: Course }) {
  const { words, isShort, x, y, width, height } = peeringLabelBox(line, way);
  return (
    <g className="peering-label" transform={`translate(${x} ${y})`}>
      <rect width={width} height={height} rx={height / 2} />
      <path className="peering-icon" d={STATUS_SHAPES[line.status]} transform={`translate(${isShort ? 5 : 8} 5)`} />
      {/* Where only the sign fits, the words are in the line's description. */}
      {isShort ? (
        <title>{words}</title>
      ) : (
        <text x={ICON_ROOM} y={height / 2} dominantBaseline="central">
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
  const label = cableLabelPlace(way);
  return (
    <g className={`cable ${selected ? "cable-selected" : ""}`}>
      <path d={way.path} className="cable-reach" />
      <path d={way.path} className="cable-line" />
      <text className="cable-label" x={label.x} y={label.y} textAnchor={label.anchor} dominantBaseline="central">
        {cable.interface}
      </text>
    </g>
  );
});

export const edgeTypes = { peering: PeeringLineView, cable: CableView };
