/** A short message that is shown for a while. */
export interface Message {
  readonly text: string;
  readonly kind: "done" | "warning" | "error";
  /** What can be done about it; a message with one stands until it is answered. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Messages on their way to whoever shows them; what comes before anybody does waits. */
export const messages = createMessages();

function createMessages() {
  let show: ((message: Message) => void) | null = null;
  let waiting: Message[] = [];
  return {
    send(message: Message): void {
      if (show) show(message);
      else waiting.push(message);
    },
    /** Takes the messages from here on, and those that wait. Answers how to take no more. */
    listen(next: (message: Message) => void): () => void {
      show = next;
      const missed = waiting;
      waiting = [];
      for (const message of missed) next(message);
      return () => {
        show = null;
      };
    },
  };
}
