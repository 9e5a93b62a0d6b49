import { expect, test } from "@playwright/test";
import { configOf, openText, selectWords, settled, takeSuggestion } from "./configurationText.ts";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await openText(page, "HQ");
});

test("completion offers what IOS takes in the section, and the names of the configuration", async ({ page }) => {
  await selectWords(page, "set pfs group14");
  await page.keyboard.type("set tr");
  await takeSuggestion(page, /^transform-set/);
  await page.keyboard.type(" ");
  await takeSuggestion(page, /^TS-AES256/);
  await settled(page);
  expect(await configOf(page, "HQ")).toMatch(/set transform-set TS-AES256\n set transform-set TS-AES256\n match/);
});

test("completion shows the range of a number, and Enter behind a finished line is a new line", async ({ page }) => {
  await selectWords(page, "lifetime 28800");
  await page.keyboard.type("lifetime ");
  await page.keyboard.press("Control+Space");
  await expect(page.locator(".suggest-widget").getByRole("option", { name: /^<60-86400>/ })).toBeVisible();
  await page.keyboard.type("3600");
  await page.keyboard.press("Enter");
  await page.keyboard.type("! next");
  await settled(page);
  expect(await configOf(page, "HQ")).toMatch(/ lifetime 3600\n ! next\n/);
});

test("a hover says what a keyword does, its syntax and what holds without it", async ({ page }) => {
  await selectWords(page, "lifetime");
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Control+i");
  const hover = page.locator(".monaco-hover").filter({ hasText: "Without it:" });
  await expect(hover).toContainText("lifetime <");
  await expect(hover).toContainText("86400");
  await expect(hover).toContainText("Source:");
});
