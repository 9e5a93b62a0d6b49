import { expect, type Locator, type Page } from "@playwright/test";
import { timersHaveRun } from "./page.ts";

/** The region of the text editor. */
export function configuration(page: Page): Locator {
  return page.getByRole("region", { name: "Configuration" });
}

/** Waits until the editor proper has taken over from the plain text. */
export async function editorIsReady(page: Page): Promise<void> {
  await expect(configuration(page).locator(".monaco-editor .view-line").first()).toBeVisible();
}

/** Opens a router's tab and waits for its text to have the focus. */
export async function openText(page: Page, router: string): Promise<void> {
  await editorIsReady(page);
  const tab = configuration(page).getByRole("tab", { name: router, exact: true });
  await tab.click();
  await expect(tab).toHaveAttribute("aria-selected", "true");
  await textBox(page, router).focus();
  await expect(textBox(page, router)).toBeFocused();
}

/** The editor of one router's text. */
export function textBox(page: Page, router: string): Locator {
  return page.getByRole("textbox", { name: `Configuration of ${router}` });
}

/** Selects the first occurrence of some words after the beginning of the text, as somebody would: with the editor's find. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+f");
  const find = page.getByRole("textbox", { name: "Find" });
  await expect(find).toBeFocused();
  // Words that were looked for before would not be looked for again.
  await find.fill("");
  await find.fill(words);
  await expect(page.locator(".find-widget .matchesCount")).toHaveText(/^1 of /);
  await page.keyboard.press("Escape");
  await expect(page.locator(".find-widget.visible")).toHaveCount(0);
  // The editor holds the box for focused until its next task, and Enter for its key.
  await expect(page.locator(":focus")).toHaveAccessibleName(/^Configuration of /);
  await timersHaveRun(page);
}

/** Renames what stands at the caret. The box has to hold the old name first, or that would be put over the new one. */
export async function renameAtCaret(page: Page, from: string, into: string): Promise<void> {
  await page.keyboard.press("F2");
  const box = page.getByRole("textbox", { name: /rename/i });
  await expect(box).toHaveValue(from);
  // The editor gives the box the focus a moment after it shows it.
  await expect(box).toBeFocused();
  await box.fill(into);
  await expect(box).toHaveValue(into);
  await page.keyboard.press("Enter");
  await expect(box).toBeHidden();
}

/** Takes a completion that the editor offers, once it is the one that Enter takes. */
export async function takeSuggestion(page: Page, name: RegExp): Promise<void> {
  const option = page.locator(".suggest-widget").getByRole("option", { name });
  await expect(option).toBeVisible();
  await expect(page.locator(".suggest-widget .monaco-list-row.focused")).toHaveAccessibleName(name);
  await page.keyboard.press("Enter");
  await expect(page.locator(".suggest-widget.visible")).toHaveCount(0);
}

/** Waits until the caret stands on a line, counted from 1: what the editor does for a key it may do a moment later. */
export async function caretIsOnLine(page: Page, line: number): Promise<void> {
  await expect(configuration(page).locator(".active-line-number")).toHaveText(String(line));
}

/** A line of a text that is in view. */
export function lineWith(page: Page, words: string): Locator {
  // Monaco writes no-break spaces between words.
  const pattern = new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "[ \u00a0]+"));
  return configuration(page).locator(".view-line", { hasText: pattern });
}

/** Waits until drafts are committed, findings are current and the design is saved. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() => window.tunnelwright?.settled());
}

/** A router's text as the page holds it. */
export function configOf(page: Page, router: string): Promise<string> {
  return page.evaluate((name) => window.tunnelwright?.getConfig(name) ?? "", router);
}
