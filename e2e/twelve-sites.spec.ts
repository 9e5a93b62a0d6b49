import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { fromFileMenu, linkByKeyboard, onCanvas, openDesigner, paletteButton, peeringsOf, settle } from "./page.ts";

/** Everything that makes the design what it is, but for where things stand and under which ids they are kept. */
async function described(page: Page): Promise<{ routers: Record<string, string>; peerings: string[] }> {
  await settle(page);
  const routers = await page.evaluate(() => {
    const names = [
      ...new Set(
        (window.tunnelwright?.getPeerings() ?? []).flatMap(({ a, b }) => [a.router, ...(b ? [b.router] : [])]),
      ),
    ];
    return Object.fromEntries(names.sort().map((name) => [name, window.tunnelwright?.getConfig(name) ?? ""]));
  });
  return { routers, peerings: (await peeringsOf(page)).sort() };
}

test("a newcomer draws six sites, generates six more, exports all and gets the same design back from the texts", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openDesigner(page);
  await fromFileMenu(page, "New");
  await expect(page.getByRole("heading", { name: "An empty design" })).toBeVisible();

  // Six sites by hand: routers R1 to R6, all linked with R1. A link makes the WAN and the LAN where none is.
  for (let site = 1; site <= 6; site += 1) {
    await paletteButton(page, "Router").click();
    await expect(
      page.getByRole("tree", { name: "Outline" }).getByRole("treeitem", { name: `Router R${site}`, exact: true }),
    ).toBeVisible();
  }
  for (let site = 2; site <= 6; site += 1) await linkByKeyboard(page, `Router R${site}`, "Router R1");
  await expect.poll(() => peeringsOf(page)).toHaveLength(5);

  // Six more by a table, linked with the hub that was drawn.
  await fromFileMenu(page, "Generate a network…");
  const dialog = page.getByRole("dialog", { name: "Generate a network" });
  await dialog.getByRole("radio", { name: "Into this design" }).check();
  const table = dialog.getByRole("textbox", { name: "Table of sites" });
  await expect(table).toHaveValue(/^HQ/);
  await table.fill("name,wan,lan,role\nR1,,,hub\nOslo\nBergen,,10.90.0.0/24\nTromso\nBodo\nAlta\nMoss\n");
  await expect(dialog.getByRole("status")).toHaveText(/^6 routers, 6 tunnels/);
  await dialog.getByRole("button", { name: "Generate", exact: true }).click();
  await expect(dialog).toHaveCount(0);

  const drawn = await described(page);
  expect(Object.keys(drawn.routers)).toHaveLength(12);
  expect(drawn.peerings).toHaveLength(11);
  for (const peering of drawn.peerings) expect(peering).toMatch(/: agreed$/);
  const findings = await page.evaluate(() => window.tunnelwright?.getFindings() ?? []);
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);

  await fromFileMenu(page, "Export…");
  const exported = page.getByRole("dialog", { name: "Export" });
  const zipped = page.waitForEvent("download");
  await exported.getByRole("button", { name: "All as zip" }).click();
  const archive = await (await zipped).path();
  await page.keyboard.press("Escape");

  await fromFileMenu(page, "New");
  await expect(page.getByRole("heading", { name: "An empty design" })).toBeVisible();
  await fromFileMenu(page, "Import configurations…");
  const imported = page.getByRole("dialog", { name: "Import configurations" });
  const chooser = page.waitForEvent("filechooser");
  await imported.getByRole("button", { name: "Choose files…" }).click();
  // The export itself, as it came.
  await (await chooser).setFiles({ name: "network.zip", mimeType: "application/zip", buffer: await readFile(archive) });
  await imported.getByRole("button", { name: "Import 12 routers" }).click();
  await expect(imported).toHaveCount(0);
  await expect.poll(() => peeringsOf(page)).toHaveLength(11);
  expect(await described(page)).toEqual(drawn);
  await expect(onCanvas(page, /^Subnet 10\.90\.0\.0\/24/)).toHaveCount(1);
});
