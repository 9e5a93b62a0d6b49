import { expect, test, type Page } from "@playwright/test";
import { drag, middleOf, onCanvas, openDesigner, paletteButton, release, settle } from "./page.ts";

const undo = (page: Page) => page.getByRole("button", { name: "Undo" });

/** Runs an action by its name, from the command palette. */
async function run(page: Page, action: string): Promise<void> {
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await palette.getByRole("combobox").fill(action);
  await palette.getByRole("option", { name: action }).first().click();
  await expect(palette).toHaveCount(0);
}

/** What is selected, by its names in the outline. */
async function expectSelected(page: Page, names: readonly string[]): Promise<void> {
  const items = page.getByRole("tree", { name: "Outline" }).getByRole("treeitem", { selected: true });
  await expect
    .poll(async () => (await items.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")))).sort())
    .toEqual([...names].sort());
}

/** Where things stand in the design, by their ids. */
async function layoutOf(page: Page): Promise<Record<string, { x: number; y: number }>> {
  await settle(page);
  return page.evaluate(
    () => (window.tunnelwright?.getDesign() as { layout: Record<string, { x: number; y: number }> }).layout,
  );
}

test("a box drawn with Shift selects what lies in it, Ctrl+A everything, and Escape nothing", async ({ page }) => {
  await openDesigner(page);
  const [router, lan] = [
    await onCanvas(page, "Router HQ").boundingBox(),
    await onCanvas(page, "Subnet 10.1.0.0/24").boundingBox(),
  ];
  if (!router || !lan) throw new Error("The canvas is empty.");
  await page.keyboard.down("Shift");
  await drag(
    page,
    { x: router.x - 14, y: router.y - 14 },
    { x: router.x + router.width + 14, y: lan.y + lan.height + 10 },
  );
  await page.keyboard.up("Shift");
  await expectSelected(page, ["Router HQ", "Subnet 10.1.0.0/24"]);
  await onCanvas(page, "Router HQ").focus();
  await page.keyboard.press("Control+a");
  await expectSelected(page, ["Internet", "Router Branch", "Router HQ", "Subnet 10.1.0.0/24", "Subnet 10.2.0.0/24"]);
  await page.keyboard.press("Escape");
  await expectSelected(page, []);
});

test("several objects are aligned and distributed as one step each", async ({ page }) => {
  await openDesigner(page);
  await paletteButton(page, "LAN subnet").click();
  // Out of the middle, where it would be distributed already.
  await onCanvas(page, "Subnet 10.3.0.0/24").focus();
  await page.keyboard.press("Shift+ArrowRight");
  await onCanvas(page, "Subnet 10.1.0.0/24").click();
  await onCanvas(page, "Subnet 10.2.0.0/24").click({ modifiers: ["Shift"] });
  await onCanvas(page, "Subnet 10.3.0.0/24").click({ modifiers: ["Shift"] });
  await expectSelected(page, ["Subnet 10.1.0.0/24", "Subnet 10.2.0.0/24", "Subnet 10.3.0.0/24"]);
  const before = await layoutOf(page);
  await run(page, "Align in a row");
  const middles = async () =>
    Promise.all(["10.1.0.0", "10.2.0.0", "10.3.0.0"].map((one) => middleOf(onCanvas(page, `Subnet ${one}/24`))));
  const aligned = await middles();
  expect(Math.max(...aligned.map(({ y }) => y)) - Math.min(...aligned.map(({ y }) => y))).toBeLessThan(2);
  await run(page, "Distribute horizontally");
  const columns = (await middles()).map(({ x }) => x).sort((one, other) => one - other);
  expect(Math.abs((columns[1] ?? 0) * 2 - (columns[0] ?? 0) - (columns[2] ?? 0))).toBeLessThan(4);
  await undo(page).click();
  await undo(page).click();
  expect(await layoutOf(page)).toEqual(before);
});

test("a drag snaps to the grid when asked to, and Escape gives it up", async ({ page }) => {
  await openDesigner(page);
  const before = await layoutOf(page);
  const hq = await middleOf(onCanvas(page, "Router HQ"));
  await page.mouse.move(hq.x, hq.y);
  await page.mouse.down();
  await page.mouse.move(hq.x + 50, hq.y + 31, { steps: 5 });
  await expect.poll(async () => (await middleOf(onCanvas(page, "Router HQ"))).x).toBeGreaterThan(hq.x + 20);
  await page.keyboard.press("Escape");
  await expect.poll(async () => Math.abs((await middleOf(onCanvas(page, "Router HQ"))).x - hq.x)).toBeLessThan(2);
  await page.mouse.move(hq.x + 80, hq.y + 40, { steps: 3 });
  await release(page);
  expect(await layoutOf(page)).toEqual(before);
  await expect(undo(page)).toBeDisabled();

  await run(page, "Snap to grid");
  await drag(page, hq, { x: hq.x + 57, y: hq.y + 33 });
  const places = Object.values(await layoutOf(page));
  const moved = places.filter((place) => !Object.values(before).some(({ x, y }) => x === place.x && y === place.y));
  expect(moved).toHaveLength(1);
  for (const { x, y } of moved) expect([x % 20, y % 20]).toEqual([0, 0]);
});

test("arrows nudge what is selected, by one and with Shift by twenty, and all of it can be undone", async ({
  page,
}) => {
  await openDesigner(page);
  const before = await layoutOf(page);
  await onCanvas(page, "Router HQ").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("ArrowRight");
  const after = await layoutOf(page);
  const [id] = Object.keys(after).filter((one) => after[one]?.x !== before[one]?.x);
  expect([after[id ?? ""]?.x, after[id ?? ""]?.y]).toEqual([
    (before[id ?? ""]?.x ?? 0) + 2,
    (before[id ?? ""]?.y ?? 0) + 20,
  ]);
  // How many keys make one step depends on how fast they follow each other, which is not this test's to decide.
  while (await undo(page).isEnabled()) await undo(page).click();
  expect(await layoutOf(page)).toEqual(before);
});

test("a locked canvas can be looked at, but nothing on it moves, is linked or goes", async ({ page }) => {
  await openDesigner(page);
  await run(page, "Lock the canvas");
  const before = await layoutOf(page);
  const hq = await middleOf(onCanvas(page, "Router HQ"));
  await drag(page, hq, { x: hq.x + 60, y: hq.y + 40 });
  await onCanvas(page, "Router HQ").click();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Delete");
  await page.keyboard.press("l");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(onCanvas(page, "Router HQ")).toBeVisible();
  expect(await layoutOf(page)).toEqual(before);
  await run(page, "Lock the canvas");
  await onCanvas(page, "Router HQ").focus();
  await page.keyboard.press("ArrowRight");
  expect(await layoutOf(page)).not.toEqual(before);
});

test("while a link is drawn, what it can't end at is dimmed and says why", async ({ page }) => {
  await openDesigner(page);
  const hq = await middleOf(onCanvas(page, "Router HQ"));
  await page.keyboard.down("Shift");
  await page.mouse.move(hq.x, hq.y);
  await page.mouse.down();
  await page.mouse.move(hq.x + 40, hq.y + 70, { steps: 4 });
  const own = onCanvas(page, "Subnet 10.1.0.0/24").getByTitle("HQ is already attached to 10.1.0.0/24.");
  await expect(own).toBeVisible();
  expect(await own.evaluate((one) => Number(getComputedStyle(one).opacity))).toBeLessThan(0.5);
  await expect(onCanvas(page, "Subnet 10.2.0.0/24").locator("[title]")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await release(page);
  await page.keyboard.up("Shift");
  await expect(own).toHaveCount(0);
});

test("arranging happens only when asked for and is one step", async ({ page }) => {
  await openDesigner(page);
  const hq = await middleOf(onCanvas(page, "Router HQ"));
  await drag(page, hq, { x: hq.x + 70, y: hq.y + 60 });
  const drawn = await layoutOf(page);
  await page.getByRole("button", { name: "Arrange automatically" }).click();
  await expect.poll(() => layoutOf(page)).not.toEqual(drawn);
  await undo(page).click();
  expect(await layoutOf(page)).toEqual(drawn);
});

test("a router goes with its tunnels in one step, by Backspace too, and one undo brings all of it back", async ({
  page,
}) => {
  await openDesigner(page);
  await onCanvas(page, "Router Branch").click();
  await page.keyboard.press("Backspace");
  await expect(onCanvas(page, "Router Branch")).toHaveCount(0);
  await expect(onCanvas(page, /^Peering/)).toHaveCount(0);
  expect(await page.evaluate(() => window.tunnelwright?.getConfig("HQ"))).not.toContain("203.0.113.2");
  await undo(page).click();
  await expect(onCanvas(page, "Peering Branch – HQ: agreed")).toBeVisible();
  await expect(undo(page)).toBeDisabled();
});

test("an object is found by name from the keyboard, selected and brought into view", async ({ page }) => {
  await openDesigner(page);
  await onCanvas(page, "Router HQ").focus();
  for (let step = 0; step < 9; step += 1) await page.keyboard.press("Control++");
  await page.keyboard.press("Control+f");
  const find = page.getByRole("dialog", { name: "Find" });
  await expect(find.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("10.2.0");
  await expect(find.getByRole("option", { name: "Subnet 10.2.0.0/24", selected: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(onCanvas(page, "Subnet 10.2.0.0/24")).toBeInViewport();
  await expectSelected(page, ["Subnet 10.2.0.0/24"]);
});

test("the menu on the canvas duplicates, copies, pastes and deletes, with the mouse", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openDesigner(page);
  const choose = async (item: string) => page.getByRole("menu").getByRole("menuitem", { name: item }).click();
  await onCanvas(page, "Router Branch").click({ button: "right" });
  await expect(page.getByRole("menu", { name: "Selection" })).toBeVisible();
  await choose("Duplicate");
  await expect(onCanvas(page, "Router Branch-2")).toBeVisible();
  await undo(page).click();
  await expect(onCanvas(page, "Router Branch-2")).toHaveCount(0);
  await onCanvas(page, "Router HQ").click({ button: "right" });
  await choose("Copy");
  await page.locator(".react-flow__pane").click({ button: "right", position: { x: 12, y: 12 } });
  await expect(page.getByRole("menu", { name: "Canvas" })).toBeVisible();
  await choose("Paste");
  await expect(onCanvas(page, "Router HQ-2")).toBeVisible();
  await onCanvas(page, "Router HQ-2").click({ button: "right" });
  await choose("Delete");
  await expect(onCanvas(page, "Router HQ-2")).toHaveCount(0);
  await page.locator(".react-flow__pane").click({ button: "right", position: { x: 12, y: 12 } });
  await choose("Select all");
  await expectSelected(page, ["Internet", "Router Branch", "Router HQ", "Subnet 10.1.0.0/24", "Subnet 10.2.0.0/24"]);
});

test("the menu on the canvas opens at what has the focus and is worked with the keyboard", async ({ page }) => {
  await openDesigner(page);
  await onCanvas(page, "Router Branch").focus();
  await page.keyboard.press("Shift+F10");
  const menu = page.getByRole("menu", { name: "Selection" });
  await expect(menu).toBeVisible();
  // Letters look for an item, though the page has shortcuts of some of them.
  await page.keyboard.type("dup");
  await expect(menu.getByRole("menuitem", { name: "Duplicate" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(onCanvas(page, "Router Branch-2")).toBeVisible();
  await expect(menu).toHaveCount(0);
});
