/** The name of the mark that the page sets when its canvas is drawn and answers. */
export const INTERACTIVE_MARK = "tunnelwright interactive";

/** A page in the background draws no frames; it is not waited for longer than this. */
const PATIENCE_MILLISECONDS = 400;

let tell: () => void;
/** Resolves when the first picture is on the screen. What that picture does without is asked for only then. */
export const firstPaint = new Promise<void>((resolve) => {
  tell = resolve;
});

let tellWhole: () => void;
/** Resolves when the page is whole: shortcuts, dialogs and messages are there as well. */
export const wholePage = new Promise<void>((resolve) => {
  tellWhole = resolve;
});

export function pageIsWhole(): void {
  tellWhole();
}

/** To be called when the first picture is in the page: two frames later it has been painted. */
export function pictureIsInPage(): void {
  const painted = () => {
    clearTimeout(timer);
    performance.mark(INTERACTIVE_MARK);
    tell();
  };
  const timer = setTimeout(painted, PATIENCE_MILLISECONDS);
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      clearTimeout(timer);
      // A task of its own, so that the frame is out before anything that comes late is loaded.
      setTimeout(painted);
    }),
  );
}
