// @vitest-environment happy-dom
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { addSubnet, asCanvasId, check, exampleDesign, perform, type Design } from "../../core/index.ts";
import { createProjector } from "../canvas/projector.ts";
import { Picture } from "./Picture.tsx";
import { pictureColours } from "./pictureColours.ts";
import { pngScale } from "./pictureFile.tsx";

function draw(design: Design, background = true): string {
  const scene = createProjector()(design, check(design));
  return renderToStaticMarkup(
    <Picture
      scene={scene}
      title={design.name}
      colours={{ ...pictureColours("light"), canvas: "#f8f9fb" }}
      background={background}
    />,
  );
}

describe("the picture of a design", () => {
  it("has every object, every tunnel with its verdict, and every cable's interface", () => {
    const svg = draw(exampleDesign());
    for (const name of ["Router HQ", "Subnet 10.2.0.0/24", "Internet", "Peering Branch – HQ: agreed"]) {
      expect(svg).toContain(`aria-label="${name}"`);
    }
    for (const words of ["198.51.100.2", "agreed · AES-256 · group 14", "Headquarters", "Gi0/1", "1 tunnel"]) {
      expect(svg).toContain(`>${words}</text>`);
    }
  });

  it("needs no style sheet and no HTML", () => {
    expect(draw(exampleDesign())).not.toMatch(/foreignObject|class="(?!lucide)|var\(/);
  });

  it("leaves the canvas out where it shall be transparent", () => {
    expect(draw(exampleDesign(), true)).toContain('fill="#f8f9fb"');
    expect(draw(exampleDesign(), false)).not.toContain('fill="#f8f9fb"/>');
  });

  it("cuts a name that has no room, and keeps it whole in the title", () => {
    const label = "A very long name of a very large network";
    const named = perform(exampleDesign(), addSubnet({ id: asCanvasId("long"), label, position: { x: 0, y: 700 } }));
    expect(draw(named)).toMatch(/>A very long[^<]*…<\/text>/);
  });

  it("grows with the objects, and so does its frame", () => {
    const width = (svg: string) => Number(/width="(\d+)"/.exec(svg)?.[1]);
    const wide = perform(exampleDesign(), addSubnet({ id: asCanvasId("far"), position: { x: 3000, y: 0 } }));
    expect(width(draw(wide))).toBeGreaterThan(3000);
  });
});

describe("a PNG", () => {
  it("has four pixels for one, or as many as browsers can paint", () => {
    expect(pngScale(800, 600)).toBe(4);
    expect(pngScale(20_000, 10_000) * 20_000).toBeLessThanOrEqual(16_000);
    expect(pngScale(9_000, 9_000) ** 2 * 81_000_000).toBeLessThanOrEqual(120_000_001);
  });
});
