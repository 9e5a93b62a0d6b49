import type { ReactNode } from "react";
import type { PeeringStatus } from "../../core/index.ts";
import { cableLabelPlace } from "../canvas/cableLabelPlace.ts";
import { arrowHead, boundsOf, course, type Rectangle } from "../canvas/geometry.ts";
import { lineWidth } from "../canvas/lineWidth.ts";
import { ICON_ROOM, peeringLabelBox } from "../canvas/peeringLabelBox.ts";
import type { Cable, PeeringLine, Scene } from "../canvas/scene.ts";
import { STATUS_SHAPES } from "../canvas/StatusIcon.tsx";
import type { PictureColours } from "./pictureColours.ts";
import { PictureNode } from "./PictureNode.tsx";
import { PictureText } from "./PictureText.tsx";

export interface PictureProps {
  readonly scene: Scene;
  /** What the picture is of: the design's name. */
  readonly title: string;
  readonly colours: PictureColours;
  /** Whether the canvas is painted behind the drawing; without it, the page behind shows. */
  readonly background: boolean;
  /** A style sheet with the font in it, so that the picture looks the same where the font is not installed. */
  readonly fontFace?: string;
}

/** What is left free around the drawing, in pixels at zoom 1. */
const MARGIN = 32;

/**
 * The canvas as one SVG document: the same scene, drawn without style sheets or HTML, so that every program which opens SVG shows it.
 * A scene holds names, addresses and verdicts, and no keys.
 */
export function Picture({ scene, title, colours, background, fontFace }: PictureProps) {
  const { x, y, width, height } = pictureBounds(scene);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`${x} ${y} ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      fontFamily="'Inter Variable', Inter, system-ui, sans-serif"
      style={{ fontFeatureSettings: '"cv05", "cv11"', textRendering: "geometricPrecision" }}
    >
      <title>{title}</title>
      {fontFace === undefined ? null : <style>{fontFace}</style>}
      {background ? <rect x={x} y={y} width={width} height={height} fill={colours.canvas} /> : null}
      {scene.cables.map((cable) => (
        <PictureCable key={cable.id} cable={cable} colours={colours} />
      ))}
      {scene.peerings.map((line) => (
        <PicturePeering key={line.id} line={line} colours={colours} />
      ))}
      {scene.nodes.map((node) => (
        <Named key={node.id} name={node.name}>
          <PictureNode box={node.box} content={node.content} colours={colours} />
        </Named>
      ))}
    </svg>
  );
}

/** A part of the drawing with its accessible name. */
function Named({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <g role="group" aria-label={name}>
      <title>{name}</title>
      {children}
    </g>
  );
}

const DASHES: Readonly<Record<PeeringStatus, string | undefined>> = {
  agreed: undefined,
  "one-way": undefined,
  partial: "16 5",
  broken: "7 6",
  unknown: "2 6",
};

function PicturePeering({ line, colours }: { readonly line: PeeringLine; readonly colours: PictureColours }) {
  const way = course(line.fromBox, line.toBox, line.lane, line.lanes);
  const looks = line.byDesign ? "agreed" : line.status;
  const tone = colours[looks];
  const label = peeringLabelBox(line, way);
  return (
    <Named name={line.name}>
      <path
        d={way.path}
        fill="none"
        stroke={tone}
        strokeWidth={lineWidth(line)}
        strokeDasharray={DASHES[looks]}
        strokeLinecap={looks === "unknown" ? "round" : undefined}
      />
      {line.direction === "a-to-b" ? <path d={arrowHead(way.end, way.endDirection, 13)} fill={tone} /> : null}
      {line.direction === "b-to-a" ? <path d={arrowHead(way.start, way.startDirection, 13)} fill={tone} /> : null}
      <g transform={`translate(${label.x} ${label.y})`}>
        <rect
          width={label.width}
          height={label.height}
          rx={label.height / 2}
          fill={colours["surface-raised"]}
          stroke={tone}
          strokeWidth={1.25}
        />
        <path
          d={STATUS_SHAPES[line.status]}
          transform={`translate(${label.isShort ? 5 : 8} 5)`}
          fill="none"
          stroke={tone}
          strokeWidth={2}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        {label.isShort ? null : (
          <PictureText x={ICON_ROOM} y={label.height / 2} size={12} weight={600} fill={tone} text={label.words} />
        )}
      </g>
    </Named>
  );
}

function PictureCable({ cable, colours }: { readonly cable: Cable; readonly colours: PictureColours }) {
  const way = course(cable.fromBox, cable.toBox, 0, 1);
  const label = cableLabelPlace(way, cable.labelSpot);
  return (
    <Named name={cable.name}>
      <path d={way.path} fill="none" stroke={colours.cable} strokeWidth={1.5} />
      {cable.interface === "" ? null : (
        <PictureText
          {...label}
          size={10.5}
          weight={400}
          fill={colours["text-faint"]}
          halo={colours.canvas}
          text={cable.interface}
        />
      )}
    </Named>
  );
}

/** Everything that is drawn, with a margin; parallel lines bow out beyond the objects that they join. */
function pictureBounds({ nodes, peerings }: Scene): Rectangle {
  const lines = peerings.flatMap((line) => {
    const way = course(line.fromBox, line.toBox, line.lane, line.lanes);
    const bow = [0.25, 0.5, 0.75].map((share) => ({ ...way.at(share), width: 0, height: 0 }));
    return [peeringLabelBox(line, way), ...bow];
  });
  const drawn = boundsOf([...nodes.map(({ box }) => box), ...lines]) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [left, top] = [Math.floor(drawn.x - MARGIN), Math.floor(drawn.y - MARGIN)];
  return {
    x: left,
    y: top,
    width: Math.ceil(drawn.x + drawn.width + MARGIN) - left,
    height: Math.ceil(drawn.y + drawn.height + MARGIN) - top,
  };
}
