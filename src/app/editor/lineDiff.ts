/** Lines that differ between two texts: `before[beforeStart, beforeEnd)` became `after[afterStart, afterEnd)`, counted from 0. */
export interface Hunk {
  readonly beforeStart: number;
  readonly beforeEnd: number;
  readonly afterStart: number;
  readonly afterEnd: number;
}

/** How much a change adds and removes, in lines; a line that changed counts as one of each. */
export interface ChangeSize {
  readonly added: number;
  readonly removed: number;
}

/** Beyond this many differing lines the search for the smallest difference costs more than one larger hunk does. */
const MOST_DIFFERENCES = 400;

/** The smallest set of hunks that leads from one list of lines to the other, in order; none when they are equal. */
export function lineDiff(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start += 1;
  let beforeEnd = before.length;
  let afterEnd = after.length;
  while (beforeEnd > start && afterEnd > start && before[beforeEnd - 1] === after[afterEnd - 1]) {
    beforeEnd -= 1;
    afterEnd -= 1;
  }
  if (start === beforeEnd && start === afterEnd) return [];
  const whole: Hunk = { beforeStart: start, beforeEnd, afterStart: start, afterEnd };
  if (start === beforeEnd || start === afterEnd) return [whole];
  const inner = smallestDifference(before.slice(start, beforeEnd), after.slice(start, afterEnd));
  if (!inner) return [whole];
  return inner.map((hunk) => ({
    beforeStart: hunk.beforeStart + start,
    beforeEnd: hunk.beforeEnd + start,
    afterStart: hunk.afterStart + start,
    afterEnd: hunk.afterEnd + start,
  }));
}

/** Lines added and removed on the way from one text to the other. */
export function changeSize(before: readonly string[], after: readonly string[]): ChangeSize {
  let added = 0;
  let removed = 0;
  for (const hunk of lineDiff(before, after)) {
    added += hunk.afterEnd - hunk.afterStart;
    removed += hunk.beforeEnd - hunk.beforeStart;
  }
  return { added, removed };
}

/** Myers' greedy algorithm ("An O(ND) Difference Algorithm", 1986); null where the texts differ too much for it to pay. */
function smallestDifference(before: readonly string[], after: readonly string[]): readonly Hunk[] | null {
  const limit = Math.min(before.length + after.length, MOST_DIFFERENCES);
  const offset = limit + 1;
  let furthest = new Int32Array(2 * limit + 3);
  const history: Int32Array[] = [];
  for (let distance = 0; distance <= limit; distance += 1) {
    history.push(furthest);
    furthest = furthest.slice();
    for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
      let x = stepsDown(furthest, diagonal, distance, offset)
        ? (furthest[offset + diagonal + 1] ?? 0)
        : (furthest[offset + diagonal - 1] ?? 0) + 1;
      let y = x - diagonal;
      while (x < before.length && y < after.length && before[x] === after[y]) {
        x += 1;
        y += 1;
      }
      furthest[offset + diagonal] = x;
      if (x >= before.length && y >= after.length) return hunksOf(history, before.length, after.length, offset);
    }
  }
  return null;
}

/** True where the furthest path to this diagonal came by inserting a line, false where by deleting one. */
function stepsDown(furthest: Int32Array, diagonal: number, distance: number, offset: number): boolean {
  if (diagonal === -distance) return true;
  if (diagonal === distance) return false;
  return (furthest[offset + diagonal - 1] ?? 0) < (furthest[offset + diagonal + 1] ?? 0);
}

function hunksOf(history: readonly Int32Array[], width: number, height: number, offset: number): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let x = width;
  let y = height;
  for (let distance = history.length - 1; distance > 0; distance -= 1) {
    const furthest = history[distance] ?? new Int32Array();
    const diagonal = x - y;
    const down = stepsDown(furthest, diagonal, distance, offset);
    const from = down ? diagonal + 1 : diagonal - 1;
    const fromX = furthest[offset + from] ?? 0;
    const fromY = fromX - from;
    // The single inserted or deleted line; the equal lines after it need no edit.
    const step: Hunk = down
      ? { beforeStart: fromX, beforeEnd: fromX, afterStart: fromY, afterEnd: fromY + 1 }
      : { beforeStart: fromX, beforeEnd: fromX + 1, afterStart: fromY, afterEnd: fromY };
    const next = hunks.at(-1);
    if (next && next.beforeStart === step.beforeEnd && next.afterStart === step.afterEnd) {
      hunks[hunks.length - 1] = { ...next, beforeStart: step.beforeStart, afterStart: step.afterStart };
    } else {
      hunks.push(step);
    }
    x = fromX;
    y = fromY;
  }
  return hunks.reverse();
}
