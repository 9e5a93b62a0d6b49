/** The frame in which the focus will be given; 0 while nobody waits for it. */
let coming = 0;

/**
 * Gives the focus to what the page will have drawn by its next frame. Whoever has put the focus elsewhere by then, as somebody quick does
 * on a page that is busy, keeps it there: the next keys are meant for that.
 */
export function focusWhenShown(find: () => HTMLElement | SVGElement | null | undefined): void {
  const before = document.activeElement;
  cancelAnimationFrame(coming);
  coming = requestAnimationFrame(() => {
    coming = 0;
    const now = document.activeElement;
    if (now === before || now === null || now === document.body) find()?.focus();
  });
}

/** Whether the focus is about to be given to something. */
export function isFocusComing(): boolean {
  return coming !== 0;
}
