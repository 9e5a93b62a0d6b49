import { gzipSync } from "node:zlib";
import { expect, test, type Page } from "@playwright/test";
import { openDesigner } from "./page.ts";

/** All that a first visit asks for before the canvas answers, compressed as servers compress it. */
const BUDGET_KIB = 250;

/** The mark that the page sets when its canvas is drawn and answers. */
const INTERACTIVE_MARK = "tunnelwright interactive";

test("a first visit loads no more than 250 KiB before the canvas answers", async ({ page }) => {
  await page.goto("/");
  await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, INTERACTIVE_MARK);
  const addresses = await page.evaluate((mark) => {
    const interactive = performance.getEntriesByName(mark)[0]?.startTime ?? 0;
    const before = performance.getEntriesByType("resource").filter(({ startTime }) => startTime <= interactive);
    return [location.href, ...new Set(before.map(({ name }) => name))];
  }, INTERACTIVE_MARK);
  const sizes = await Promise.all(
    addresses.map(async (address) => {
      const response = await page.request.get(address);
      expect(response.ok()).toBe(true);
      return { address, bytes: gzipSync(await response.body(), { level: 9 }).length };
    }),
  );
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  test.info().annotations.push({ type: "first load", description: `${(total / 1024).toFixed(1)} KiB` });
  const largest = sizes
    .sort((one, other) => other.bytes - one.bytes)
    .map(({ address, bytes }) => `${bytes} ${address}`);
  expect(total / 1024, largest.join("\n")).toBeLessThan(BUDGET_KIB);
  // A page of this size without its main parts would be no page: the sum is of what was really asked for.
  expect(total / 1024).toBeGreaterThan(150);
});

test("the editor is asked for after the first paint, and what makes zips when it is used", async ({ page }) => {
  await openDesigner(page);
  await expect(page.locator(".monaco-editor").first()).toBeVisible();
  const { interactive, scripts } = await page.evaluate((mark) => {
    const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    return {
      interactive: performance.getEntriesByName(mark)[0]?.startTime ?? 0,
      scripts: entries.map(({ name, startTime, decodedBodySize }) => ({ name, startTime, decodedBodySize })),
    };
  }, INTERACTIVE_MARK);
  // Nothing else of the page is nearly as large.
  const editor = scripts.filter(({ decodedBodySize }) => decodedBodySize > 1_500_000);
  expect(editor).toHaveLength(1);
  expect(editor[0]?.startTime).toBeGreaterThan(interactive);

  const zipped = page.waitForEvent("download");
  const before = await requestedScripts(page);
  await page.keyboard.press("Control+e");
  await page.getByRole("button", { name: /zip/i }).click();
  await zipped;
  expect(await requestedScripts(page)).toBeGreaterThan(before);
});

async function requestedScripts(page: Page): Promise<number> {
  return page.evaluate(
    () => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js")).length,
  );
}
