import { Cloud, Globe, Laptop, Network } from "lucide-react";
import type { NodeContent } from "../scene.ts";
import { RouterIcon } from "../RouterIcon.tsx";

/** The icons of the objects as paths in a box of 24 by 24. */
export type IconPaths = Readonly<Record<NodeContent["kind"], Path2D>>;

/** The very icons that the objects have in the page, for a painter to take their shapes from. */
export function IconSource() {
  return (
    <>
      <RouterIcon />
      <Network />
      <Cloud />
      <Laptop />
      <Globe />
    </>
  );
}

const KINDS = ["router", "subnet", "cloud", "remoteClients", "outside"] as const;

/** The shapes of the icons that stand in an element, in the order of `IconSource`. */
export function iconPaths(source: Element): IconPaths {
  const icons = [...source.querySelectorAll("svg")];
  const paths = KINDS.map((kind, index): readonly [NodeContent["kind"], Path2D] => {
    const path = new Path2D();
    for (const shape of icons[index]?.children ?? []) addShape(path, shape);
    return [kind, path];
  });
  return Object.fromEntries(paths) as Record<NodeContent["kind"], Path2D>;
}

function addShape(path: Path2D, shape: Element): void {
  const number = (name: string) => Number(shape.getAttribute(name) ?? 0);
  switch (shape.tagName) {
    case "path":
      path.addPath(new Path2D(shape.getAttribute("d") ?? ""));
      break;
    case "rect":
      path.roundRect(number("x"), number("y"), number("width"), number("height"), number("rx"));
      break;
    case "circle":
      path.moveTo(number("cx") + number("r"), number("cy"));
      path.arc(number("cx"), number("cy"), number("r"), 0, 2 * Math.PI);
      break;
    case "line":
      path.moveTo(number("x1"), number("y1"));
      path.lineTo(number("x2"), number("y2"));
      break;
    default:
      throw new Error(`No icon so far had a <${shape.tagName}> in it.`);
  }
}
