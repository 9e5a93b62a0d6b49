import type { Browser, Page } from "@playwright/test";
import { dragAround, zoomInAndOut, type GestureResult, type Point } from "./gestures.ts";
import { traced, type MainThreadWork } from "./trace.ts";
import type { KeyEffect } from "./watcher.ts";
import { wideDesignName } from "./wideDesign.ts";

declare global {
  interface Window {
    benchFile?: File;
  }
}

/** What the designer costs with a design of some size. Times are in milliseconds. */
export interface DesignerResult {
  /** From asking for the page until its canvas answers, and until the editor is there, by the page's clock. */
  readonly interactiveAfter: number;
  readonly editorAfter: number;
  /** The most elements that the canvas ever had in the page. */
  readonly elements: number;
  /** Seen whole. */
  readonly far: { readonly pan: GestureResult; readonly zoom: GestureResult };
  /** At 100%. */
  readonly near: { readonly pan: GestureResult; readonly zoom: GestureResult; readonly drag: GestureResult };
  /** The object that was dragged. */
  readonly dragged: string;
  readonly keys: readonly KeyEffect[];
  /** What each thing costs until all of it is checked and saved. */
  readonly deeds: Readonly<Record<Deed, MainThreadWork>>;
}

export type Deed = "open" | "reload" | "drag" | "field" | "typing";

const PATIENCE_MILLISECONDS = 300_000;
const KEYS = 8;

/** Opens a design file in the designer, loads the page again with it, and does with it what people do. */
export async function measureDesigner(
  browser: Browser,
  page: Page,
  address: string,
  { file, routers }: { readonly file: string; readonly routers: number },
): Promise<DesignerResult> {
  let elements = 0;
  const count = async () => {
    elements = Math.max(elements, await page.locator('[aria-label="Topology"] *').count());
  };

  await page.goto(address);
  await editorIsReady(page);
  await atRest(page);
  // Handing ten megabytes to the page is work of its main thread too, but nobody's who opens a file.
  await handOver(page, file);
  const open = await traced(browser, page, async () => {
    await dropFile(page);
    await page.waitForFunction(
      (name) => document.querySelector<HTMLInputElement>('input[aria-label="Design name"]')?.value === name,
      wideDesignName(routers),
      { timeout: PATIENCE_MILLISECONDS },
    );
    await atRest(page);
  });
  const reload = await traced(browser, page, async () => {
    await page.reload();
    await editorIsReady(page);
    await atRest(page);
  });
  const { interactiveAfter, editorAfter } = await page.evaluate(() => ({
    interactiveAfter: performance.getEntriesByName("tunnelwright interactive")[0]?.startTime ?? Number.NaN,
    editorAfter: performance.getEntriesByName("bench editor")[0]?.startTime ?? Number.NaN,
  }));
  await count();

  const middle = await bareCanvas(page);
  const farPan = await dragAround(browser, page, middle, 100);
  await count();
  const farZoom = await zoomInAndOut(browser, page, middle);
  await count();

  await lookAtFirst(page);
  await count();
  const bare = await bareCanvas(page);
  const nearPan = await dragAround(browser, page, bare, 150);
  await count();
  const nearZoom = await zoomInAndOut(browser, page, bare);
  await count();
  const { dragged, place } = await lookAtFirst(page);
  const drag = await traced(browser, page, async () => {
    await dragOnce(page, place);
    await atRest(page);
  });
  const moved = (await lookAtFirst(page)).place;
  const nearDrag = await dragAround(browser, page, moved, 60);
  if (!nearDrag.rendered.includes(dragged)) throw new Error("The first router was not dragged.");
  await count();
  await atRest(page);

  const field = await traced(browser, page, async () => {
    const description = page
      .getByRole("complementary", { name: "Inspector" })
      .getByRole("textbox", { name: "Hostname" });
    await description.fill("R1-renamed");
    await description.press("Enter");
    await atRest(page);
  });

  const keys: KeyEffect[] = [];
  await caretAtEndOf(page, "group 14");
  for (let key = 0; key < KEYS; key += 1) {
    await page.evaluate(() => window.pageWatcher?.awaitKey());
    await page.keyboard.press(key % 2 === 0 ? "Backspace" : "4");
    keys.push((await page.evaluate(() => window.pageWatcher?.keyEffect())) ?? { lines: null, squiggles: null });
  }
  await atRest(page);
  const typing = await traced(browser, page, async () => {
    for (let key = 0; key < KEYS; key += 1) {
      await page.keyboard.press(key % 2 === 0 ? "Backspace" : "5", { delay: 60 });
    }
    await page.keyboard.press("Control+s");
    await atRest(page);
  });
  return {
    interactiveAfter,
    editorAfter,
    elements,
    far: { pan: farPan, zoom: farZoom },
    near: { pan: nearPan, zoom: nearZoom, drag: nearDrag },
    dragged,
    keys,
    deeds: { open, reload, drag, field, typing },
  };
}

async function editorIsReady(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      if (!document.querySelector(".monaco-editor .view-line")) return false;
      performance.mark("bench editor");
      return true;
    },
    undefined,
    { timeout: PATIENCE_MILLISECONDS },
  );
}

/** Waits until what was done is checked and saved. Nothing is asked of the page that would make it do so sooner. */
async function atRest(page: Page): Promise<void> {
  await framesPass(page, 5);
  await page.waitForFunction(
    () =>
      document.querySelector('[aria-label="Problems"]')?.getAttribute("aria-busy") === "false" &&
      document.querySelector('[role="status"][aria-label="Saved"]') !== null,
    undefined,
    { timeout: PATIENCE_MILLISECONDS },
  );
  await framesPass(page, 20);
}

function framesPass(page: Page, frames: number): Promise<void> {
  return page.evaluate(async (count) => {
    for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
  }, frames);
}

async function handOver(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => {
    window.benchFile = new File([content], "design.json", { type: "application/json" });
  }, text);
}

async function dropFile(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (!window.benchFile) throw new Error("There is no file to drop.");
    const dropped = new DataTransfer();
    dropped.items.add(window.benchFile);
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }));
  });
}

/** A point in the middle part of the canvas where nothing stands. */
async function bareCanvas(page: Page): Promise<Point> {
  const pane = await page.locator(".react-flow__pane").boundingBox();
  if (!pane) throw new Error("There is no canvas.");
  for (let tried = 0; tried < 200; tried += 1) {
    const point = {
      x: pane.x + pane.width * (0.4 + 0.013 * (tried % 15)),
      y: pane.y + pane.height * (0.4 + 0.013 * Math.floor(tried / 15)),
    };
    // What is painted becomes an element when it is pointed at.
    await page.mouse.move(point.x, point.y);
    const isBare = await page.evaluate(
      ({ x, y }) => document.elementFromPoint(x, y)?.classList.contains("react-flow__pane") ?? false,
      point,
    );
    if (isBare) return point;
  }
  throw new Error("The canvas is full.");
}

/** Brings the first router into the middle of the canvas at 100%, and waits until it can be taken hold of. */
async function lookAtFirst(page: Page): Promise<{ readonly dragged: string; readonly place: Point }> {
  await page.keyboard.press("Control+0");
  await page.locator(".canvas-zoom", { hasText: "100%" }).waitFor();
  await page.getByRole("treeitem", { name: "Router R1", exact: true }).click();
  const node = page.getByRole("region", { name: "Topology" }).getByRole("group", { name: "Router R1", exact: true });
  for (let tried = 0; tried < 50; tried += 1) {
    const before = await node.boundingBox();
    await framesPass(page, 10);
    const box = await node.boundingBox();
    if (!box || box.x !== before?.x || box.y !== before.y) continue;
    const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.move(place.x, place.y);
    const dragged = await page.evaluate(
      ({ x, y }) => document.elementFromPoint(x, y)?.closest<HTMLElement>(".react-flow__node")?.dataset["id"],
      place,
    );
    if (dragged !== undefined) return { dragged, place };
  }
  throw new Error("The first router is not to be seen.");
}

async function dragOnce(page: Page, from: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 15, { steps: 6 });
  await page.mouse.up();
}

async function caretAtEndOf(page: Page, line: string): Promise<void> {
  await page.locator(".monaco-editor .view-line").filter({ hasText: line }).first().click();
  await page.keyboard.press("End");
  await framesPass(page, 20);
}
