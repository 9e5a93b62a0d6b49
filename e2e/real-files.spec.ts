import { expect, test, type Page } from "@playwright/test";
import { onCanvas, openDesigner, paletteButton, settle } from "./page.ts";

/** A disk of one file in place of the browser's pickers, which no test can press a button of. */
async function stubPickers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const disk = { text: "", writes: 0, asked: 0 };
    const file = {
      name: "network.json",
      getFile: () => Promise.resolve(new File([disk.text], "network.json")),
      createWritable: () =>
        Promise.resolve({
          write: (text: string) => {
            disk.text = text;
            disk.writes += 1;
            return Promise.resolve();
          },
          close: () => Promise.resolve(),
        }),
    };
    const pick = () => {
      disk.asked += 1;
      return Promise.resolve(file);
    };
    Object.assign(window, { disk, showSaveFilePicker: pick, showOpenFilePicker: () => pick().then((one) => [one]) });
  });
}

const disk = (page: Page) =>
  page.evaluate(() => (window as unknown as { disk: { text: string; writes: number; asked: number } }).disk);

test("a design is saved in a file, saved again without a question, and opened from it without being written", async ({
  page,
}) => {
  await stubPickers(page);
  await openDesigner(page);
  await onCanvas(page, "Router HQ").focus();
  await page.keyboard.press("Control+Shift+s");
  await expect.poll(async () => (await disk(page)).writes).toBe(1);
  await paletteButton(page, "Router").click();
  await expect(onCanvas(page, "Router R1")).toBeVisible();
  await onCanvas(page, "Router R1").focus();
  await page.keyboard.press("Control+Shift+s");
  await expect.poll(async () => (await disk(page)).writes).toBe(2);
  const saved = await disk(page);
  expect(saved.asked).toBe(1);
  expect(saved.text).toContain("hostname R1");

  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "New" }).click();
  await expect(page.getByRole("heading", { name: "An empty design" })).toBeVisible();
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "Open…" }).click();
  await page.getByRole("button", { name: "Design file…" }).click();
  await expect(onCanvas(page, "Router R1")).toBeVisible();
  await settle(page);
  expect((await disk(page)).writes).toBe(2);
});

test("a picker that is closed again changes nothing and is no error", async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException("The user aborted a request.", "AbortError"));
    Object.assign(window, { showSaveFilePicker: refuse, showOpenFilePicker: refuse });
  });
  await openDesigner(page);
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "Open…" }).click();
  const dialog = page.getByRole("dialog", { name: "Open" });
  await dialog.getByRole("button", { name: "Design file…" }).click();
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("alert")).toHaveCount(0);
});
