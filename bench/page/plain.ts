import type { Browser, Page } from "@playwright/test";
import { dragAround, zoomInAndOut, type GestureResult, type Point } from "./gestures.ts";

/** React Flow by itself, with as many nodes as the designer has routers, and as many edges as it has tunnels. */
export interface PlainResult {
  readonly interactiveAfter: number;
  readonly elements: number;
  readonly far: { readonly pan: GestureResult; readonly zoom: GestureResult };
  readonly near: { readonly pan: GestureResult; readonly zoom: GestureResult; readonly drag: GestureResult };
}

export async function measurePlain(
  browser: Browser,
  page: Page,
  address: string,
  routers: number,
): Promise<PlainResult> {
  await page.goto(`${address}?routers=${routers}`);
  await page.waitForFunction(() => window.plainFlow !== undefined, undefined, { timeout: 120_000 });
  await calm(page);
  const interactiveAfter = await page.evaluate(() => performance.getEntriesByName("in the page")[0]?.startTime ?? 0);
  const elements = await page.locator(".react-flow *").count();
  const middle = await bareCanvas(page);
  const far = {
    pan: await dragAround(browser, page, middle, 100),
    zoom: await zoomInAndOut(browser, page, middle),
  };
  await page.evaluate(() => window.plainFlow?.setCenter(75, 20, { zoom: 1 }));
  await calm(page);
  const bare = await bareCanvas(page);
  const pan = await dragAround(browser, page, bare, 150);
  const zoom = await zoomInAndOut(browser, page, bare);
  const box = await page.locator('.react-flow__node[data-id="0"]').boundingBox();
  if (!box) throw new Error("The first node is not to be seen.");
  const drag = await dragAround(browser, page, { x: box.x + box.width / 2, y: box.y + box.height / 2 }, 60);
  return { interactiveAfter, elements, far, near: { pan, zoom, drag } };
}

async function calm(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
  });
}

async function bareCanvas(page: Page): Promise<Point> {
  const point = await page.evaluate(() => {
    const { innerWidth: width, innerHeight: height } = window;
    for (let tried = 0; tried < 400; tried += 1) {
      const x = width * (0.4 + 0.01 * (tried % 20));
      const y = height * (0.4 + 0.01 * Math.floor(tried / 20));
      if (document.elementFromPoint(x, y)?.classList.contains("react-flow__pane")) return { x, y };
    }
    return null;
  });
  if (!point) throw new Error("The canvas is full.");
  return point;
}
