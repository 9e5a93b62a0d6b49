/** Between pieces of this size the page draws and takes keys. Milliseconds. */
const PIECE_MILLISECONDS = 12;

/**
 * Does work that pauses again and again a piece at a time, and answers what comes of it: in a piece of its own, where there are several.
 * It goes on in a page that is hidden, but slowly.
 */
export async function inPieces<T>(steps: Generator<undefined, T>): Promise<T> {
  for (let piece = 1; ; piece += 1) {
    const until = performance.now() + PIECE_MILLISECONDS;
    do {
      const step = steps.next();
      if (!step.done) continue;
      if (piece > 1) await pause();
      return step.value;
    } while (performance.now() < until);
    await pause();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
