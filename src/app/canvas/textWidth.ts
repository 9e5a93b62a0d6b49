const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null | undefined;

/** The letters of a peering's label. */
const LABEL_LETTERS = "600 12px";

/**
 * How wide a text is, in pixels at zoom 1; `letters` are its weight and size, as CSS writes them. Measured off the page: measuring in
 * it would lay the page out anew.
 */
export function textWidth(text: string, letters = LABEL_LETTERS): number {
  const key = `${letters} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context ??= document.createElement("canvas").getContext("2d");
  if (!context) return text.length * parseFloat(letters.split(" ")[1] ?? "12") * 0.55;
  context.font = `${letters} "Inter Variable", system-ui, sans-serif`;
  const { width } = context.measureText(text);
  // Before the font is there, its stand-in would be measured for good.
  if (document.fonts.status === "loaded") widths.set(key, width);
  return width;
}
