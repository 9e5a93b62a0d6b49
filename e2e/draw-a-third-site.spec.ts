import { expect, test, type Page } from "@playwright/test";
import {
  drag,
  linkByKeyboard,
  middleOf,
  onCanvas,
  openDesigner,
  paletteButton,
  peeringsOf,
  release,
  settle,
} from "./page.ts";

/** A place of the canvas where nothing stands, in window pixels. */
async function freeSpot(page: Page, right: number, down: number) {
  const box = await page.getByRole("region", { name: "Topology" }).boundingBox();
  if (!box) throw new Error("There is no canvas.");
  return { x: box.x + box.width * right, y: box.y + box.height * down };
}

test("a router and a subnet are dragged from the palette, cabled and linked with the mouse", async ({ page }) => {
  await openDesigner(page);
  await drag(page, await middleOf(paletteButton(page, "Router")), await freeSpot(page, 0.5, 0.75));
  await expect(onCanvas(page, "Router R1")).toBeVisible();
  await drag(page, await middleOf(paletteButton(page, "LAN subnet")), await freeSpot(page, 0.5, 0.94));
  const lan = onCanvas(page, "Subnet 10.3.0.0/24");
  await expect(lan).toBeVisible();

  // A handle of the router, which shows while the pointer is on it.
  const router = onCanvas(page, "Router R1");
  await router.hover();
  await drag(page, await middleOf(router.locator("[data-link-knob]").first()), await middleOf(lan));
  await settle(page);
  expect(await page.evaluate(() => window.tunnelwright?.getConfig("R1"))).toContain(
    "ip address 10.3.0.1 255.255.255.0",
  );

  // Shift and drag from anywhere on a router.
  await page.keyboard.down("Shift");
  await drag(page, await middleOf(router), await middleOf(onCanvas(page, "Router HQ")));
  await page.keyboard.up("Shift");
  await expect(onCanvas(page, "Peering HQ – R1: agreed")).toBeVisible();
  await expect(onCanvas(page, "Peering Branch – HQ: agreed")).toBeVisible();
  await settle(page);
  expect(await peeringsOf(page)).toEqual(["Branch – HQ: agreed", "HQ – R1: agreed"]);

  // Each gesture is one step.
  const undo = page.getByRole("button", { name: "Undo" });
  await undo.click();
  await expect(onCanvas(page, /^Peering HQ – R1/)).toHaveCount(0);
  await undo.click();
  await undo.click();
  await undo.click();
  await expect(onCanvas(page, "Router R1")).toHaveCount(0);
  await expect(undo).toBeDisabled();
  const redo = page.getByRole("button", { name: "Redo" });
  for (let step = 0; step < 4; step += 1) await redo.click();
  await expect(onCanvas(page, "Peering HQ – R1: agreed")).toBeVisible();
  await expect(redo).toBeDisabled();
});

test("the same is done with the keyboard alone", async ({ page }) => {
  await openDesigner(page);
  await paletteButton(page, "Router").focus();
  await page.keyboard.press("Enter");
  await paletteButton(page, "LAN subnet").focus();
  await page.keyboard.press("Enter");
  await linkByKeyboard(page, "Router R1", "10.3.0.0");
  await linkByKeyboard(page, "Router R1", "Branch");
  await expect(onCanvas(page, "Peering Branch – R1: agreed")).toBeVisible();

  // Focus is back on the canvas, on the router that the link began at.
  await expect(onCanvas(page, "Router R1")).toBeFocused();
  const before = await middleOf(onCanvas(page, "Router R1"));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => (await middleOf(onCanvas(page, "Router R1"))).x - before.x).toBeGreaterThan(10);

  await page.keyboard.press("Delete");
  await expect(onCanvas(page, "Router R1")).toHaveCount(0);
  await expect(onCanvas(page, /^Peering Branch – R1/)).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(onCanvas(page, "Peering Branch – R1: agreed")).toBeVisible();
});

test("Escape gives up a link, and a target that can't be linked says why", async ({ page }) => {
  await openDesigner(page);
  const [hq, lan] = [await middleOf(onCanvas(page, "Router HQ")), await middleOf(onCanvas(page, "Subnet 10.1.0.0/24"))];
  await page.keyboard.down("Shift");
  await page.mouse.move(hq.x, hq.y);
  await page.mouse.down();
  await page.mouse.move(lan.x, lan.y, { steps: 4 });
  await expect(page.getByText("HQ is already attached to 10.1.0.0/24.")).toBeVisible();
  await page.keyboard.press("Escape");
  await release(page);
  await page.keyboard.up("Shift");
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
});

test("a drag moves an object as one step, and Delete is inert while typing", async ({ page }) => {
  await openDesigner(page);
  const branch = onCanvas(page, "Router Branch");
  const from = await middleOf(branch);
  await drag(page, from, { x: from.x - 60, y: from.y + 40 });
  const to = await middleOf(branch);
  expect(Math.abs(to.x - (from.x - 60))).toBeLessThan(10);
  expect(Math.abs(to.y - (from.y + 40))).toBeLessThan(10);
  await page.getByRole("textbox", { name: "Design name" }).focus();
  await page.keyboard.press("Delete");
  await page.keyboard.press("Escape");
  await expect(branch).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => Math.abs((await middleOf(branch)).x - from.x)).toBeLessThan(2);
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
});
