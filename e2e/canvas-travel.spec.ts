import { expect, test } from "@playwright/test";
import { expectAccessibleInBothThemes } from "./accessibility.ts";
import { atRest, drag, middleOf, onCanvas, openDesigner, timersHaveRun } from "./page.ts";

test("keys lead from object to object and along tunnels; who is lost is shown the way back", async ({ page }) => {
  await openDesigner(page);
  const selected = page.getByRole("tree", { name: "Outline" }).getByRole("treeitem", { selected: true });

  await test.step("from near by a router shows its interfaces and addresses", async () => {
    const interfaces = onCanvas(page, "Router HQ").getByText("198.51.100.2/30 · VPN");
    await onCanvas(page, "Router HQ").focus();
    await expect(interfaces).toBeHidden();
    // Keys that follow each other add up.
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("Control++");
    await expect(interfaces).toBeVisible();
    await page.keyboard.press("Shift+Digit1");
    await expect(interfaces).toBeHidden();
    await atRest(onCanvas(page, "Router HQ"));
  });

  await test.step("Alt and an arrow lead to what stands on that side", async () => {
    await onCanvas(page, "Router HQ").focus();
    await page.keyboard.press("Alt+ArrowRight");
    await expect(onCanvas(page, "Router HQ")).not.toBeFocused();
    await onCanvas(page, "Router HQ").focus();
  });

  await test.step("T goes to a tunnel of the router, Alt and an arrow to its far end", async () => {
    await page.keyboard.press("t");
    await expect(onCanvas(page, "Peering Branch – HQ: agreed")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(selected).toHaveAttribute("aria-label", "Peering Branch – HQ: agreed");
    await page.keyboard.press("Alt+ArrowRight");
    await expect(onCanvas(page, "Router Branch")).toBeFocused();
    await page.keyboard.press("t");
    await page.keyboard.press("Alt+ArrowLeft");
    await expect(onCanvas(page, "Router HQ")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(selected).toHaveAttribute("aria-label", "Router HQ");
  });

  await test.step("an object that is dropped upon another one is marked", async () => {
    const lan = await middleOf(onCanvas(page, "Subnet 10.1.0.0/24"));
    const hq = await middleOf(onCanvas(page, "Router HQ"));
    await drag(page, lan, { x: hq.x + 20, y: hq.y + 50 });
    const sign = page.getByText("Subnet 10.1.0.0/24 overlaps Router HQ");
    await expect(sign).toBeVisible();
    await page.screenshot({ path: test.info().outputPath("overlap.png") });
    await expectAccessibleInBothThemes(page, "[aria-label=Topology]");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(sign).toHaveCount(0);
  });

  await test.step("a drawing that is out of sight is offered back, by mouse and by keyboard", async () => {
    const showAll = page.getByRole("button", { name: "Show all" });
    for (const way of ["mouse", "keyboard"]) {
      await expect(showAll).toHaveCount(0);
      const pane = await page.locator(".react-flow__pane").boundingBox();
      if (!pane) throw new Error("There is no canvas.");
      const corner = { x: pane.x + pane.width - 10, y: pane.y + 10 };
      for (let pull = 0; pull < 3; pull += 1)
        await drag(page, corner, { x: pane.x + 10, y: pane.y + pane.height - 10 });
      await expect(showAll).toBeVisible();
      if (way === "mouse") {
        await page.screenshot({ path: test.info().outputPath("lost.png") });
        await showAll.click();
      } else {
        await showAll.focus();
        await page.keyboard.press("Enter");
      }
      await expect(onCanvas(page, "Router HQ")).toBeInViewport();
      await atRest(onCanvas(page, "Router HQ"));
    }
  });
});

test("who goes on before the page has drawn what was found keeps the focus where it was put", async ({ page }) => {
  await openDesigner(page);
  await page.keyboard.press("Control+f");
  const find = page.getByRole("dialog", { name: "Find" });
  await find.getByRole("combobox").fill("Branch");
  await expect(find.getByRole("option", { name: "Router Branch", selected: true })).toBeVisible();
  const outlined = page
    .getByRole("tree", { name: "Outline", includeHidden: true })
    .getByRole("treeitem", { name: "Router HQ", exact: true, includeHidden: true });
  // Both within one frame, as on a page that is busy.
  await outlined.evaluate(async (item: HTMLElement) => {
    const enter = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(enter);
    while (document.querySelector("[role=dialog]")) await Promise.resolve();
    item.focus();
  });
  await expect(find).toHaveCount(0);
  await timersHaveRun(page);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await expect(outlined).toBeFocused();
});
