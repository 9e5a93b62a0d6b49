const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null | undefined;

/** How wide a peering's label is, in pixels at zoom 1. Measured off the page: measuring in it would lay the page out anew. */
export function textWidth(text: string): number {
  const known = widths.get(text);
  if (known !== undefined) return known;
  context ??= document.createElement("canvas").getContext("2d");
  if (!context) return text.length * 6.6;
  context.font = '600 12px "Inter Variable", system-ui, sans-serif';
  const { width } = context.measureText(text);
  // Before the font is there, its stand-in would be measured for good.
  if (document.fonts.status === "loaded") widths.set(text, width);
  return width;
}
