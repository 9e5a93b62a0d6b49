import { expect, test } from "@playwright/test";
import { onCanvas, openDesigner, paletteButton, settle } from "./page.ts";

test("what was drawn is there again when the page is opened again", async ({ page }) => {
  await openDesigner(page);
  await paletteButton(page, "Router").click();
  await expect(onCanvas(page, "Router R1")).toBeVisible();
  // No waiting for the save: leaving the page flushes it.
  await page.reload();
  await expect(onCanvas(page, "Router R1")).toBeVisible();
  await expect(page.getByRole("status", { name: "Saved" })).toBeVisible();
});

test("a second tab on the design looks on, and can take over without losing anything", async ({ context }) => {
  const first = await context.newPage();
  await openDesigner(first);
  await paletteButton(first, "Router").click();
  await settle(first);
  const second = await context.newPage();
  await second.goto("/");
  await expect(onCanvas(second, "Router R1")).toBeVisible();
  await expect(second.getByRole("status", { name: "Read-only" })).toBeVisible();
  await expect(paletteButton(second, "Router")).toBeDisabled();

  await paletteButton(first, "LAN subnet").click();
  await second.getByRole("button", { name: "Take over" }).click();
  await expect(second.getByRole("status", { name: "Saved" })).toBeVisible();
  await expect(onCanvas(second, "Subnet 10.3.0.0/24")).toBeVisible();
  await expect(first.getByRole("status", { name: "Read-only" })).toBeVisible();
  await paletteButton(second, "Router").click();
  await settle(second);
  await second.reload();
  await expect(onCanvas(second, "Router R2")).toBeVisible();
});

test("a storage that fails is told loudly, with a way to keep the design", async ({ page }) => {
  await openDesigner(page);
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException("The disk is full.", "QuotaExceededError");
    };
  });
  await paletteButton(page, "Router").click();
  await expect(page.getByRole("status", { name: "Not saved" })).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download now" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.json$/);
});

test("New keeps the design before in the library", async ({ page }) => {
  await openDesigner(page);
  await paletteButton(page, "Router").click();
  await settle(page);
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "New" }).click();
  await expect(page.getByRole("heading", { name: "An empty design" })).toBeVisible();
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "Open…" }).click();
  await page
    .getByRole("dialog", { name: "Open" })
    .getByRole("button", { name: /^Example: headquarters and branch / })
    .click();
  await expect(onCanvas(page, "Router R1")).toBeVisible();
});
