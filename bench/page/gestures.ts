import type { Browser, Page } from "@playwright/test";
import { traced } from "./trace.ts";
import type { Watched } from "./watcher.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A gesture on a canvas, as it was felt. */
export interface GestureResult {
  /** The main thread's processor time for one step of the pointer or wheel, which is one frame at most. Milliseconds. */
  readonly workPerFrame: number;
  readonly framesPerSecond: number;
  readonly longestTask: number;
  /** The ids of objects that were rendered although they were in the page already. */
  readonly rendered: readonly string[];
  readonly mounted: number;
}

const STEPS = 60;
/** A page that can't follow is not waited for any longer than this. */
const PATIENCE_MILLISECONDS = 5000;
const FRAME_MILLISECONDS = 1000 / 60;

/** Drags from a point around a circle and back; whether that moves the canvas or an object is settled by what is there. */
export async function dragAround(browser: Browser, page: Page, from: Point, radius: number): Promise<GestureResult> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const result = await measured(browser, page, (step) => {
    const angle = (2 * Math.PI * step) / STEPS;
    return page.mouse.move(from.x + radius * Math.sin(angle), from.y + radius * (1 - Math.cos(angle)));
  });
  await page.mouse.up();
  return result;
}

/** Turns the wheel one way and back again. */
export async function zoomInAndOut(browser: Browser, page: Page, at: Point): Promise<GestureResult> {
  await page.mouse.move(at.x, at.y);
  return measured(browser, page, (step) => page.mouse.wheel(0, step <= STEPS / 2 ? -40 : 40));
}

async function measured(browser: Browser, page: Page, step: (index: number) => Promise<void>): Promise<GestureResult> {
  let steps = 0;
  let watched: Watched | undefined;
  const before = await placesOnCanvas(page);
  let after: string | undefined;
  const work = await traced(browser, page, async () => {
    await page.evaluate(() => window.pageWatcher?.begin());
    const end = performance.now() + PATIENCE_MILLISECONDS;
    while (steps < STEPS && performance.now() < end) {
      const next = performance.now() + FRAME_MILLISECONDS;
      await step((steps += 1));
      if (steps === STEPS / 4) after = await placesOnCanvas(page);
      const rest = next - performance.now();
      if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
    }
    watched = await page.evaluate(() => window.pageWatcher?.end());
  });
  if (!watched) throw new Error("The page was not watched.");
  // A page that can't follow may be this late; one that was not taken hold of is never moved.
  if (after === before) console.error("A gesture had moved nothing after a quarter of its steps.");
  return {
    workPerFrame: work.total / steps,
    framesPerSecond: (1000 * watched.frames) / watched.milliseconds,
    longestTask: work.longestTask,
    rendered: Object.keys(watched.rendered),
    mounted: watched.mounted,
  };
}

/** Where the canvas and what stands on it are. */
function placesOnCanvas(page: Page): Promise<string> {
  return page.evaluate(() => {
    const moved = document.querySelectorAll<HTMLElement>(".react-flow__viewport, .react-flow__node.dragging");
    return [...moved].map((element) => element.style.transform).join("|");
  });
}
