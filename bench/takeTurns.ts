/** The medians of what two pieces of work took, in milliseconds. */
export interface Turns {
  readonly first: number;
  readonly second: number;
}

/** So many turns pass before the count begins: in them both are compiled. */
const WARMING = 5;

/**
 * What one piece of work costs beside another that may go on with its result. They take turns, so that a busy machine slows both, and
 * come often enough that both are compiled.
 */
export function takeTurns<Made>(turns: number, first: () => Made, second: (made: Made) => unknown): Turns {
  const firsts: number[] = [];
  const seconds: number[] = [];
  for (let turn = 0; turn < turns + WARMING; turn += 1) {
    const start = performance.now();
    const made = first();
    const between = performance.now();
    second(made);
    const end = performance.now();
    if (turn < WARMING) continue;
    firsts.push(between - start);
    seconds.push(end - between);
  }
  return { first: median(firsts), second: median(seconds) };
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0;
}
