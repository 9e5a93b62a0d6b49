import { expect, test } from "@playwright/test";
import { expectAccessibleInBothThemes } from "./accessibility.ts";
import { lesson, openTool } from "./lessonPane.ts";
import {
  atRest,
  drag,
  fromFileMenu,
  linkByKeyboard,
  middleOf,
  onCanvas,
  openDesigner,
  paletteButton,
  release,
  settle,
} from "./page.ts";

test("what is done is announced, listed in sentences, and returned to, by mouse and by keyboard", async ({ page }) => {
  await openDesigner(page);
  const announced = page.getByTestId("announcements");

  await test.step("each change is announced, and so are the problems that come with it", async () => {
    await paletteButton(page, "Router").click();
    await expect(announced).toContainText("R1");
    await linkByKeyboard(page, "Router R1", "Branch");
    await expect(onCanvas(page, "Peering Branch – R1: agreed")).toBeVisible();
    await page
      .getByRole("tree", { name: "Outline" })
      .getByRole("treeitem", { name: "Peering Branch – HQ: agreed" })
      .click();
    await page.keyboard.press("Delete");
    await expect(announced).toContainText("Remove peering Branch – HQ");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(onCanvas(page, "Peering Branch – HQ: agreed")).toBeVisible();
  });

  const history = page.getByRole("dialog", { name: "History" });
  await test.step("a step of the history is returned to with the mouse", async () => {
    await page.getByRole("button", { name: "History…" }).click();
    await expect(history.getByRole("button", { name: "Remove peering Branch – HQ" })).toBeVisible();
    await history.getByRole("button", { name: /^Opened/ }).click();
    await expect(history.getByRole("button", { name: /^Opened/ })).toHaveAttribute("aria-current", "step");
    await expectAccessibleInBothThemes(page, "[role=dialog]");
    // What stands behind a dialog is nothing to whoever listens, so it is closed before anything is looked at.
    await page.keyboard.press("Escape");
    await expect(onCanvas(page, "Router HQ")).toBeVisible();
    await expect(onCanvas(page, "Router R1")).toHaveCount(0);
  });

  await test.step("and with the keyboard, forward again", async () => {
    await page.getByRole("button", { name: "History…" }).focus();
    await page.keyboard.press("Enter");
    const step = history.getByRole("button", { name: "Add router R1" });
    await step.focus();
    await page.keyboard.press("Enter");
    await expect(step).toHaveAttribute("aria-current", "step");
    await page.keyboard.press("Escape");
    await expect(onCanvas(page, "Router R1")).toBeVisible();
    await expect(onCanvas(page, /^Peering Branch – R1/)).toHaveCount(0);
  });

  await test.step("? lists the keys, while nobody types", async () => {
    const shortcuts = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await page.getByRole("textbox", { name: "Design name" }).focus();
    await page.keyboard.press("Shift+?");
    await expect(shortcuts).toHaveCount(0);
    await page.keyboard.press("Escape");
    await onCanvas(page, "Router HQ").focus();
    await page.keyboard.press("Shift+?");
    for (const line of ["Go to the next tunnel of a router", "Move what is selected", "Command palette"])
      await expect(shortcuts.getByRole("listitem").filter({ hasText: line })).toBeVisible();
    await expectAccessibleInBothThemes(page, "[role=dialog]");
    await page.keyboard.press("Escape");
    await expect(shortcuts).toHaveCount(0);
    await expect(onCanvas(page, "Router HQ")).toBeFocused();
  });
});

test("an import can be taken back from its checkpoint, after the page was opened anew", async ({ page }) => {
  await openDesigner(page);
  await fromFileMenu(page, "Import configurations…");
  const imported = page.getByRole("dialog", { name: "Import configurations" });
  await imported
    .getByRole("textbox")
    .first()
    .fill("hostname Oslo\ninterface Loopback0\n ip address 10.77.0.1 255.255.255.255\nend\n");
  await imported.getByRole("button", { name: /^Import 1 router/ }).click();
  await expect(onCanvas(page, "Router Oslo")).toBeVisible();
  await settle(page);
  await page.reload();
  await expect(onCanvas(page, "Router Oslo")).toBeVisible();
  await settle(page);

  await fromFileMenu(page, "Open…");
  const open = page.getByRole("dialog", { name: "Open" });
  await expect(open.getByRole("list", { name: "Designs" }).getByRole("listitem")).toHaveCount(1);
  const checkpoints = open.getByRole("list", { name: "Checkpoints" });
  const checkpoint = checkpoints.getByRole("button", { name: /^Before import/ });
  await expect(checkpoint).toBeVisible();
  await expectAccessibleInBothThemes(page, "[role=dialog]");
  await checkpoint.focus();
  await page.keyboard.press("Enter");
  await expect(open).toHaveCount(0);
  await expect(onCanvas(page, "Router Oslo")).toHaveCount(0);
  await expect(onCanvas(page, "Router HQ")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(onCanvas(page, "Router Oslo")).toBeVisible();

  await test.step("a state is kept under a name, gone back to, and deleted", async () => {
    await fromFileMenu(page, "Keep a checkpoint…");
    const keep = page.getByRole("dialog", { name: "Keep a checkpoint" });
    await expect(keep.getByRole("textbox", { name: "Name" })).toBeFocused();
    await expectAccessibleInBothThemes(page, "[role=dialog]");
    await page.keyboard.type("With Oslo");
    await page.keyboard.press("Enter");
    await expect(keep).toHaveCount(0);
    await onCanvas(page, "Router Oslo").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Delete");
    await expect(onCanvas(page, "Router Oslo")).toHaveCount(0);
    await fromFileMenu(page, "Open…");
    await checkpoints.getByRole("button", { name: /^With Oslo/ }).click();
    await expect(onCanvas(page, "Router Oslo")).toBeVisible();
    await fromFileMenu(page, "Open…");
    await checkpoints.getByRole("button", { name: "Delete the checkpoint With Oslo" }).click();
    await expect(checkpoints.getByRole("button", { name: /With Oslo/ })).toHaveCount(0);
    await expect(checkpoints.getByRole("button", { name: /^Before import/ })).toBeVisible();
    await page.keyboard.press("Escape");
  });
});

test("the palette drags the node itself, and the minimap shows where one is", async ({ page }) => {
  await openDesigner(page);
  await test.step("under the cursor is the router as it will be", async () => {
    const from = await middleOf(paletteButton(page, "Router"));
    const to = await middleOf(onCanvas(page, "Peering Branch – HQ: agreed"));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y + 120, { steps: 4 });
    const ghost = page.locator(".palette-ghost");
    await expect(ghost).toContainText("R1");
    await expect(ghost).toContainText("no WAN address");
    const shown = await middleOf(ghost);
    expect(Math.hypot(shown.x - to.x, shown.y - to.y - 120)).toBeLessThan(3);
    await release(page);
    await expect(ghost).toHaveCount(0);
    const dropped = await middleOf(onCanvas(page, "Router R1"));
    expect(Math.hypot(dropped.x - to.x, dropped.y - to.y - 120)).toBeLessThan(3);
  });

  await test.step("M opens the minimap, and a drag on it pans", async () => {
    await onCanvas(page, "Router HQ").focus();
    await page.keyboard.press("m");
    const map = page.getByRole("img", { name: "Minimap" });
    await expect(map).toBeVisible();
    const before = await middleOf(onCanvas(page, "Router HQ"));
    const middle = await middleOf(map);
    await drag(page, middle, { x: middle.x + 30, y: middle.y });
    await expect.poll(async () => (await middleOf(onCanvas(page, "Router HQ"))).x).toBeLessThan(before.x - 5);
    await page.keyboard.press("m");
    await expect(map).toHaveCount(0);
  });
});

test("a drawing that was fitted follows the size of the window, until somebody chooses a zoom", async ({ page }) => {
  await openDesigner(page);
  const zoom = page.getByRole("button", { name: /^\d+%$/ });
  const percent = async () => Number.parseInt((await zoom.textContent()) ?? "", 10);
  await expect.poll(percent).toBeGreaterThan(60);
  const before = await percent();
  await page.setViewportSize({ width: 900, height: 700 });
  await expect.poll(percent).toBeLessThan(before);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect.poll(percent).toBe(before);
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect.poll(percent).toBeGreaterThan(before);
  await atRest(onCanvas(page, "Router HQ"));
  const chosen = await percent();
  await page.setViewportSize({ width: 1500, height: 900 });
  await settle(page);
  expect(await percent()).toBe(chosen);
});

for (const size of [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
]) {
  test(`a short message stands beside a drawing that was fitted, at ${size.width}×${size.height}`, async ({ page }) => {
    await page.setViewportSize(size);
    await openDesigner(page);
    await openTool(page, "Lesson");
    await lesson(page).getByRole("button", { name: "Start An Easy VPN server" }).click();
    await expect(lesson(page).getByRole("heading", { name: "An Easy VPN server" })).toBeInViewport();
    const message = page.getByRole("listitem").filter({ hasText: "An Easy VPN server is open." });
    await atRest(message);
    const stands = await message.boundingBox();
    const canvas = await page.getByRole("region", { name: "Topology" }).boundingBox();
    if (!stands || !canvas) throw new Error("The message is not shown.");
    expect(stands.y + stands.height).toBeLessThanOrEqual(canvas.y + canvas.height);
    const objects = await page.getByRole("region", { name: "Topology" }).locator(".react-flow__node").all();
    expect(objects.length).toBeGreaterThan(3);
    for (const object of objects) {
      const box = await object.boundingBox();
      if (!box) throw new Error("An object is not shown.");
      const isBeside =
        box.x + box.width <= stands.x || box.x >= stands.x + stands.width || box.y + box.height <= stands.y;
      expect(isBeside, `the message stands on ${String(await object.getAttribute("aria-label"))}`).toBe(true);
    }
  });
}
