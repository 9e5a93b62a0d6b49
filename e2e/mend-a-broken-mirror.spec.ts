import { expect, test, type Locator, type Page } from "@playwright/test";
import { expectAccessibleInBothThemes } from "./accessibility.ts";
import { configuration, openText } from "./configurationText.ts";
import { drag, linkByKeyboard, middleOf, onCanvas, openDesigner, paletteButton, settle } from "./page.ts";

const inspector = (page: Page): Locator => page.getByRole("complementary", { name: "Inspector" });
const problems = (page: Page): Locator => page.getByRole("region", { name: "Problems" });
const squiggles = (page: Page): Locator => configuration(page).locator(".squiggly-error");

/** The configurations of these routers as one text, to compare states of them. */
async function textOf(page: Page, ...names: readonly string[]): Promise<string> {
  await settle(page);
  return page.evaluate((routers) => JSON.stringify(routers.map((name) => window.tunnelwright?.getConfig(name))), names);
}

async function expectSquigglesInBoth(page: Page, one: string, other: string): Promise<void> {
  for (const name of [one, other]) {
    await openText(page, name);
    await page.keyboard.press("Control+End");
    await expect(squiggles(page).first()).toBeVisible();
  }
}

test("a third site is drawn, its mirror broken in the panel and mended by the fix, with the mouse", async ({
  page,
}) => {
  await openDesigner(page);
  const topology = await page.getByRole("region", { name: "Topology" }).boundingBox();
  if (!topology) throw new Error("There is no canvas.");
  const spot = (down: number) => ({ x: topology.x + topology.width / 2, y: topology.y + topology.height * down });
  await drag(page, await middleOf(paletteButton(page, "Router")), spot(0.72));
  await drag(page, await middleOf(paletteButton(page, "LAN subnet")), spot(0.93));
  const router = onCanvas(page, "Router R1");
  await router.hover();
  await drag(
    page,
    await middleOf(router.locator("[data-link-knob]").first()),
    await middleOf(onCanvas(page, "Subnet 10.3.0.0/24")),
  );
  await page.keyboard.down("Shift");
  await drag(page, await middleOf(router), await middleOf(onCanvas(page, "Router HQ")));
  await page.keyboard.up("Shift");
  await expect(onCanvas(page, "Peering HQ – R1: agreed")).toBeVisible();
  const agreed = await textOf(page, "HQ", "Branch", "R1");

  await router.click();
  await inspector(page)
    .getByRole("button", { name: /^Access lists/ })
    .click();
  await inspector(page)
    .getByRole("button", { name: /^VPN-HQ/ })
    .click();
  const destination = inspector(page).getByRole("textbox", { name: "Destination of line 10" });
  await destination.fill("10.1.0.0/16");
  await destination.press("Enter");
  await expect(onCanvas(page, "Peering HQ – R1: one-way")).toBeVisible();
  await destination.fill("10.77.0.0/24");
  await destination.press("Enter");
  await expect(onCanvas(page, "Peering HQ – R1: broken")).toBeVisible();
  const broken = await textOf(page, "HQ", "Branch", "R1");
  await expectSquigglesInBoth(page, "HQ", "R1");

  const fix = problems(page).getByRole("button", { name: /^Fix: Make ACL VPN-HQ line 10 on R1 mirror/ });
  await fix.first().click();
  await expect(onCanvas(page, "Peering HQ – R1: agreed")).toBeVisible();
  expect(await textOf(page, "HQ", "Branch", "R1")).toBe(agreed);
  await expect(squiggles(page)).toHaveCount(0);

  const [undo, redo] = [page.getByRole("button", { name: "Undo" }), page.getByRole("button", { name: "Redo" })];
  await undo.click();
  expect(await textOf(page, "HQ", "Branch", "R1")).toBe(broken);
  while (await undo.isEnabled()) await undo.click();
  await expect(onCanvas(page, "Router R1")).toHaveCount(0);
  await expect(onCanvas(page, "Peering Branch – HQ: agreed")).toBeVisible();
  while (await redo.isEnabled()) await redo.click();
  expect(await textOf(page, "HQ", "Branch", "R1")).toBe(agreed);
  await expect(onCanvas(page, "Peering HQ – R1: agreed")).toBeVisible();
});

test("the same is done with the keyboard alone", async ({ page }) => {
  await openDesigner(page);
  for (const name of ["Router", "LAN subnet"] as const) {
    await paletteButton(page, name).focus();
    await page.keyboard.press("Enter");
  }
  const outline = page.getByRole("tree", { name: "Outline" });
  await linkByKeyboard(page, "Router R1", "10.3.0.0");
  await linkByKeyboard(page, "Router R1", "HQ");
  await expect(onCanvas(page, "Peering HQ – R1: agreed")).toBeVisible();
  const agreed = await textOf(page, "HQ", "Branch", "R1");

  await outline.getByRole("treeitem", { name: "Router R1" }).focus();
  await page.keyboard.press("Enter");
  await inspector(page)
    .getByRole("button", { name: /^Access lists/ })
    .focus();
  await page.keyboard.press("Enter");
  await inspector(page)
    .getByRole("button", { name: /^VPN-HQ/ })
    .focus();
  await page.keyboard.press("Enter");
  const destination = inspector(page).getByRole("textbox", { name: "Destination of line 10" });
  await destination.focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("10.77.0.0/24");
  await page.keyboard.press("Enter");
  await expect(onCanvas(page, "Peering HQ – R1: broken")).toBeVisible();

  await problems(page)
    .getByRole("button", { name: /^Fix: Make ACL VPN-HQ line 10 on R1 mirror/ })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  await expect(onCanvas(page, "Peering HQ – R1: agreed")).toBeVisible();
  expect(await textOf(page, "HQ", "Branch", "R1")).toBe(agreed);

  await onCanvas(page, "Router HQ").focus();
  for (let step = 0; step < 12; step += 1) await page.keyboard.press("Control+z");
  await expect(onCanvas(page, "Router R1")).toHaveCount(0);
  for (let step = 0; step < 12; step += 1) await page.keyboard.press("Control+Shift+z");
  await expect(onCanvas(page, "Peering HQ – R1: agreed")).toBeVisible();
  expect(await textOf(page, "HQ", "Branch", "R1")).toBe(agreed);
});

test("a value that IOS would refuse stays in its field with the reason, and never reaches the text", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openDesigner(page);
  const before = await textOf(page, "HQ");
  await onCanvas(page, "Router HQ").click();
  const hostname = inspector(page).getByRole("textbox", { name: "Hostname" });
  await hostname.fill("HQ 1");
  await hostname.press("Enter");
  await expect(inspector(page).getByRole("alert")).toBeVisible();
  await expect(hostname).toHaveValue("HQ 1");
  expect(await textOf(page, "HQ")).toBe(before);

  await page.evaluate(() => navigator.clipboard.writeText("HQ\nno crypto isakmp enable"));
  await hostname.press("Control+a");
  await hostname.press("Control+v");
  await expect(inspector(page).getByRole("alert")).toContainText("line break");
  await hostname.press("Escape");
  await expect(hostname).toHaveValue("HQ");
  expect(await textOf(page, "HQ")).toBe(before);
});

test("keys are masked in the panel until asked for", async ({ page }) => {
  await openDesigner(page);
  await onCanvas(page, "Router HQ").click();
  await inspector(page)
    .getByRole("button", { name: /^Pre-shared keys/ })
    .click();
  await inspector(page)
    .getByRole("button", { name: /^203\.0\.113\.2/ })
    .click();
  const key = inspector(page).getByLabel("Key", { exact: true });
  await expect(key).toHaveAttribute("type", "password");
  await inspector(page).getByRole("button", { name: "Show Key" }).click();
  await expect(key).toHaveAttribute("type", "text");
});

test("the inspector passes axe for a router and a peering", async ({ page }) => {
  await openDesigner(page);
  await onCanvas(page, "Router HQ").click();
  for (const section of [/^Interfaces/, /^Crypto map entries/, /^Access lists/]) {
    await inspector(page).getByRole("button", { name: section }).click();
  }
  await inspector(page)
    .getByRole("button", { name: /^VPN 10/ })
    .click();
  await settle(page);
  await expectAccessibleInBothThemes(page, ".inspector");
  await onCanvas(page, "Peering Branch – HQ: agreed").click();
  await expect(inspector(page).getByRole("heading", { name: "Branch – HQ" })).toBeVisible();
  await expectAccessibleInBothThemes(page, ".inspector");
});
