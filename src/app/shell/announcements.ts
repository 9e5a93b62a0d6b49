/** What is said to a screen reader goes through here, so that two messages at once are both heard. */
export const announcements = createAnnouncements();

/** Messages within this time of each other are said as one. */
const GATHER_MILLISECONDS = 60;

function createAnnouncements() {
  const listeners = new Set<(message: string) => void>();
  let waiting: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (message: string) => {
    waiting.push(message);
    timer ??= setTimeout(() => {
      timer = undefined;
      const all = waiting.join(" ");
      waiting = [];
      for (const listener of listeners) listener(all);
    }, GATHER_MILLISECONDS);
  };
  return {
    say,
    listen(listener: (message: string) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
