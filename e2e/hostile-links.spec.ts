import { deflateSync, strToU8 } from "fflate";
import { expect, test, type Page } from "@playwright/test";
import { onCanvas, settle } from "./page.ts";

/** Opens the page by a fragment, and waits for it to be a page that works. */
async function visit(page: Page, fragment: string): Promise<void> {
  await page.goto(`/${fragment}`);
  await expect(page.getByRole("button", { name: "File", exact: true })).toBeVisible();
}

function packed(text: string | Uint8Array): string {
  return `#v1:${Buffer.from(deflateSync(typeof text === "string" ? strToU8(text) : text)).toString("base64url")}`;
}

const message = (page: Page, words: RegExp) => page.getByRole("listitem").filter({ hasText: words });

test("a link that unpacks without end is refused, and the page works", async ({ page }) => {
  await visit(page, packed(new Uint8Array(40 * 1024 * 1024)));
  await expect(message(page, /damaged/)).toBeVisible();
  await expect(onCanvas(page, "Router HQ")).toBeVisible();
});

test("a link of a newer version is refused and says so", async ({ page }) => {
  await visit(page, "#v9:AAAA");
  await expect(message(page, /newer version/)).toBeVisible();
  await expect(onCanvas(page, "Router HQ")).toBeVisible();
});

test("a link whose design is none is refused with the reason", async ({ page }) => {
  await visit(page, packed('{"format":"something else"}'));
  await expect(message(page, /not a design of Tunnelwright/)).toBeVisible();
  await expect(onCanvas(page, "Router HQ")).toBeVisible();
});

test("what a link's names hold is shown and never run, in the page, its dialogs and its report", async ({ page }) => {
  const attack = `<img src=x onerror="window.attacked=1"><script>window.attacked=1</script>`;
  await page.goto("/");
  await expect(onCanvas(page, "Router HQ")).toBeVisible();
  await settle(page);
  const file = await page.evaluate((name) => {
    const design = window.tunnelwright?.getDesign() as { name: string; subnets: { label?: string }[] };
    design.name = name;
    for (const subnet of Object.values(design.subnets)) subnet.label = name;
    return JSON.stringify(design);
  }, attack);
  await page.goto("about:blank");
  await visit(page, packed(file));
  await expect(page.getByRole("textbox", { name: "Design name" })).toHaveValue(attack);
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "Export…" }).click();
  await page.getByRole("tab", { name: "Report" }).click();
  await expect(page.frameLocator("iframe").getByRole("heading", { level: 1 })).toHaveText(attack);
  expect(await page.evaluate(() => "attacked" in window)).toBe(false);
});
