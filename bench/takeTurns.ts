/** The medians of what two pieces of work took, in milliseconds of processor time. */
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
    const start = processorTime();
    const made = first();
    const between = processorTime();
    second(made);
    const end = processorTime();
    if (turn < WARMING) continue;
    firsts.push(between - start);
    seconds.push(end - between);
  }
  return { first: median(firsts), second: median(seconds) };
}

/** In milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0;
}
