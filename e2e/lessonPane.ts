import { expect, type Locator, type Page } from "@playwright/test";

export const lesson = (page: Page): Locator => page.getByRole("region", { name: "Lesson" });
export const problems = (page: Page): Locator => page.getByRole("region", { name: "Problems" });
export const inspector = (page: Page): Locator => page.getByRole("complementary", { name: "Inspector" });

/** Opens a tab beside the configuration and waits for what is in it. */
export async function openTool(page: Page, name: "Lesson" | "Problems"): Promise<void> {
  await page.getByRole("tab", { name }).click();
  await expect(page.getByRole("region", { name })).toBeVisible();
}

/** The same by keyboard: the tab takes the focus and opens with it. */
export async function openToolByKeyboard(page: Page, name: "Lesson" | "Problems"): Promise<void> {
  await page.getByRole("tab", { name }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name })).toBeVisible();
}

/** Moves the focus to a control and presses a key there. */
export async function press(control: Locator, key: "Enter" | "Space"): Promise<void> {
  await expect(control).toBeEnabled();
  await control.focus();
  await control.press(key);
}
