import { expect, test, type Locator, type Page } from "@playwright/test";
import { expectAccessibleInBothThemes } from "./accessibility.ts";
import { onCanvas, openDesigner, peeringsOf, settle } from "./page.ts";

async function openGenerator(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "Generate a network…" }).click();
  const dialog = page.getByRole("dialog", { name: "Generate a network" });
  await expect(dialog.getByRole("textbox", { name: "Table of sites" })).toHaveValue("HQ\nSite1\nSite2\nSite3");
  return dialog;
}

test("a hub and its spokes are added to the design as one step, after a preview of what will be made", async ({
  page,
}) => {
  await openDesigner(page);
  const dialog = await openGenerator(page);
  await dialog.getByRole("radio", { name: "Into this design" }).check();
  await expect(dialog.getByRole("status")).toHaveText(
    "3 routers, 3 tunnels, 6 crypto map entries, at most 3 on one router.",
  );
  await expect(dialog.getByRole("row", { name: /^HQ in the design 198\.51\.100\.2\/30/ })).toBeVisible();
  await expect(dialog.getByRole("row", { name: /^Site3 .* 10\.5\.0\.0\/24 HQ$/ })).toBeVisible();
  await dialog.getByRole("button", { name: "Generate", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(onCanvas(page, "Router Site3")).toBeVisible();
  await settle(page);
  expect((await peeringsOf(page)).sort()).toEqual([
    "Branch – HQ: agreed",
    "HQ – Site1: agreed",
    "HQ – Site2: agreed",
    "HQ – Site3: agreed",
  ]);

  const links = page.getByRole("dialog", { name: "Link many routers" });
  await test.step("the spokes are linked in a mesh from the menu of what is selected, as one step", async () => {
    await onCanvas(page, "Router Site1").click();
    await onCanvas(page, "Router Site2").click({ modifiers: ["Control"] });
    await onCanvas(page, "Router Site3").click({ modifiers: ["Control"] });
    await expect(page.getByRole("complementary", { name: "Inspector" })).toContainText("3 objects");
    await onCanvas(page, "Router Site2").click({ button: "right" });
    await page
      .getByRole("menu")
      .getByRole("menuitem", { name: /^Link many routers/ })
      .click();
    await links.getByRole("radio", { name: /^Full mesh/ }).check();
    await expect(links.getByRole("status")).toHaveText("3 tunnels, 6 crypto map entries, at most 2 on one router.");
    await links.getByRole("button", { name: "Make 3 tunnels" }).click();
    await expect(links).toHaveCount(0);
    await settle(page);
    const statuses = (await peeringsOf(page)).map((one) => one.split(": ")[1]);
    expect(statuses).toEqual(Array.from({ length: 7 }, () => "agreed"));
    await page.getByRole("button", { name: "Undo" }).click();
    await settle(page);
    expect(await peeringsOf(page)).toHaveLength(4);
  });

  await test.step("and by keyboard, by their names; what is linked already is left out", async () => {
    await onCanvas(page, "Router Branch").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Shift+F10");
    await expect(page.getByRole("menu", { name: "Selection" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("menu")).toHaveCount(0);
    await expect(onCanvas(page, "Router Branch")).toBeFocused();
    await page.keyboard.press("Shift+L");
    await expect(links.getByRole("radio", { name: /^To a hub/ })).toBeFocused();
    await page.keyboard.press("ArrowLeft");
    await expect(links.getByRole("radio", { name: /^By name/ })).toBeChecked();
    await links.getByRole("textbox", { name: "Names" }).fill("site?");
    await links.getByRole("textbox", { name: "with" }).fill("HQ");
    await expect(links.getByRole("status")).toHaveText(/^0 tunnels.* 3 pairs left out\.$/);
    await expect(links.getByRole("row", { name: /^Site1 – HQ left out: .* already linked/ })).toBeVisible();
    await links.getByRole("textbox", { name: "with" }).fill("b*");
    await expect(links.getByRole("status")).toHaveText("3 tunnels, 6 crypto map entries, at most 3 on one router.");
    await links.getByRole("button", { name: "Make 3 tunnels" }).press("Enter");
    await expect(links).toHaveCount(0);
    await expect(onCanvas(page, "Peering Branch – Site1: agreed")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(onCanvas(page, "Peering Branch – Site1: agreed")).toHaveCount(0);
  });

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(onCanvas(page, "Router Site3")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
});

test("a partial mesh is made of a CSV as a new design, once its errors are mended at their line and column", async ({
  page,
}) => {
  await openDesigner(page);
  const dialog = await openGenerator(page);
  await dialog.getByRole("radio", { name: /^Partial mesh/ }).check();
  const csv =
    "name;wan;lan;peers\nOslo;192.0.2.1/30;10.50.0.0/24;Bergen Tromso\nBergen;;10.51.0.0/33;\nTromso;;;Bergen\n";
  const chooser = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "CSV file…" }).click();
  await (await chooser).setFiles({ name: "sites.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await expect(dialog.getByRole("alert")).toContainText('Line 3, column 9: "10.51.0.0/33" is no prefix');
  await expect(dialog.getByRole("button", { name: "Generate", exact: true })).toBeDisabled();
  await dialog.getByRole("textbox", { name: "Table of sites" }).fill(csv.replace("/33", "/24"));
  await expect(dialog.getByRole("status")).toHaveText(/^3 routers, 3 tunnels/);
  await dialog.getByRole("button", { name: "Generate", exact: true }).click();
  await expect(onCanvas(page, "Router Tromso")).toBeVisible();
  await expect(onCanvas(page, "Router HQ")).toHaveCount(0);
  await settle(page);
  expect((await peeringsOf(page)).sort()).toEqual([
    "Bergen – Oslo: agreed",
    "Bergen – Tromso: agreed",
    "Oslo – Tromso: agreed",
  ]);
});

test("the generator is reached from the command palette and worked with the keyboard alone", async ({ page }) => {
  await openDesigner(page);
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("generate");
  await expect(palette.getByRole("option", { name: /^Generate a network/, selected: true })).toBeVisible();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Generate a network" });
  const first = dialog.getByRole("radio", { name: /^Hub and spoke/ });
  await expect(first).toBeVisible();
  await first.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(dialog.getByRole("radio", { name: /^Full mesh/ })).toBeChecked();
  await dialog.getByRole("spinbutton", { name: "Sites" }).fill("5");
  await dialog.getByRole("button", { name: "Fill in" }).press("Enter");
  await expect(dialog.getByRole("status")).toHaveText(/^5 routers, 10 tunnels, 20 crypto map entries/);
  await dialog.getByRole("button", { name: "Generate", exact: true }).press("Enter");
  await expect(onCanvas(page, "Router Site4")).toBeVisible();
  await settle(page);
  expect(new Set((await peeringsOf(page)).map((one) => one.split(": ")[1]))).toEqual(new Set(["agreed"]));
});

test("the generator passes axe, with and without errors", async ({ page }) => {
  await openDesigner(page);
  const dialog = await openGenerator(page);
  await expect(dialog.getByRole("status")).toBeVisible();
  await expectAccessibleInBothThemes(page, "[role=dialog]");
  await dialog.getByRole("textbox", { name: "Table of sites" }).fill("A,B,C");
  await expect(dialog.getByRole("alert")).toBeVisible();
  await expectAccessibleInBothThemes(page, "[role=dialog]");

  // Of the same family: linking many.
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press("Shift+L");
  await expect(page.getByRole("dialog", { name: "Link many routers" }).getByRole("status")).toBeVisible();
  await expectAccessibleInBothThemes(page, "[role=dialog]");
});
