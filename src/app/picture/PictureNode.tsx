import type { ReactNode } from "react";
import { Cloud, Globe, Laptop, Network } from "lucide-react";
import type { Rectangle } from "../canvas/geometry.ts";
import { counted } from "../canvas/project.ts";
import { RouterIcon } from "../canvas/RouterIcon.tsx";
import type { NodeContent } from "../canvas/scene.ts";
import { StatusIcon } from "../canvas/StatusIcon.tsx";
import { textWidth } from "../canvas/textWidth.ts";
import { clientsDetail } from "../canvas/withConnected.ts";
import type { PictureColours } from "./pictureColours.ts";
import { PictureText } from "./PictureText.tsx";

export interface PictureNodeProps {
  readonly box: Rectangle;
  readonly content: NodeContent;
  readonly colours: PictureColours;
}

/** An object as `NodeBody` and its style sheet draw it, in shapes. Lengths are theirs. */
export function PictureNode({ box, content, colours }: PictureNodeProps) {
  const [right, middle] = [box.x + box.width, box.y + box.height / 2];
  switch (content.kind) {
    case "router":
      return <PictureRouter box={box} content={content} colours={colours} />;
    case "subnet": {
      const detail = content.conflict
        ? "⚠ conflict"
        : (content.label ?? (content.attached === 0 ? "not attached" : "LAN"));
      return (
        <Tile box={box} colours={colours} tint="tint-subnet" icon={<Network size={17} strokeWidth={1.9} />}>
          <Words
            x={box.x + 53}
            middle={middle}
            room={right - box.x - 65}
            colours={colours}
            lines={[content.prefix, detail]}
            detailColour={content.conflict ? colours.error : colours["text-muted"]}
          />
        </Tile>
      );
    }
    case "remoteClients":
      return (
        <Tile box={box} colours={colours} tint="tint-clients" icon={<Laptop size={17} strokeWidth={1.9} />}>
          <Words
            x={box.x + 53}
            middle={middle}
            room={right - box.x - 65}
            colours={colours}
            lines={[content.label, clientsDetail(content)]}
          />
        </Tile>
      );
    case "cloud":
      return (
        <>
          <Frame box={box} radius={40} colours={colours} />
          <Icon x={box.x + box.width / 2 - 10} y={middle - 20} colour={colours["tint-cloud"]}>
            <Cloud size={20} strokeWidth={1.8} />
          </Icon>
          <PictureText
            x={box.x + box.width / 2}
            y={middle + 13.5}
            size={13}
            weight={600}
            anchor="middle"
            fill={colours.text}
            room={120}
            text={content.label}
          />
        </>
      );
    case "outside": {
      const width = 14 + 6 + textWidth(content.label, "400 12px");
      const left = box.x + (box.width - width) / 2;
      return (
        <>
          <Frame box={box} radius={box.height / 2} colours={colours} dashed />
          <Icon x={left} y={middle - 7} colour={colours["text-muted"]}>
            <Globe size={14} strokeWidth={1.9} />
          </Icon>
          <PictureText
            x={left + 20}
            y={middle}
            size={12}
            weight={400}
            fill={colours["text-muted"]}
            text={content.label}
            tabular
          />
        </>
      );
    }
    default:
      return content satisfies never;
  }
}

const FOOT_HEIGHT = 25;

function PictureRouter({
  box,
  content,
  colours,
}: PictureNodeProps & { readonly content: NodeContent & { readonly kind: "router" } }) {
  const { title, address, status, tunnels, lans, errors, warnings } = content;
  const right = box.x + box.width;
  const head = box.y + 1 + (box.height - 2 - FOOT_HEIGHT) / 2;
  const foot = box.y + box.height - 1 - FOOT_HEIGHT;
  const wordsEnd = status === null ? right - 11 : right - 43;
  return (
    <>
      <Frame box={box} radius={10} colours={colours} />
      <Badge x={box.x + 11} y={head - 16} fill={colours["tint-router-soft"]} />
      <Icon x={box.x + 17} y={head - 10} colour={colours["tint-router"]}>
        <RouterIcon size={20} />
      </Icon>
      <Words
        x={box.x + 53}
        middle={head}
        room={wordsEnd - box.x - 53}
        colours={colours}
        lines={[title, address ?? "no WAN address"]}
        titleSize={14}
      />
      {status === null ? null : (
        <>
          <circle cx={right - 22} cy={head} r={11} fill={colours[`${status}-soft`]} />
          <Icon x={right - 29} y={head - 7} colour={colours[status]}>
            <StatusIcon status={status} />
          </Icon>
        </>
      )}
      <path d={`M${box.x + 1} ${foot + 0.5} H${right - 1}`} stroke={colours.line} strokeWidth={1} />
      <FootWords
        x={box.x + 11}
        y={foot + 13}
        colours={colours}
        words={[tunnels === null ? "checking…" : counted(tunnels, "tunnel"), counted(lans, "LAN")]}
      />
      {errors + warnings === 0 ? null : (
        <PictureText
          x={right - 11}
          y={foot + 13}
          size={11}
          weight={600}
          anchor="end"
          fill={errors > 0 ? colours.error : colours.warning}
          text={errors > 0 ? counted(errors, "error") : counted(warnings, "warning")}
        />
      )}
    </>
  );
}

interface FootWordsProps {
  readonly x: number;
  readonly y: number;
  readonly words: readonly [string, string];
  readonly colours: PictureColours;
}

function FootWords({ x, y, words: [first, second], colours }: FootWordsProps) {
  const gap = 5;
  const dot = x + textWidth(first, "400 11px") + gap;
  const text = (at: number, words: string) => (
    <PictureText x={at} y={y} size={11} weight={400} fill={colours["text-muted"]} text={words} />
  );
  return (
    <>
      {text(x, first)}
      {text(dot, "·")}
      {text(dot + textWidth("·", "400 11px") + gap, second)}
    </>
  );
}

interface WordsProps {
  readonly x: number;
  readonly middle: number;
  readonly room: number;
  readonly colours: PictureColours;
  /** A title and a detail below it. */
  readonly lines: readonly [string, string];
  readonly titleSize?: number;
  readonly detailColour?: string;
}

const LINE_HEIGHT = 1.3;

function Words({ x, middle, room, colours, lines: [title, detail], titleSize = 13, detailColour }: WordsProps) {
  const [first, second] = [titleSize * LINE_HEIGHT, 12 * LINE_HEIGHT];
  const top = middle - (first + second) / 2;
  return (
    <>
      <PictureText
        x={x}
        y={top + first / 2}
        size={titleSize}
        weight={600}
        fill={colours.text}
        room={room}
        text={title}
        tabular={titleSize === 13}
      />
      <PictureText
        x={x}
        y={top + first + second / 2}
        size={12}
        weight={400}
        fill={detailColour ?? colours["text-muted"]}
        room={room}
        text={detail}
        tabular
      />
    </>
  );
}

interface TileProps {
  readonly box: Rectangle;
  readonly colours: PictureColours;
  readonly tint: "tint-subnet" | "tint-clients";
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

function Tile({ box, colours, tint, icon, children }: TileProps) {
  const middle = box.y + box.height / 2;
  return (
    <>
      <Frame box={box} radius={10} colours={colours} />
      <Badge x={box.x + 12} y={middle - 16} fill={colours[`${tint}-soft`]} />
      <Icon x={box.x + 19.5} y={middle - 8.5} colour={colours[tint]}>
        {icon}
      </Icon>
      {children}
    </>
  );
}

interface FrameProps {
  readonly box: Rectangle;
  readonly radius: number;
  readonly colours: PictureColours;
  readonly dashed?: boolean;
}

/** The border lies within the box, as that of an HTML element does. */
function Frame({ box, radius, colours, dashed = false }: FrameProps) {
  return (
    <rect
      x={box.x + 0.5}
      y={box.y + 0.5}
      width={box.width - 1}
      height={box.height - 1}
      rx={radius - 0.5}
      fill={colours[dashed ? "surface-sunken" : "surface-raised"]}
      stroke={colours["line-strong"]}
      strokeDasharray={dashed ? "3 2" : undefined}
    />
  );
}

/** The square behind an icon. */
function Badge({ x, y, fill }: { readonly x: number; readonly y: number; readonly fill: string }) {
  return <rect x={x} y={y} width={32} height={32} rx={8} fill={fill} />;
}

interface IconProps {
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  readonly children: ReactNode;
}

function Icon({ x, y, colour, children }: IconProps) {
  return (
    <g transform={`translate(${x} ${y})`} color={colour}>
      {children}
    </g>
  );
}
