import type { Rectangle } from "../geometry.ts";
import { counted } from "../project.ts";
import type { NodeContent, SceneNode } from "../scene.ts";
import { clientsDetail } from "../withConnected.ts";
import { paintShape, paintStatus, paintText, roundedBox, type Brush } from "./brush.ts";

/** An object as the page draws it; from far away, a disc with its status. The measures are those of `nodes.css`. */
export function paintNode(brush: Brush, node: SceneNode, selected: boolean, far: boolean): void {
  if (far) paintFar(brush, node, selected);
  else paintNear(brush, node, selected);
}

function paintFar(brush: Brush, { box, content }: SceneNode, selected: boolean): void {
  const { context, colours } = brush;
  const isRouter = content.kind === "router";
  paintFrame(brush, box, content, isRouter ? 42 : frameRadius(content), isRouter ? 3 : 1, selected);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  if (isRouter && content.status !== null) {
    const tone = colours.status[content.status];
    context.fillStyle = tone.soft;
    context.beginPath();
    context.arc(x, y, 34, 0, 2 * Math.PI);
    context.fill();
    context.strokeStyle = tone.line;
    paintStatus(brush, content.status, x - 23, y - 23, 46);
  } else if (content.kind === "outside") {
    paintOutside(brush, box, content.label);
  } else {
    paintIcon(brush, content, x - 16, y - 16, 1.8);
  }
}

function paintNear(brush: Brush, { box, content }: SceneNode, selected: boolean): void {
  const { context, colours } = brush;
  paintFrame(brush, box, content, frameRadius(content), 1, selected);
  const middle = box.y + box.height / 2;
  switch (content.kind) {
    case "router":
      paintRouter(brush, box, content);
      return;
    case "subnet":
      paintIcon(brush, content, box.x + 12, middle - 16, 1);
      paintWords(
        brush,
        content.prefix,
        content.conflict ? "⚠ conflict" : (content.label ?? (content.attached === 0 ? "not attached" : "LAN")),
        13,
        box,
        53,
        middle,
        12,
        content.conflict ? brush.colours.error : brush.colours.muted,
      );
      return;
    case "remoteClients":
      paintIcon(brush, content, box.x + 12, middle - 16, 1);
      paintWords(brush, content.label, clientsDetail(content), 13, box, 53, middle);
      return;
    case "cloud":
      context.strokeStyle = colours.tint.cloud.line;
      paintShape(context, brush.icons.cloud, box.x + box.width / 2 - 10, middle - 20, 20 / 24, 1.8);
      context.font = `600 13px ${colours.font}`;
      context.fillStyle = colours.text;
      context.textAlign = "center";
      paintText(context, content.label, box.x + box.width / 2, middle + 14, 120);
      context.textAlign = "left";
      return;
    case "outside":
      paintOutside(brush, box, content.label);
      return;
    default:
      content satisfies never;
  }
}

function paintRouter(brush: Brush, box: Rectangle, content: NodeContent & { readonly kind: "router" }): void {
  const { context, colours } = brush;
  const foot = box.y + box.height - 26;
  const middle = (box.y + 1 + foot) / 2;
  paintIcon(brush, content, box.x + 11, middle - 16, 1);
  paintWords(brush, content.title, content.address ?? "no WAN address", 14, box, 53, middle, content.status ? 43 : 11);
  if (content.status !== null) {
    const tone = colours.status[content.status];
    const x = box.x + box.width - 22;
    context.fillStyle = tone.soft;
    context.beginPath();
    context.arc(x, middle, 11, 0, 2 * Math.PI);
    context.fill();
    context.strokeStyle = tone.line;
    paintStatus(brush, content.status, x - 7, middle - 7, 14);
  }
  context.strokeStyle = colours.line;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(box.x + 1, foot + 0.5);
  context.lineTo(box.x + box.width - 1, foot + 0.5);
  context.stroke();
  const line = foot + 13.5;
  context.font = `400 11px ${colours.font}`;
  context.fillStyle = colours.muted;
  const tunnels = content.tunnels === null ? "checking…" : counted(content.tunnels, "tunnel");
  let x = box.x + 11;
  for (const part of [tunnels, "·", counted(content.lans, "LAN")]) x += paintText(context, part, x, line) + 5;
  const { errors, warnings } = content;
  if (errors + warnings === 0) return;
  context.font = `600 11px ${colours.font}`;
  context.fillStyle = errors > 0 ? colours.error : colours.warning;
  context.textAlign = "right";
  paintText(
    context,
    errors > 0 ? counted(errors, "error") : counted(warnings, "warning"),
    box.x + box.width - 11,
    line,
  );
  context.textAlign = "left";
}

function paintWords(
  { context, colours }: Brush,
  title: string,
  detail: string,
  size: number,
  box: Rectangle,
  left: number,
  middle: number,
  right = 12,
  detailColour = colours.muted,
): void {
  const room = box.width - left - right;
  context.fillStyle = colours.text;
  context.font = `600 ${size}px ${colours.font}`;
  paintText(context, title, box.x + left, middle - 7.5, room);
  context.fillStyle = detailColour;
  context.font = `400 12px ${colours.font}`;
  paintText(context, detail, box.x + left, middle + size * 0.65, room);
}

function paintOutside({ context, colours, icons }: Brush, box: Rectangle, label: string): void {
  const middle = box.y + box.height / 2;
  context.font = `400 12px ${colours.font}`;
  const { width } = context.measureText(label);
  const left = box.x + (box.width - width - 20) / 2;
  context.strokeStyle = colours.muted;
  paintShape(context, icons.outside, left, middle - 7, 14 / 24, 1.9);
  context.fillStyle = colours.muted;
  paintText(context, label, left + 20, middle + 0.5);
}

/** An icon on its square of 32 by 32; its size grows with the distance, the square does not. */
function paintIcon(
  { context, colours, icons }: Brush,
  content: NodeContent,
  x: number,
  y: number,
  scale: number,
): void {
  if (content.kind === "outside") return;
  const tone = colours.tint[content.kind];
  if (content.kind !== "cloud") {
    context.fillStyle = tone.soft;
    roundedBox(context, { x, y, width: 32, height: 32 }, 8);
    context.fill();
  }
  const size = (content.kind === "router" || content.kind === "cloud" ? 20 : 17) * scale;
  context.strokeStyle = tone.line;
  paintShape(
    context,
    icons[content.kind],
    x + 16 - size / 2,
    y + 16 - size / 2,
    size / 24,
    content.kind === "router" ? 1.8 : 1.9,
  );
}

function paintFrame(
  { context, colours }: Brush,
  box: Rectangle,
  content: NodeContent,
  radius: number,
  border: number,
  selected: boolean,
): void {
  if (selected) {
    context.globalAlpha = 0.16;
    context.fillStyle = colours.selection;
    roundedBox(context, { x: box.x - 5, y: box.y - 5, width: box.width + 10, height: box.height + 10 }, radius + 5);
    context.fill();
    context.globalAlpha = 1;
  }
  const half = border / 2;
  const inner = { x: box.x + half, y: box.y + half, width: box.width - border, height: box.height - border };
  roundedBox(context, inner, radius - half);
  context.fillStyle = content.kind === "outside" ? colours.sunken : colours.raised;
  context.fill();
  context.strokeStyle = selected ? colours.selection : colours.lineStrong;
  context.lineWidth = selected ? border + 1 : border;
  if (content.kind === "outside") context.setLineDash([3, 2]);
  context.stroke();
  context.setLineDash([]);
}

function frameRadius(content: NodeContent): number {
  if (content.kind === "cloud") return 40;
  return content.kind === "outside" ? 999 : 10;
}
