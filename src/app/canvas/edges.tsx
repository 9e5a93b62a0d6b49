import { memo, type CSSProperties } from "react";
import type { EdgeProps } from "@xyflow/react";
import { arrowHead, course, type Course } from "./geometry.ts";
import type { CableEdge, PeeringEdge } from "./flowElements.ts";
import type { PeeringLine } from "./scene.ts";
import { cableLabelPlace } from "./cableLabelPlace.ts";
import { lineWidth } from "./lineWidth.ts";
import { ICON_ROOM, peeringLabelBox } from "./peeringLabelBox.ts";
import { useView } from "../stores.tsx";
import { textWidth } from "./textWidth.ts";
import { STATUS_SHAPES } from "./StatusIcon.tsx";
import "./edges.css";

/** The line of a peering: colour, dash, arrow, icon and words all tell its status. */
export const PeeringLineView = memo(function PeeringLineView({ data, selected }: EdgeProps<PeeringEdge>) {
  if (!data) return null;
  const { line } = data;
  const way = course(line.fromBox, line.toBox, line.lane, line.lanes);
  const looks = line.byDesign ? "agreed" : line.status;
  return (
    <g className={`peering peering-${looks} ${selected ? "peering-selected" : ""}`}>
      <path d={way.path} className="peering-reach" />
      <path d={way.path} className="peering-halo" />
      <path d={way.path} className="peering-line" strokeWidth={lineWidth(line)} />
      {line.direction === "a-to-b" ? (
        <path d={arrowHead(way.end, way.endDirection, 13)} className="peering-arrow" />
      ) : null}
      {line.direction === "b-to-a" ? (
        <path d={arrowHead(way.start, way.startDirection, 13)} className="peering-arrow" />
      ) : null}
      <PlayedWay line={line} way={way} />
      <PeeringLabel line={line} way={way} />
      <PlayedMessage line={line} way={way} />
    </g>
  );
});

const MESSAGE_HEIGHT = 22;

/** The line of a peering while a message is on it, or once a packet has come through its tunnel. */
function PlayedWay({ line, way }: { readonly line: PeeringLine; readonly way: Course }) {
  const state = useView(({ spotlight }) => {
    if (spotlight?.message?.peering === line.id) return spotlight.message.stops ? "stopped" : "played";
    return spotlight?.tunnels.includes(line.id) ? "played" : null;
  });
  return state ? <path d={way.path} className={`played-way played-way-${state}`} aria-hidden /> : null;
}

/** How far above its line a message travels, so that it covers neither the line nor its label. */
const MESSAGE_RISE = 26;

/** A message that is played, on its way along the line; it rests where it arrives, or where it is stopped. */
function PlayedMessage({ line, way }: { readonly line: PeeringLine; readonly way: Course }) {
  const message = useView(({ spotlight }) => (spotlight?.message?.peering === line.id ? spotlight.message : null));
  if (!message) return null;
  const words = message.stops ? `✕ ${message.label}` : message.label;
  const width = Math.ceil(textWidth(words)) + 18;
  const turned = message.from !== line.from;
  const steep = Math.abs(way.end.y - way.start.y) > Math.abs(way.end.x - way.start.x);
  const share = (part: number) => {
    const { x, y } = way.at(turned ? 1 - part : part);
    return steep ? { x: x + MESSAGE_RISE + width / 2, y } : { x, y: y - MESSAGE_RISE };
  };
  const [from, to] = [share(0.14), share(message.stops === "at-sender" ? 0.24 : 0.82)];
  return (
    <g className={`played ${message.stops ? "played-stopped" : ""}`} aria-hidden>
      <g
        // Another message is another element, so that its way begins anew.
        key={`${message.label} ${message.from}`}
        className="played-message"
        style={
          {
            "--from-x": `${Math.round(from.x)}px`,
            "--from-y": `${Math.round(from.y)}px`,
            transform: `translate(${Math.round(to.x)}px, ${Math.round(to.y)}px)`,
          } as CSSProperties
        }
      >
        <rect x={-width / 2} y={-MESSAGE_HEIGHT / 2} width={width} height={MESSAGE_HEIGHT} rx={5} />
        <text textAnchor="middle" dominantBaseline="central">
          {words}
        </text>
      </g>
    </g>
  );
}

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
  const label = cableLabelPlace(way, cable.labelSpot);
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
