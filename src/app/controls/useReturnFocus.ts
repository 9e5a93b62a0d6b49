import { useState } from "react";
import { isFocusComing } from "./focusWhenShown.ts";

/**
 * What a dialog without a trigger does when it closes: the focus goes back to what had it before, unless whoever closed the dialog has
 * put it somewhere, or is about to.
 */
export function useReturnFocus(): (event: Event) => void {
  const [before] = useState(() => document.activeElement);
  return (event) => {
    event.preventDefault();
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (isFree && !isFocusComing() && (before instanceof HTMLElement || before instanceof SVGElement)) before.focus();
  };
}
