import type { DrawnTheme } from "../theme/applyTheme.ts";

/** The colours of a picture, under the names that the theme's tokens have in CSS. */
const TOKENS = [
  "canvas",
  "surface-raised",
  "surface-sunken",
  "line",
  "line-strong",
  "text",
  "text-muted",
  "text-faint",
  "agreed",
  "agreed-soft",
  "one-way",
  "one-way-soft",
  "partial",
  "partial-soft",
  "broken",
  "broken-soft",
  "unknown",
  "unknown-soft",
  "error",
  "warning",
  "cable",
  "tint-router",
  "tint-router-soft",
  "tint-subnet",
  "tint-subnet-soft",
  "tint-cloud",
  "tint-clients",
  "tint-clients-soft",
] as const;

export type PictureColours = Readonly<Record<(typeof TOKENS)[number], string>>;

/** The theme's colours as they are drawn: a picture has no style sheet to ask. */
export function pictureColours(theme: DrawnTheme): PictureColours {
  const root = document.documentElement;
  const before = root.dataset.theme;
  // The page's own tokens are read under the other theme; it is put back before anything is painted.
  root.dataset.theme = theme;
  const style = getComputedStyle(root);
  const entries = TOKENS.map((token) => [token, style.getPropertyValue(`--${token}`).trim()] as const);
  if (before === undefined) delete root.dataset.theme;
  else root.dataset.theme = before;
  return Object.fromEntries(entries) as PictureColours;
}
