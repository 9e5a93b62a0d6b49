/**
 * One measured piece of work. A file `bench/<noun>.bench.ts` exports a list of them as `benchmarks`; `npm run bench`
 * finds it, and `npm run bench -- parse` runs those whose names contain "parse".
 */
export interface Benchmark<Prepared = unknown> {
  /** What is done to how much: "parse a hub of 134,000 lines". */
  readonly name: string;
  /** Makes the input. It is not measured, and runs once. */
  prepare?(): Prepared | Promise<Prepared>;
  /** The measured work. It answers something made from its result, so that nothing of it can be optimised away. */
  run(prepared: Prepared): unknown;
  /** Whether it is run for what it answers, rather than for its time; the answer is then printed in its row. */
  readonly tells?: boolean;
  /** The median that is still good enough, in milliseconds. One that takes longer is marked, but fails nothing. */
  readonly budgetMs?: number;
}

/** Lets the compiler find out what `prepare` makes. */
export function benchmark<Prepared>(one: Benchmark<Prepared>): Benchmark {
  return one;
}
