/**
 * The word of some that another was probably meant to be; undefined when none is near or it is one of them. Near is one slip for short words and
 * two for longer ones, where a slip is a letter too many, too few, wrong, or two that changed places.
 */
export function nearestWord(word: string, words: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  let nearest: string | undefined;
  let least = Infinity;
  for (const candidate of words) {
    if (candidate === word) return undefined;
    const most = candidate.length < 4 ? 0 : candidate.length < 6 ? 1 : 2;
    if (Math.abs(candidate.length - lower.length) > most) continue;
    const slips = slipsBetween(lower, candidate.toLowerCase(), Math.min(most, least - 1));
    if (slips > most || slips >= least) continue;
    least = slips;
    nearest = candidate;
  }
  return nearest;
}

/** The slips between two words, or anything above `most` when there are more. */
function slipsBetween(one: string, other: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const equal = one[row - 1] === other[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (equal ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    if (Math.min(...current) > most) return Infinity;
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? Infinity;
}
