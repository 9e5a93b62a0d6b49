/** How a text comes out of another one: what is new in it as text, and what it has from there as a range of characters. */
export type TextChanges = readonly (string | readonly [from: number, to: number])[];

/** So much is compared at a time. */
const BLOCK = 4096;
/** So many lines together tell a place in the text before. */
const LINES_TO_TELL = 3;
/** So often at most is such a place looked for; the rest is then taken as new. */
const MOST_SEARCHES = 400;

/**
 * Finds what changed in a large text of lines without comparing all of it line by line. What it answers always makes the very text again;
 * it is short where the changes are few.
 */
export function changesBetween(before: string, after: string): TextChanges {
  const changes: (string | readonly [number, number])[] = [];
  let searches = 0;
  let [from, at] = [0, 0];
  while (at < after.length) {
    const same = sameLength(before, from, after, at);
    if (same > 0) changes.push([from, from + same]);
    [from, at] = [from + same, at + same];
    if (at === after.length) break;
    // A place in the text before is told by whole lines of both.
    const begun = at;
    let next = after.indexOf("\n", at) + 1;
    let found = -1;
    while (next > 0 && searches < MOST_SEARCHES) {
      const end = endOfLines(after, next);
      found = before.indexOf(after.slice(next - 1, end), Math.max(0, from - 1));
      searches += 1;
      if (found >= 0 || end === after.length) break;
      next = after.indexOf("\n", next) + 1;
    }
    if (found < 0) {
      changes.push(after.slice(begun));
      break;
    }
    changes.push(after.slice(begun, next - 1));
    [from, at] = [found, next - 1];
  }
  return changes;
}

/** The text that changes make of the one before. */
export function withChanges(before: string, changes: TextChanges): string {
  return changes.map((change) => (typeof change === "string" ? change : before.slice(change[0], change[1]))).join("");
}

export function isTextChanges(value: unknown): value is TextChanges {
  return (
    Array.isArray(value) &&
    value.every(
      (change) =>
        typeof change === "string" ||
        (Array.isArray(change) && change.length === 2 && change.every((place) => Number.isInteger(place))),
    )
  );
}

/** How many characters are the same from these places on. */
function sameLength(one: string, start: number, other: string, otherStart: number): number {
  const most = Math.min(one.length - start, other.length - otherStart);
  let same = 0;
  while (
    same < most &&
    one.slice(start + same, start + Math.min(same + BLOCK, most)) ===
      other.slice(otherStart + same, otherStart + Math.min(same + BLOCK, most))
  ) {
    same = Math.min(same + BLOCK, most);
  }
  while (same < most && one.charCodeAt(start + same) === other.charCodeAt(otherStart + same)) same += 1;
  return same;
}

function endOfLines(text: string, start: number): number {
  let end = start;
  for (let line = 0; line < LINES_TO_TELL; line += 1) {
    const next = text.indexOf("\n", end);
    if (next < 0) return text.length;
    end = next + 1;
  }
  return end;
}
