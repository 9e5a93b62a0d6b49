import { expect, test } from "@playwright/test";
import { onCanvas, openDesigner, settle } from "./page.ts";

test.use({ serviceWorkers: "allow" });

test("after one visit everything opens and works without network, from one version", async ({ page, context }) => {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  await openDesigner(page);
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state === "activated") return;
    await new Promise((resolve) => active?.addEventListener("statechange", resolve, { once: true }));
  });
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1);

  await context.setOffline(true);
  await page.reload();
  await expect(onCanvas(page, "Router HQ")).toBeVisible();
  await settle(page);
  await expect(page.locator(".monaco-editor").first()).toBeVisible();
  // A part that was never loaded while there was a network.
  await page.keyboard.press("Control+e");
  await expect(page.getByRole("dialog", { name: "Export" })).toBeVisible();
  expect(complaints).toEqual([]);
});
