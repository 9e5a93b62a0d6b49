import { expect, test, type Page } from "@playwright/test";
import { configOf, configuration, lineWith, openText, selectWords, settled, textBox } from "./configurationText.ts";

/** Makes HQ protect another network than the one that Branch expects. */
async function disagree(page: Page): Promise<void> {
  await openText(page, "HQ");
  await selectWords(page, "permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255");
  await page.keyboard.type("permit ip 10.1.0.0 0.0.0.255 10.9.0.0 0.0.0.255");
  await settled(page);
  // What the editor offers for a finding, it offers once it has underlined it.
  await expect(squiggles(page).first()).toBeVisible();
}

const squiggles = (page: Page) => configuration(page).locator(".squiggly-error");

test.beforeEach(async ({ page }) => {
  await page.goto("/");
});

test("a disagreement is underlined in both peers' texts", async ({ page }) => {
  await disagree(page);
  const finding = await page.evaluate(() =>
    window.tunnelwright?.getFindings().find((one) => new Set(one.locations.map((place) => place.router)).size === 2),
  );
  expect(finding?.rule).toBe("p2-selector-none");

  await openText(page, "Branch");
  await selectWords(page, "permit ip 10.2.0.0 0.0.0.255 10.1.0.0 0.0.0.255");
  await expect(squiggles(page).first()).toBeVisible();
});

test("a hover says what the rule means and links to the peer's line", async ({ page }) => {
  await disagree(page);
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Control+i");
  const hover = page.locator(".monaco-hover").filter({ hasText: "p2-selector-none" });
  await expect(hover).toContainText("Remedy:");
  await expect(hover).toContainText("Branch, line");
});

test("a quick fix brings the peers to agree", async ({ page }) => {
  await disagree(page);
  await page.keyboard.press("Control+.");
  await page
    .locator(".action-widget")
    .getByText(/^Make ACL VPN-BRANCH line 10 on HQ mirror/)
    .first()
    .click();
  await settled(page);
  await expect
    .poll(() => page.evaluate(() => window.tunnelwright?.getPeerings().map((peering) => peering.status)))
    .toEqual(["agreed"]);
  await expect(squiggles(page)).toHaveCount(0);
});

test("what the reader can't understand is underlined at its columns", async ({ page }) => {
  await openText(page, "HQ");
  await selectWords(page, "esp-aes 256");
  await page.keyboard.type("esp-ase 256");
  await settled(page);
  const finding = await page.evaluate(() =>
    window.tunnelwright?.getFindings().find((one) => one.rule === "syntax" || one.rule === "unknown-line"),
  );
  expect(finding).toBeDefined();
  await expect(squiggles(page).or(configuration(page).locator(".squiggly-warning")).first()).toBeVisible();
});

test("text that is no configuration is kept, and the canvas keeps the last that was one", async ({ page }) => {
  await openText(page, "HQ");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await expect(configuration(page).getByRole("alert")).toContainText("The canvas keeps what was last understood.");
  await expect(page.getByRole("group", { name: "Router HQ" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(configuration(page).getByRole("alert")).toHaveCount(0);
  await page.keyboard.press("Control+Home");
  await expect(lineWith(page, "hostname HQ")).toBeVisible();
  await expect(textBox(page, "HQ")).toBeFocused();
});

test("a problem leads to its line, and to the peer's", async ({ page }) => {
  await disagree(page);
  const problem = page
    .getByRole("region", { name: "Problems", exact: true })
    .getByRole("listitem")
    .filter({ hasText: "HQ asks for ip 10.1.0.0/24" });
  await problem.getByRole("button", { name: /^Error/ }).click();
  await expect(textBox(page, "HQ")).toBeFocused();
  await expect(lineWith(page, "permit ip 10.1.0.0 0.0.0.255 10.9.0.0")).toBeVisible();

  await problem.getByRole("button", { name: /^Branch line/ }).click();
  await expect(textBox(page, "Branch")).toBeFocused();
  await expect(lineWith(page, "permit ip 10.2.0.0 0.0.0.255 10.1.0.0")).toBeVisible();
});

test("a fix made in the list of problems leaves the caret in the text where it is", async ({ page }) => {
  await disagree(page);
  await selectWords(page, "set pfs group14");
  await page.keyboard.press("ArrowRight");
  const problems = page.getByRole("region", { name: "Problems", exact: true });
  await problems.getByRole("button", { name: /^Fix: Exempt ip 10.1.0.0/ }).click();
  await expect(problems.getByRole("button", { name: /^Fix: Exempt ip 10.1.0.0/ })).toHaveCount(0);
  await textBox(page, "HQ").focus();
  await page.keyboard.type("X");
  await settled(page);
  expect(await configOf(page, "HQ")).toContain("set pfs group14X");
});
