import { useEffect, useState } from "react";
import { toast, Toaster } from "sonner";
import { useView } from "../stores.tsx";
import { messages, type Message } from "./messages.ts";

/** Shows the short messages that go away by themselves. */
export function Toasts() {
  const [place, setPlace] = useState({ right: SPACE, bottom: SPACE });
  useEffect(() => messages.listen(show), []);
  useEffect(() => {
    const canvas = document.querySelector(".topology");
    if (!canvas) return;
    const observer = new ResizeObserver(() => setPlace(placeIn(canvas.getBoundingClientRect())));
    observer.observe(canvas);
    return () => observer.disconnect();
  }, []);
  // Before a room a tool stands on the right, and a message must not stand on its heading.
  const presents = useView(({ mode }) => mode === "present");
  return presents ? (
    <Toaster position="top-left" offset={24} />
  ) : (
    <Toaster position="bottom-right" offset={place} mobileOffset={place} />
  );
}

/** From the edges of the canvas, in pixels: in the row of the canvas's tools, which a fitted drawing leaves free. */
const SPACE = 6;
/** However low the canvas is, a message has as much room above it. */
const ROOM = 140;

function placeIn({ bottom, right }: DOMRect): { readonly right: number; readonly bottom: number } {
  const { innerHeight, innerWidth } = window;
  return { right: innerWidth - right + SPACE, bottom: Math.min(innerHeight - bottom + SPACE, innerHeight - ROOM) };
}

/** What went wrong stands for long enough to be read twice, in milliseconds; what was done needs a glance. */
const LONG = 15_000;

function show({ text, kind, action }: Message): void {
  if (action)
    toast(text, { duration: Infinity, closeButton: true, action: { label: action.label, onClick: action.run } });
  else if (kind === "error") toast.error(text, { duration: LONG });
  else if (kind === "warning") toast.warning(text, { duration: LONG });
  else toast(text);
}
