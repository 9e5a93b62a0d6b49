/** Drawing a tab for each of thousands of routers would cost more than the editor below them. */
const MOST_TABS = 80;

/** Which tabs to draw, `first` to before `last`: all of few, of many those around the open one. */
export function tabWindow(count: number, active: number): { readonly first: number; readonly last: number } {
  if (count <= MOST_TABS) return { first: 0, last: count };
  const first = Math.max(0, Math.min(active - MOST_TABS / 2, count - MOST_TABS));
  return { first, last: first + MOST_TABS };
}
