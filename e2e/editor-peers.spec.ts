import { expect, test } from "@playwright/test";
import { configuration, editorIsReady, openText, selectWords, textBox } from "./configurationText.ts";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
});

test("two peers stand side by side, and an entry marks its mirror", async ({ page }) => {
  await openText(page, "HQ");
  await configuration(page).getByRole("button", { name: "Side by side" }).click();
  await expect(textBox(page, "Branch")).toBeAttached();
  await textBox(page, "HQ").focus();
  await selectWords(page, "permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255");
  // One on each side.
  await expect(configuration(page).locator(".line-mirror")).toHaveCount(2);
  await configuration(page).getByRole("button", { name: "Side by side" }).click();
  await expect(textBox(page, "Branch")).toHaveCount(0);
});

test("a jump to the mirror entry and back, by keys", async ({ page }) => {
  await openText(page, "HQ");
  await selectWords(page, "permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255");
  await expect(configuration(page).locator(".line-mirror")).toHaveCount(1);
  await page.keyboard.press("Control+F12");
  await expect(textBox(page, "Branch")).toBeFocused();
  await expect(configuration(page).getByRole("tab", { name: "Branch" })).toHaveAttribute("aria-selected", "true");
  await expect(configuration(page).locator(".current-line").first()).toBeVisible();
  await page.keyboard.press("Control+Shift+Enter");
  await expect(textBox(page, "HQ")).toBeFocused();
});

test("selecting a tunnel marks its lines, and the caret selects it", async ({ page }) => {
  await openText(page, "HQ");
  const outline = page.getByRole("tree", { name: "Outline" });
  const tunnel = outline.getByRole("treeitem", { name: /^Peering Branch – HQ/ });
  await expect(tunnel).toHaveAttribute("aria-selected", "false");
  await selectWords(page, "match address");
  await expect(tunnel).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Control+Home");
  await expect(outline.getByRole("treeitem", { name: /^Router HQ/ })).toHaveAttribute("aria-selected", "true");

  await tunnel.click();
  await expect(configuration(page).locator(".line-selected").first()).toBeVisible();
});

test("selecting a router opens its text", async ({ page }) => {
  await editorIsReady(page);
  await page.getByRole("group", { name: "Router Branch" }).click();
  await expect(configuration(page).getByRole("tab", { name: "Branch" })).toHaveAttribute("aria-selected", "true");
  await expect(textBox(page, "Branch")).toBeAttached();
});

test("tabs are travelled by arrow keys", async ({ page }) => {
  await editorIsReady(page);
  await configuration(page).getByRole("tab", { name: "HQ" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(configuration(page).getByRole("tab", { name: "Branch" })).toBeFocused();
  await expect(configuration(page).getByRole("tab", { name: "Branch" })).toHaveAttribute("aria-selected", "true");
});
