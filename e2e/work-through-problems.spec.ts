import { expect, test, type Locator, type Page } from "@playwright/test";
import { expectAccessibleInBothThemes } from "./accessibility.ts";
import { configOf, openText } from "./configurationText.ts";
import { onCanvas, openDesigner, settle } from "./page.ts";

const problems = (page: Page): Locator => page.getByRole("region", { name: "Problems" });
const items = (page: Page): Locator => problems(page).getByRole("listitem");

/** Sets that nothing uses, weak ones at that. */
const unusedSets =
  "crypto ipsec transform-set OLD-ONE esp-3des esp-sha-hmac\ncrypto ipsec transform-set OLD-TWO esp-3des esp-md5-hmac\n";

async function addUnusedSets(page: Page): Promise<void> {
  await openText(page, "HQ");
  await page.keyboard.press("Control+Home");
  await page.keyboard.insertText(unusedSets);
  await settle(page);
  await expect(problems(page).getByText(/OLD-TWO is not used/)).toBeVisible();
}

test("problems are filtered, put together, explained, previewed and mended all of a kind", async ({ page }) => {
  await openDesigner(page);
  await addUnusedSets(page);
  const list = problems(page);
  const filter = list.getByRole("searchbox", { name: "Filter problems" });
  await filter.fill("no such words");
  await expect(list.getByText("All problems are filtered out.")).toBeVisible();
  await filter.fill("transform-unused hq");
  await expect(items(page)).toHaveCount(2);

  const grouping = list.getByRole("combobox", { name: "Group problems by" });
  await grouping.selectOption("router");
  await expect(list.getByRole("region", { name: "HQ" })).toBeVisible();
  await grouping.selectOption("rule");
  await expect(list.getByRole("region", { name: "transform-unused" })).toBeVisible();

  const first = items(page).first();
  await first.getByRole("button", { name: "Explain transform-unused" }).click();
  await expect(first.getByText("A transform set is defined and nothing refers to it.")).toBeVisible();
  await list.getByRole("button", { name: "Preview: Remove transform set OLD-ONE" }).click();
  await expect(list.locator(".line-removed")).toContainText("crypto ipsec transform-set OLD-ONE");
  await expectAccessibleInBothThemes(page, ".problems");

  await list.getByRole("button", { name: "Fix all of transform-unused" }).first().click();
  await expect(items(page)).toHaveCount(0);
  expect(await configOf(page, "HQ")).not.toContain("OLD-");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(items(page)).toHaveCount(2);
});

test("a flow that differs shows what each end has alone, and what each way to mend it changes", async ({ page }) => {
  await openDesigner(page);
  await onCanvas(page, "Router HQ").click();
  const inspector = page.getByRole("complementary", { name: "Inspector" });
  await inspector.getByRole("button", { name: /^Access lists/ }).click();
  await inspector.getByRole("button", { name: /^VPN-/ }).click();
  const destination = inspector.getByRole("textbox", { name: "Destination of line 10" });
  await destination.fill("10.2.0.0/25");
  await destination.press("Enter");
  await onCanvas(page, "Peering Branch – HQ: one-way").click();
  const flows = inspector.getByRole("region", { name: "Flows" });
  await expect(flows.getByText("Only Branch", { exact: true })).toBeVisible();
  await expect(flows.getByText("ip 10.2.0.128/25 -> 10.1.0.0/24")).toBeVisible();
  await flows.getByRole("button", { name: "Preview: Narrow both to the common part" }).click();
  await expect(flows.locator(".line-added")).toHaveCount(1);
  await flows.getByRole("button", { name: "Narrow both to the common part", exact: true }).click();
  await expect(onCanvas(page, "Peering Branch – HQ: agreed")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(onCanvas(page, "Peering Branch – HQ: one-way")).toBeVisible();
});
