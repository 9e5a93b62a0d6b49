import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import interAddress from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import { Picture, type PictureProps } from "./Picture.tsx";

/** PNGs have this many pixels per pixel of the canvas, where that is not too many for a browser. */
const PNG_SCALE = 4;
/** Above this many pixels browsers give a canvas without a word of complaint, and nothing on it. */
const MOST_PIXELS = 120_000_000;
const LONGEST_SIDE = 16_000;

/** The picture as the text of an SVG document, with its font in it. */
export async function svgDocument(props: Omit<PictureProps, "fontFace">): Promise<string> {
  const fontFace = await interFace();
  const holder = document.createElement("div");
  const root = createRoot(holder);
  flushSync(() => root.render(<Picture {...props} fontFace={fontFace} />));
  const drawing = holder.firstElementChild;
  const text = drawing === null ? "" : new XMLSerializer().serializeToString(drawing);
  root.unmount();
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}

export function svgBlob(text: string): Blob {
  return new Blob([text], { type: "image/svg+xml" });
}

/** The picture in pixels: the same SVG document, painted by the browser. */
export async function pngBlob(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(svgBlob(svg));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const scale = pngScale(width, height);
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("The browser gives the page nothing to paint on.");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error("The picture is too large for this browser to paint. The SVG has no such limit."));
      }, "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** How many pixels a PNG has per pixel of the canvas. */
export function pngScale(width: number, height: number): number {
  return Math.min(
    PNG_SCALE,
    LONGEST_SIDE / Math.max(width, height, 1),
    Math.sqrt(MOST_PIXELS / Math.max(width * height, 1)),
  );
}

let face: Promise<string> | null = null;

/** The font as a rule of a style sheet. An image may ask nobody for anything, so the font stands in it. */
function interFace(): Promise<string> {
  face ??= loadFace().catch(() => {
    face = null;
    // Without the font a picture is as legible as before, in letters of the system.
    return "";
  });
  return face;
}

async function loadFace(): Promise<string> {
  const font = await (await fetch(interAddress)).blob();
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === "string" ? reader.result : "");
    reader.onerror = () => reject(new Error("The font can't be read."));
    reader.readAsDataURL(font);
  });
  return `@font-face{font-family:"Inter Variable";font-weight:100 900;src:url("${address}") format("woff2");}`;
}
