import { expect, test, type Locator, type Page } from "@playwright/test";
import { expectAccessibleInBothThemes } from "./accessibility.ts";
import { fromFileMenu, onCanvas, openDesigner, paletteButton, settle } from "./page.ts";

const EXAMPLE = "Example: headquarters and branch";

/** The dialog with the designs of this browser, once it has listed them. */
async function openLibrary(page: Page): Promise<Locator> {
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await palette.getByRole("combobox").fill("Open…");
  await expect(palette.getByRole("option", { name: /^Open…/, selected: true })).toBeVisible();
  await page.keyboard.press("Enter");
  const library = page.getByRole("dialog", { name: "Open", exact: true });
  await expect(library.getByRole("list", { name: "Designs" }).getByRole("listitem")).not.toHaveCount(0);
  return library;
}

async function rename(page: Page, name: string): Promise<void> {
  const field = page.getByRole("textbox", { name: "Design name" });
  await field.focus();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue(name);
  await settle(page);
}

test("a design is duplicated, renamed, deleted and brought back with its checkpoints, with the mouse", async ({
  page,
}) => {
  await openDesigner(page);
  await paletteButton(page, "Router").click();
  await settle(page);
  await fromFileMenu(page, "Keep a checkpoint…");
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toBeFocused();
  await page.keyboard.type("Three routers");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Keep a checkpoint" })).toHaveCount(0);

  await test.step("a duplicate is a design of its own", async () => {
    const library = await openLibrary(page);
    await library.getByRole("button", { name: `Duplicate ${EXAMPLE}` }).click();
    await expect(library).toHaveCount(0);
    await expect(page.getByRole("textbox", { name: "Design name" })).toHaveValue(`${EXAMPLE} (copy)`);
    await rename(page, "A second design");
  });

  await test.step("what is deleted can be brought back in its place", async () => {
    const library = await openLibrary(page);
    const designs = library.getByRole("list", { name: "Designs" });
    await expect(designs.getByRole("button", { name: /^A second design .*open$/ })).toBeVisible();
    await expect(library.getByRole("button", { name: "Delete A second design" })).toBeDisabled();
    await library.getByRole("button", { name: `Delete ${EXAMPLE}` }).click();
    const undo = library.getByRole("button", { name: `Undo the deletion of ${EXAMPLE}` });
    await expect(undo).toBeFocused();
    await expect(designs.getByRole("button", { name: new RegExp(`^${EXAMPLE} `) })).toHaveCount(0);
    await expectAccessibleInBothThemes(page, "[role=dialog]");
    await page.keyboard.press("Escape");
    await openLibrary(page);
    await undo.click();
    await expect(designs.getByRole("button", { name: new RegExp(`^${EXAMPLE} `) })).toBeFocused();
    await designs.getByRole("button", { name: new RegExp(`^${EXAMPLE} `) }).click();
    await expect(onCanvas(page, "Router R1")).toBeVisible();
    await expect((await openLibrary(page)).getByRole("button", { name: /^Three routers/ })).toBeVisible();
  });
});

test("a design is deleted, brought back and deleted for good, with the keyboard", async ({ page }) => {
  await openDesigner(page);
  await rename(page, "To be deleted");
  const press = async (button: Locator) => {
    await button.focus();
    await page.keyboard.press("Enter");
  };
  let library = await openLibrary(page);
  await press(library.getByRole("button", { name: "Duplicate To be deleted" }));
  await expect(library).toHaveCount(0);
  library = await openLibrary(page);
  await press(library.getByRole("button", { name: "Delete To be deleted", exact: true }));
  await expect(library.getByRole("button", { name: "Undo the deletion of To be deleted" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(library.getByRole("button", { name: /^To be deleted \d/ })).toBeFocused();
  await press(library.getByRole("button", { name: "Delete To be deleted", exact: true }));
  await expect(library.getByRole("button", { name: "Undo the deletion of To be deleted" })).toBeFocused();
  await openDesigner(page);
  await expect((await openLibrary(page)).getByRole("list", { name: "Designs" }).getByRole("listitem")).toHaveCount(1);
  await expect(library.getByRole("button", { name: /^Undo the deletion/ })).toHaveCount(0);
});
