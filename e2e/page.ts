import { expect, type Locator, type Page } from "@playwright/test";

/** Opens the designer and waits for its canvas to have been fitted. */
export async function openDesigner(page: Page): Promise<void> {
  await page.goto("/");
  await expect(onCanvas(page, "Router HQ")).toBeVisible();
  // The shortcuts and the rules come after the canvas.
  await settle(page);
  await atRest(onCanvas(page, "Router HQ"));
}

/** Links two objects by keyboard: "l" on the one, a part of the other's name. */
export async function linkByKeyboard(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole("tree", { name: "Outline" }).getByRole("treeitem", { name: from, exact: true }).focus();
  await page.keyboard.press("l");
  const dialog = page.getByRole("dialog", { name: `Link ${from} to` });
  await expect(dialog.getByRole("combobox")).toBeFocused();
  await page.keyboard.type(to);
  await expect(dialog.getByRole("option", { selected: true })).toContainText(to);
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  // The focus goes back to where the link began.
  await expect(onCanvas(page, from)).toBeFocused();
}

/** Something on the canvas, by its accessible name. */
export function onCanvas(page: Page, name: string | RegExp): Locator {
  return page.getByRole("region", { name: "Topology" }).getByRole("group", { name, exact: typeof name === "string" });
}

export function paletteButton(page: Page, name: "Router" | "LAN subnet" | "Internet" | "Remote clients"): Locator {
  return page.getByRole("button", { name, exact: true });
}

/** Chooses an item of the file menu. */
export async function fromFileMenu(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

/** A short message that the page shows; it is also said to whoever listens, elsewhere in the page. */
export function notice(page: Page, text: string): Locator {
  return page.getByRole("region", { name: /^Notifications/ }).getByText(text);
}

/** Waits until drafts are committed, findings are current and the design is saved. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(() => window.tunnelwright?.settled());
}

/** The peerings as "A – B: status". */
export async function peeringsOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    (window.tunnelwright?.getPeerings() ?? []).map(
      ({ a, b, status }) => `${a.router} – ${b?.router ?? "?"}: ${status}`,
    ),
  );
}

/** As many frames as an animation of the canvas needs at most to begin. */
const CALM_FRAMES = 5;

/** Waits until an element stays where it is: the canvas moves a little later than what it follows. */
export async function atRest(element: Locator): Promise<void> {
  await element.evaluate(async (node, frames) => {
    let place = "";
    for (let calm = 0; calm < frames; calm += 1) {
      await new Promise(requestAnimationFrame);
      const { x, y, width, height } = node.getBoundingClientRect();
      if (place !== `${x} ${y} ${width} ${height}`) calm = 0;
      place = `${x} ${y} ${width} ${height}`;
    }
  }, CALM_FRAMES);
}

/** The middle of an element, in window pixels. */
export async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  await atRest(element);
  const box = await element.boundingBox();
  if (!box) throw new Error("The element is not drawn.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Drags with the mouse in a few steps, as a hand does. */
export async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await release(page);
}

/**
 * Ends a drag. The click that ends it is kept from whatever lies below until a timer has run; what a test clicked before that would be
 * kept back too.
 */
export async function release(page: Page): Promise<void> {
  await page.mouse.up();
  await timersHaveRun(page);
}

/** Waits until what the page has put off to its next task is done: a test's next key comes quicker than any hand's. */
export async function timersHaveRun(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
}
