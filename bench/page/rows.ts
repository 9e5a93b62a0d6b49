/**
 * The routers that a router has tunnels to, each tunnel given at one of its ends: the next two of a ring, so that there are twice as many
 * tunnels as routers. Fewer than five make no such ring, and stand in a line.
 */
export function neighboursAfter(site: number, routers: number): readonly number[] {
  const next = [site + 1, site + 2];
  return routers < 5 ? next.filter((other) => other < routers) : next.map((other) => other % routers);
}

/** Where a router stands: in rows, so that what is measured does not depend on a layout. */
export function placeInRows(site: number, routers: number): { readonly x: number; readonly y: number } {
  const columns = Math.ceil(Math.sqrt(routers));
  return { x: (site % columns) * 380, y: Math.floor(site / columns) * 330 };
}
