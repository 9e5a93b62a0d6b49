import type { Design } from "../core/index.ts";
import type { DesignStore } from "./designStore.ts";
import type { Saver } from "./saver.ts";

const EVERY_MILLISECONDS = 60_000;

/** Keeps a checkpoint each minute in which something changed. Answers how to stop. */
export function keepCheckpoints(store: DesignStore, saver: Saver): () => void {
  let last: { readonly id: string; readonly design: Design } | null = null;
  const timer = setInterval(() => {
    const { design, readOnly } = store.getState();
    const id = saver.id();
    const isOther = last?.id !== id;
    const changed = !isOther && last?.design !== design;
    last = { id, design };
    if (!changed || readOnly) return;
    saver.checkpoint("As time went by").catch(() => {
      // The design itself is saved by the saver, which tells loudly when it can't; a missing checkpoint loses nothing.
    });
  }, EVERY_MILLISECONDS);
  return () => clearInterval(timer);
}
