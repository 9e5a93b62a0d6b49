/** Which of several tabs on one design may write it. */
export interface TabRole {
  /** Asks to be the writer of a design, giving up the one before. False: another tab is. */
  claim(design: string): Promise<boolean>;
  /** Becomes the writer; the other tab writes what it has first and is read-only from then on. */
  takeOver(design: string): Promise<void>;
  /** What to do when another tab takes over; the lock is given up when it has been done. */
  onLost(handle: () => Promise<void>): void;
}

/** How long the other tab gets to write its last state; one that is frozen does not answer. */
const HANDOVER_MILLISECONDS = 1500;

/** One writer per design by a web lock. Without web locks every tab writes, and the revision numbers alone refuse what is stale. */
export function createTabRole(locks: LockManager | undefined, channelName = "tunnelwright.tabs"): TabRole {
  if (!locks) {
    return { claim: () => Promise.resolve(true), takeOver: () => Promise.resolve(), onLost: () => undefined };
  }
  const channel = new BroadcastChannel(channelName);
  let held: string | null = null;
  let release: () => void = () => undefined;
  let lost: () => Promise<void> = () => Promise.resolve();

  const hold = (design: string, options: LockOptions): Promise<boolean> =>
    new Promise((resolve) => {
      const released = new Promise<void>((done) => {
        locks
          .request(lockName(design), options, (lock) => {
            if (!lock) {
              resolve(false);
              return undefined;
            }
            release();
            held = design;
            release = done;
            resolve(true);
            return released;
          })
          .catch(() => {
            // Stolen by a tab that got no answer from this one.
            if (held === design) {
              held = null;
              void lost();
            }
            resolve(false);
          });
      });
    });

  const letGo = () => {
    release();
    release = () => undefined;
    held = null;
  };

  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (held === null || data !== held) return;
    const design = held;
    void lost().finally(() => {
      if (held === design) letGo();
    });
  });

  return {
    async claim(design) {
      if (held === design) return true;
      letGo();
      return hold(design, { ifAvailable: true });
    },
    async takeOver(design) {
      if (held === design) return;
      channel.postMessage(design);
      const patience = AbortSignal.timeout(HANDOVER_MILLISECONDS);
      if (await hold(design, { signal: patience })) return;
      await hold(design, { steal: true });
    },
    onLost(handle) {
      lost = handle;
    },
  };
}

function lockName(design: string): string {
  return `tunnelwright.design.${design}`;
}
