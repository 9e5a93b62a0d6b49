import { readFile } from "node:fs/promises";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { expectAccessibleInBothThemes } from "./accessibility.ts";
import { notice, onCanvas, openDesigner, settle } from "./page.ts";

const dialog = (page: Page): Locator => page.getByRole("dialog", { name: "Change script" });
const script = (page: Page, name: string): Locator => dialog(page).getByRole("region", { name: `Script for ${name}` });

/** Widens what HQ's crypto access list protects, which takes its tunnel out of action for a moment. */
async function widenAccessList(page: Page): Promise<void> {
  const inspector = page.getByRole("complementary", { name: "Inspector" });
  await onCanvas(page, "Router HQ").click();
  await inspector.getByRole("button", { name: /^Access lists/ }).click();
  await inspector.getByRole("button", { name: /^VPN-BRANCH/ }).click();
  const destination = inspector.getByRole("textbox", { name: "Destination of line 10" });
  await expect(destination).toHaveValue("10.2.0.0/24");
  await destination.fill("10.2.0.0/16");
  await destination.press("Enter");
  await expect(onCanvas(page, "Peering Branch – HQ: one-way")).toBeVisible();
  await settle(page);
}

test("a change is taken to the routers and back, with the mouse", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openDesigner(page);
  await widenAccessList(page);
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "Change script…" }).click();
  await expect(script(page, "HQ").getByRole("listitem").filter({ hasText: "no match address" })).toContainText(
    "goes down",
  );
  await expect(script(page, "HQ").getByRole("listitem").last()).toContainText("can come up");
  await expect(dialog(page).getByRole("combobox", { name: "Compare with" })).toContainText("As opened");

  await dialog(page).getByRole("button", { name: "Copy" }).click();
  await expect(notice(page, "The script for HQ is on the clipboard.")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(" 10 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.255.255\n");
  expect(copied.startsWith("configure terminal\n")).toBe(true);
  await dialog(page).getByRole("button", { name: "Way back" }).click();
  await expect(script(page, "HQ")).toContainText("10 permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255");
  const started = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: "All routers and ways back" }).click();
  const file = await (await started).path();
  expect(await readFile(file, "utf8")).toContain("! === HQ: the way back ===");
  await expectAccessibleInBothThemes(page, "[role=dialog]");
});

test("states are chosen by keyboard, and a state without a difference has nothing to paste", async ({ page }) => {
  await openDesigner(page);
  await widenAccessList(page);
  await page.getByRole("button", { name: "Undo" }).focus();
  await page.keyboard.press("Enter");
  await expect(onCanvas(page, "Peering Branch – HQ: agreed")).toBeVisible();
  await settle(page);
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog").getByRole("combobox");
  await expect(palette).toBeFocused();
  await palette.fill("change script");
  await expect(page.getByRole("option", { selected: true })).toContainText("Change script…");
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page)).toContainText("Nothing");

  // Two files, of which the design knows nothing.
  const file = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  await dialog(page)
    .getByLabel("Files to compare")
    .setInputFiles([
      file("old.cfg", "hostname Edge\n"),
      file("new.cfg", "hostname Edge\nip domain name example.com\n"),
    ]);
  await expect(script(page, "Edge").getByRole("listitem")).toHaveText(["ip domain name example.com"]);
  await expect(dialog(page).getByRole("combobox", { name: "Lead to" }).locator("option:checked")).toHaveText("new.cfg");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
});
