import { useEffect, useState } from "react";

/** Where somebody is among the steps of something that is played. */
export interface Steps {
  readonly at: number;
  readonly count: number;
  readonly playing: boolean;
  readonly go: (step: number) => void;
  readonly next: () => void;
  readonly back: () => void;
  /** Plays on; from the beginning where it has come to its end. */
  readonly play: () => void;
  readonly pause: () => void;
}

/** Long enough to read a message from the last row. */
const STEP_MILLISECONDS = 2200;

/** Steps that start anew whenever what is played becomes something else. */
export function useSteps(count: number, subject: string): Steps {
  const [state, setState] = useState({ subject, at: 0, playing: false });
  const current = state.subject === subject ? state : { subject, at: 0, playing: false };
  const last = Math.max(0, count - 1);
  const at = Math.min(current.at, last);
  const playing = current.playing && at < last;
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => setState({ subject, at: at + 1, playing: true }), STEP_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [playing, at, subject]);
  const go = (step: number) => setState({ subject, at: Math.max(0, Math.min(step, last)), playing: false });
  return {
    at,
    count,
    playing,
    go,
    next: () => go(at + 1),
    back: () => go(at - 1),
    play: () => setState({ subject, at: at === last ? 0 : at, playing: true }),
    pause: () => go(at),
  };
}
