import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import type { Steps } from "./useSteps.ts";

interface StepListProps {
  readonly label: string;
  readonly className: string;
  readonly steps: Steps;
  readonly children: ReactNode;
}

/**
 * The steps as a list: one of them takes the Tab key, the arrow keys go from one to the next. Whatever is current comes into view, and
 * keeps the focus where it was among the steps.
 */
export function StepList({ label, className, steps, children }: StepListProps) {
  const list = useRef<HTMLOListElement>(null);
  const { at } = steps;
  const shown = useRef(at);
  useEffect(() => {
    // What is opened begins at its top.
    if (shown.current === at) return;
    shown.current = at;
    const current = list.current?.querySelector<HTMLElement>(`[data-step="${at}"]`);
    if (!current) return;
    if (list.current?.contains(document.activeElement)) current.focus({ preventScroll: true });
    scrollIntoList(current);
  }, [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = keys[event.key];
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
    if (!(event.target instanceof Element) || !event.target.matches("[data-step]")) return;
    event.preventDefault();
    steps.go(move(at, steps.count));
  };
  return (
    <ol ref={list} className={className} aria-label={label} onKeyDown={onKeyDown}>
      {children}
    </ol>
  );
}

const keys: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  ArrowLeft: (at) => at - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Only the list itself scrolls: the page must stay where it is. */
function scrollIntoList(current: HTMLElement): void {
  const scroller = current.closest<HTMLElement>("[data-scroller]");
  if (!scroller) return;
  const item = current.closest("li") ?? current;
  const [box, frame] = [item.getBoundingClientRect(), scroller.getBoundingClientRect()];
  // Before a room everything is enlarged: what is measured on the screen is more than what is scrolled by.
  const zoom = "currentCSSZoom" in scroller ? scroller.currentCSSZoom : 1;
  const head = Number(scroller.dataset["scroller"] ?? 0) * zoom;
  if (box.top < frame.top + head || box.height > frame.height - head)
    scroller.scrollTop += (box.top - frame.top - head) / zoom;
  else if (box.bottom > frame.bottom) scroller.scrollTop += (box.bottom - frame.bottom) / zoom + 8;
}
