import { expect, test } from "@playwright/test";
import { fromFileMenu, onCanvas, openDesigner, paletteButton, settle } from "./page.ts";

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
  await fromFileMenu(page, "New");
  await expect(page.getByRole("heading", { name: "An empty design" })).toBeVisible();
  await fromFileMenu(page, "Open…");
  await page
    .getByRole("dialog", { name: "Open" })
    .getByRole("button", { name: /^Example: headquarters and branch / })
    .click();
  await expect(onCanvas(page, "Router R1")).toBeVisible();
});

test("a save that breaks off in its middle leaves the state before it, and the last one comes back with the page", async ({
  page,
}) => {
  await openDesigner(page);
  await paletteButton(page, "Router").click();
  await settle(page);
  await page.evaluate(() => {
    // The design's new row is asked for by then; the transaction goes before it is committed.
    IDBObjectStore.prototype.put = function (): never {
      this.transaction.abort();
      throw new DOMException("The process is gone.", "AbortError");
    };
  });
  await paletteButton(page, "LAN subnet").click();
  await expect(page.getByRole("status", { name: "Not saved" })).toBeVisible();
  const rows = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("tunnelwright");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error("The database can't be opened."));
    });
    return new Promise<string[]>((resolve) => {
      const request = database.transaction("designs").objectStore("designs").getAll();
      request.onsuccess = () => resolve((request.result as { text: string }[]).map(({ text }) => text));
    });
  });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toContain("hostname R1");
  expect(rows[0]).not.toContain("10.3.0.0");
  await page.reload();
  await expect(onCanvas(page, "Router R1")).toBeVisible();
  await expect(onCanvas(page, "Subnet 10.3.0.0/24")).toBeVisible();
  await expect(page.getByRole("status", { name: "Saved" })).toBeVisible();
});
