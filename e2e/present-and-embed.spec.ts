import { expect, test, type Page } from "@playwright/test";
import { expectAccessibleInBothThemes } from "./accessibility.ts";
import { atRest, drag, middleOf, onCanvas, openDesigner, settle } from "./page.ts";

/** The address of a link to the open design. */
async function linkTo(page: Page, mode: "edit" | "present" | "embed"): Promise<string> {
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "Share…" }).click();
  const dialog = page.getByRole("dialog", { name: "Share" });
  await dialog.getByRole("combobox", { name: "Opens" }).selectOption(mode);
  const link = dialog.getByRole("textbox", { name: "Link" });
  await expect(link).toHaveValue(mode === "edit" ? /#v1:/ : new RegExp(`#v1:.*&mode=${mode}`));
  return link.inputValue();
}

/** Opens an address as a page of its own: only a new document reads its fragment. */
async function visit(page: Page, address: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(address);
}

test("an embedded drawing shows the design and how it stands, and can't be changed", async ({ page }) => {
  await openDesigner(page);
  const link = await linkTo(page, "embed");
  await visit(page, link);
  const hq = onCanvas(page, "Router HQ");
  await expect(hq).toBeInViewport();
  await expect(page.getByRole("list", { name: "Tunnels" })).toHaveText("1 agreed");
  for (const region of ["Configuration", "Problems", "Inspector"]) {
    await expect(page.getByRole("region", { name: region })).toHaveCount(0);
  }
  const before = await middleOf(hq);
  await drag(page, before, { x: before.x + 90, y: before.y });
  await hq.click();
  await page.keyboard.press("Delete");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(hq).toBeVisible();
  await page.getByRole("button", { name: "Fit to view" }).click();
  await expect.poll(async () => Math.abs((await middleOf(hq)).x - before.x)).toBeLessThan(2);

  const designer = page.getByRole("link", { name: "Open in Tunnelwright" });
  await visit(page, (await designer.getAttribute("href")) ?? "");
  await expect(page.getByRole("button", { name: "File", exact: true })).toBeVisible();
  await expect(onCanvas(page, "Router HQ")).toBeVisible();
});

test("a presentation goes from tunnel to tunnel in letters that the last row reads, and Escape leaves it", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openDesigner(page);
  await page.getByRole("button", { name: "Present" }).click();
  const caption = page.getByRole("contentinfo").getByRole("status");
  await expect(caption).toContainText("Example: headquarters and branch");
  await page.keyboard.press("PageDown");
  await expect(caption).toContainText("Branch – HQ");
  await expect(caption).toContainText("agreed · AES-256 · group 14");
  // One part in forty of the height is what presentation guides ask for.
  for (const words of [caption.getByRole("heading"), caption.getByText(/AES-256/)]) {
    expect(await words.evaluate((one) => parseFloat(getComputedStyle(one).fontSize))).toBeGreaterThanOrEqual(27);
  }
  await expect
    .poll(async () => (await onCanvas(page, "Router HQ").getByText("HQ", { exact: true }).boundingBox())?.height ?? 0)
    .toBeGreaterThan(27);
  await page.keyboard.press("Home");
  await expect(caption).toContainText("1 agreed");

  // A tool stands beside the drawing, as large, and a clicker goes through it.
  await page.getByRole("group", { name: "Tools" }).getByRole("button", { name: "Negotiation" }).click();
  const negotiation = page.getByRole("region", { name: "Negotiation" });
  const step = negotiation.locator("[aria-current=step]");
  await expect(step).toContainText("Route");
  for (let at = 0; at < 3; at += 1) await page.keyboard.press("PageDown");
  await expect(step).toContainText("MM1");
  const size = await step.evaluate((one) => parseFloat(getComputedStyle(one).fontSize) * one.currentCSSZoom);
  expect(size).toBeGreaterThanOrEqual(21);
  await expect(onCanvas(page, "Peering Branch – HQ: agreed").locator(".played-message")).toHaveText("MM1");
  await page.keyboard.press("Escape");
  await expect(negotiation).toHaveCount(0);
  await page.keyboard.press("Delete");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "File", exact: true })).toBeVisible();
  await expect(onCanvas(page, "Router HQ")).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
});

test("a link opens with what was seen and selected when it was made, to be looked at until somebody edits a copy", async ({
  page,
}) => {
  await openDesigner(page);
  await onCanvas(page, "Router Branch").click();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("Control++");
  const zoom = page.getByRole("button", { name: /^\d+%$/ });
  await expect(zoom).toHaveText(/^2\d\d%$/);
  await atRest(onCanvas(page, "Router Branch"));
  const seen = await zoom.textContent();
  const link = await linkTo(page, "edit");
  await visit(page, link);
  await expect(
    page.getByRole("complementary", { name: "Inspector" }).getByRole("heading", { name: "Branch", exact: true }),
  ).toBeVisible();
  await expect(zoom).toHaveText(seen ?? "");

  await expect(page.getByRole("status", { name: "Read-only" })).toContainText("From a link");
  await expect(page.getByRole("button", { name: "Router", exact: true })).toBeDisabled();
  await page.reload();
  const edit = page.getByRole("button", { name: "Edit a copy" });
  await edit.focus();
  await page.keyboard.press("Enter");
  await expect(edit).toHaveCount(0);
  await page.getByRole("button", { name: "Router", exact: true }).click();
  await expect(onCanvas(page, "Router R1")).toBeVisible();
  await settle(page);
  await page.reload();
  await expect(onCanvas(page, "Router R1")).toBeVisible();
});

for (const mode of ["present", "embed"] as const) {
  test(`the ${mode} mode passes axe`, async ({ page }) => {
    await page.goto(`/?${mode}`);
    await expect(onCanvas(page, "Router HQ")).toBeVisible();
    await expect(page.getByRole("contentinfo")).toBeVisible();
    if (mode === "present") {
      await page.getByRole("group", { name: "Tools" }).getByRole("button", { name: "Packet walk" }).click();
      await expect(page.getByRole("region", { name: "Packet walk" }).getByRole("status")).toBeVisible();
    }
    await expectAccessibleInBothThemes(page);
  });
}
