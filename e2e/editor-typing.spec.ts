import { expect, test } from "@playwright/test";
import {
  configOf,
  configuration,
  editorIsReady,
  lineWith,
  openText,
  selectWords,
  settled,
  textBox,
} from "./configurationText.ts";

const peering = (status: string) => new RegExp(`^Peering Branch – HQ: ${status}`);

test.beforeEach(async ({ page }) => {
  await page.goto("/");
});

test("the text can be read before the editor has loaded, with its keys masked", async ({ page }) => {
  // The editor's code never comes; everything else does.
  await page.route(/\/(monaco\/|runtime-)/, (route) => route.abort());
  await page.goto("/");
  const text = configuration(page).getByLabel("Configuration of HQ");
  await expect(text).toContainText("crypto isakmp policy 10");
  await expect(text).toContainText(/crypto isakmp key •+ address/);
  await expect(text).not.toContainText("Example-Only");
});

test("typing changes the edge on the canvas at once and the design after half a second", async ({ page }) => {
  await openText(page, "HQ");
  const canvas = page.getByRole("region", { name: "Topology" });
  await expect(canvas.getByRole("group", { name: peering("agreed") })).toBeVisible();
  await selectWords(page, "permit ip 10.1.0.0 0.0.0.255 10.2.0.0 0.0.0.255");
  await page.keyboard.type("permit ip 10.1.0.0 0.0.0.255 10.9.0.0 0.0.0.255");
  await expect(canvas.getByRole("group", { name: peering("broken") })).toBeVisible();
  await settled(page);
  expect(await configOf(page, "HQ")).toContain("permit ip 10.1.0.0 0.0.0.255 10.9.0.0 0.0.0.255");

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(canvas.getByRole("group", { name: peering("agreed") })).toBeVisible();
  await expect(lineWith(page, "10.2.0.0 0.0.0.255").last()).toBeVisible();
});

test("a change made elsewhere leaves the caret where it is", async ({ page }) => {
  await openText(page, "HQ");
  await selectWords(page, "mode tunnel");
  await page.keyboard.press("End");
  // A step above the caret is undone and redone: its line goes and comes.
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("! first\n");
  await settled(page);
  await selectWords(page, "mode tunnel");
  await page.keyboard.press("End");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(lineWith(page, "! first")).toHaveCount(0);
  await page.getByRole("button", { name: "Redo" }).click();
  await textBox(page, "HQ").focus();
  await page.keyboard.type("X");
  await settled(page);
  expect(await configOf(page, "HQ")).toMatch(/mode tunnelX/);
});

test("Ctrl+S commits what was typed without waiting", async ({ page }) => {
  await openText(page, "HQ");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\n! typed");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("button", { name: "Undo" })).toBeEnabled();
});

test("Ctrl+Z takes back typing in the text and then what was done on the page", async ({ page }) => {
  await openText(page, "HQ");
  const before = await configOf(page, "HQ");
  await selectWords(page, "description Internet");
  await page.keyboard.press("End");
  await page.keyboard.type(" uplink");
  await expect.poll(() => configOf(page, "HQ")).toContain("description Internet uplink");
  await page.keyboard.press("Control+z");
  await settled(page);
  expect(await configOf(page, "HQ")).toBe(before);
});

test("keys are masked until they are asked for, and copied as they are", async ({ page }) => {
  await editorIsReady(page);
  const key = lineWith(page, "crypto isakmp key").locator(".secret-masked");
  await expect(key).toHaveCSS("-webkit-text-security", "disc");
  await configuration(page).getByRole("button", { name: "Show keys" }).click();
  await expect(lineWith(page, "crypto isakmp key").locator(".secret-masked")).toHaveCount(0);
  await configuration(page).getByRole("button", { name: "Show keys" }).click();
  await expect(key).toHaveCount(1);
});

test("a large paste shows what it changes and can be discarded or accepted", async ({ page }) => {
  await openText(page, "HQ");
  const before = await configOf(page, "HQ");
  const pasted = Array.from({ length: 20 }, (_, index) => `access-list 150 permit ip host 10.1.0.${index + 1} any`);
  const paste = async () => {
    await page.keyboard.press("Control+Home");
    await page.evaluate(
      (text) => {
        const data = new DataTransfer();
        data.setData("text/plain", text);
        document.activeElement?.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
        );
      },
      `${pasted.join("\n")}\n`,
    );
  };
  await paste();
  const bar = configuration(page).getByRole("alert");
  await expect(bar).toContainText("adds 20 lines to HQ and removes 0 lines");
  await bar.getByRole("button", { name: "Discard" }).click();
  await expect(bar).toHaveCount(0);
  expect(await configOf(page, "HQ")).toBe(before);
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();

  await textBox(page, "HQ").focus();
  await paste();
  await bar.getByRole("button", { name: "Accept" }).click();
  await expect(bar).toHaveCount(0);
  await settled(page);
  expect(await configOf(page, "HQ")).toContain(pasted[19]);
});

test("Escape lets Tab leave the editor", async ({ page }) => {
  await openText(page, "HQ");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(textBox(page, "HQ")).not.toBeFocused();
});
