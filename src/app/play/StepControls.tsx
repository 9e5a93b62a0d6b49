import { useEffect } from "react";
import { ChevronLeft, ChevronRight, Pause, Play, SkipBack } from "lucide-react";
import { IconButton } from "../controls/Button.tsx";
import { useView } from "../stores.tsx";
import type { Steps } from "./useSteps.ts";

/** Play, pause, back and next, and how far it has come. */
export function StepControls({ steps }: { readonly steps: Steps }) {
  const { at, count, playing } = steps;
  useClicker(steps);
  return (
    <div className="step-controls" role="group" aria-label="Playing">
      <IconButton label="To the first step" className="step-first" disabled={at === 0} onClick={() => steps.go(0)}>
        <SkipBack size={15} aria-hidden />
      </IconButton>
      <IconButton label="Back" disabled={at === 0} onClick={steps.back}>
        <ChevronLeft size={18} aria-hidden />
      </IconButton>
      <IconButton
        label={playing ? "Pause" : "Play"}
        className="step-play"
        disabled={count < 2}
        onClick={playing ? steps.pause : steps.play}
      >
        {playing ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
      </IconButton>
      <IconButton label="Next" disabled={at >= count - 1} onClick={steps.next}>
        <ChevronRight size={18} aria-hidden />
      </IconButton>
      <span className="step-count">
        {Math.min(at + 1, count)}
        <span aria-hidden> / </span>
        <span className="visually-hidden"> of </span>
        {count}
      </span>
    </div>
  );
}

/** Before a room, the page keys of a clicker go from step to step, wherever the focus is. */
function useClicker({ back, next }: Steps): void {
  const presents = useView(({ mode }) => mode === "present");
  useEffect(() => {
    if (!presents) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "PageDown" && event.key !== "PageUp") return;
      event.preventDefault();
      if (event.key === "PageDown") next();
      else back();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [presents, back, next]);
}
