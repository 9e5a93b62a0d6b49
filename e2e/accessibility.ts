import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";

/** What axe judges by colours; everything else that it looks at is the same in either theme. */
const RULES_ABOUT_COLOUR = ["color-contrast", "link-in-text-block"];

/** Looks for faults of accessibility in a part of the page, or in all of it, as it is shown. */
export async function expectAccessible(page: Page, part = "html"): Promise<void> {
  await expectNoFault(new AxeBuilder({ page }).include(part));
}

/** The same in both themes: wholly in the light one, for its colours in the dark one. The page is light again afterwards. */
export async function expectAccessibleInBothThemes(page: Page, part = "html"): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await expectAccessible(page, part);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expectNoFault(new AxeBuilder({ page }).include(part).withRules(RULES_ABOUT_COLOUR));
  await page.emulateMedia({ colorScheme: "light" });
}

async function expectNoFault(axe: AxeBuilder): Promise<void> {
  // Going through all rules takes long on a busy machine, and the journey should have its time besides.
  const journey = test.info();
  journey.setTimeout(journey.timeout + 20_000);
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
