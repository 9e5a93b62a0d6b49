/** Rows beyond the seen ones that are drawn, so that scrolling shows no gap. */
const MARGIN = 12;

/** Which rows of a long list are drawn: those that are seen, and a few around them. */
export function rowWindow(
  rows: number,
  rowHeight: number,
  scrollTop: number,
  height: number,
): { readonly first: number; readonly last: number } {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - MARGIN);
  const last = Math.min(rows - 1, Math.ceil((scrollTop + height) / rowHeight) + MARGIN);
  return { first, last };
}
