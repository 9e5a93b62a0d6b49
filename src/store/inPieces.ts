/** Between pieces of this size the page draws and takes keys. Milliseconds. */
const PIECE_MILLISECONDS = 12;

/** Does work that pauses again and again a piece at a time, and answers what comes of it. It goes on in a page that is hidden, but slowly. */
export async function inPieces<T>(steps: Generator<undefined, T>): Promise<T> {
  for (;;) {
    const until = performance.now() + PIECE_MILLISECONDS;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
