import { readFile } from "node:fs/promises";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { expectAccessible, expectAccessibleInBothThemes } from "./accessibility.ts";
import { onCanvas, openDesigner } from "./page.ts";

const key = "Example-Only-Change-Me-2024";

async function openExport(page: Page, tab: "Configurations" | "Picture" | "Report"): Promise<Locator> {
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "Export…" }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await dialog.getByRole("tab", { name: tab }).click();
  await expect(dialog.getByRole("tab", { name: tab, selected: true })).toBeVisible();
  return dialog;
}

/** What a click hands out. */
async function downloaded(page: Page, button: Locator): Promise<{ name: string; content: Buffer }> {
  const download = page.waitForEvent("download");
  await button.click();
  const file = await download;
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

test("the SVG shows what the canvas shows, at the same places and in the same colours, and no key", async ({
  page,
}) => {
  await openDesigner(page);
  const drawn = await page.evaluate(() => {
    const canvas = document.querySelector(".react-flow__viewport");
    const zoom = new DOMMatrix(getComputedStyle(canvas ?? document.body).transform).a;
    const origin = canvas?.getBoundingClientRect() ?? new DOMRect();
    const round = (value: number) => Math.round(value);
    return [...document.querySelectorAll<HTMLElement>(".react-flow__node")].map((node) => {
      const box = node.getBoundingClientRect();
      return {
        name: node.getAttribute("aria-label"),
        place: [(box.x - origin.x) / zoom, (box.y - origin.y) / zoom, box.width / zoom, box.height / zoom].map(round),
        border: getComputedStyle(node.querySelector(".node") ?? node).borderColor,
        words: [...node.querySelectorAll(".node-title, .node-detail, .node-foot span")].map((one) => one.textContent),
      };
    });
  });
  const dialog = await openExport(page, "Picture");
  const { name, content } = await downloaded(page, dialog.getByRole("button", { name: "SVG" }));
  expect(name).toBe("Example-headquarters-and-branch.svg");
  const text = content.toString("utf8");
  expect(text).not.toContain(key);
  const pictured = await page.evaluate((svg) => {
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
    const number = (element: Element | null, attribute: string) => Number(element?.getAttribute(attribute));
    const rgb = (hex: string) => `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;
    return [...parsed.querySelectorAll('g[role="group"]')]
      .filter((group) => !/^(Peering|Cable)/.test(group.getAttribute("aria-label") ?? ""))
      .map((group) => {
        const frame = group.querySelector("rect");
        return {
          name: group.getAttribute("aria-label"),
          place: [
            number(frame, "x") - 0.5,
            number(frame, "y") - 0.5,
            number(frame, "width") + 1,
            number(frame, "height") + 1,
          ],
          border: rgb(frame?.getAttribute("stroke") ?? ""),
          words: [...group.querySelectorAll("text")].map((one) => one.textContent),
        };
      });
  }, text);
  expect(pictured).toEqual(drawn);
  for (const words of ["agreed · AES-256 · group 14", "Gi0/1", 'aria-label="Peering Branch – HQ: agreed"']) {
    expect(text).toContain(words);
  }
});

test("the PNG is the SVG in four times as many pixels", async ({ page }) => {
  await openDesigner(page);
  const dialog = await openExport(page, "Picture");
  const image = dialog.getByRole("img", { name: "The topology of Example: headquarters and branch" });
  await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
  const [width, height] = await image.evaluate((one: HTMLImageElement) => [one.naturalWidth, one.naturalHeight]);
  const { name, content } = await downloaded(page, dialog.getByRole("button", { name: "PNG", exact: true }));
  expect(name).toMatch(/\.png$/);
  expect([content.readUInt32BE(16), content.readUInt32BE(20)]).toEqual([width * 4, height * 4]);
  // Painted, not empty: a picture of one colour would be far smaller.
  expect(content.length).toBeGreaterThan(20_000);
});

test("the report says what was designed, in HTML and Markdown, and has no key in it", async ({ page }) => {
  await openDesigner(page);
  const dialog = await openExport(page, "Report");
  const preview = page.frameLocator("iframe");
  await expect(preview.getByRole("heading", { name: "Branch – HQ (VPN 10): agreed" })).toBeVisible();
  await expect(preview.locator("figure > svg")).toBeVisible();
  const html = await downloaded(page, dialog.getByRole("button", { name: "HTML", exact: true }));
  const markdown = await downloaded(page, dialog.getByRole("button", { name: "Markdown" }));
  expect([html.name, markdown.name]).toEqual([
    "Example-headquarters-and-branch-report.html",
    "Example-headquarters-and-branch-report.md",
  ]);
  for (const text of [html.content.toString("utf8"), markdown.content.toString("utf8")]) {
    expect(text).toContain("198.51.100.2/30");
    expect(text).toContain("esp-aes 256 esp-sha256-hmac");
    expect(text).not.toContain(key);
  }
});

test("configurations are handed out ready to paste, and what a terminal swallows is told, there and at the key", async ({
  page,
}) => {
  await openDesigner(page);
  await onCanvas(page, "Router HQ").click();
  const inspector = page.getByRole("complementary", { name: "Inspector" });
  await inspector.getByRole("button", { name: /^Pre-shared keys/ }).click();
  await inspector.getByRole("button", { name: /^203\.0\.113\.2/ }).click();
  const field = inspector.getByLabel("Key", { exact: true });
  await expect(field).toHaveValue(key);
  await field.fill("What-Is-This?");
  await expect(inspector.getByText(/question mark, which a terminal takes/)).toBeVisible();
  await field.press("Enter");

  const dialog = await openExport(page, "Configurations");
  const warnings = dialog.getByRole("list", { name: "What a terminal would not take" });
  await expect(warnings).toContainText(/^Line \d+ has a question mark/);
  await dialog.getByRole("checkbox", { name: /configure terminal/ }).check();
  const one = await downloaded(page, dialog.getByRole("button", { name: "Download" }));
  expect(one.name).toBe("HQ.cfg");
  expect(one.content.toString("utf8")).toMatch(/^configure terminal\nhostname HQ\n[^]*What-Is-This\?[^]*\nend\n$/);

  await dialog.getByRole("checkbox", { name: /^With pre-shared keys/ }).uncheck();
  await expect(warnings).toContainText("placeholder");
  const masked = await downloaded(page, dialog.getByRole("button", { name: "Download" }));
  expect(masked.content.toString("utf8")).not.toContain("What-Is-This");
  const all = await downloaded(page, dialog.getByRole("button", { name: "All as zip" }));
  expect(all.name).toBe("Example-headquarters-and-branch.zip");
  expect(all.content.toString("latin1")).toContain("Branch.cfg");
});

test("every part of the export passes axe", async ({ page }) => {
  await openDesigner(page);
  const dialog = await openExport(page, "Configurations");
  for (const tab of ["Configurations", "Picture"]) {
    await dialog.getByRole("tab", { name: tab }).click();
    await expect(dialog.getByRole("tabpanel", { name: tab })).toBeVisible();
    await expectAccessibleInBothThemes(page, "[role=dialog]");
  }
  await dialog.getByRole("tab", { name: "Report" }).click();
  await expect(page.frameLocator("iframe").locator("figure > svg")).toBeVisible();
  const report = await downloaded(page, dialog.getByRole("button", { name: "HTML", exact: true }));
  // Scripts are off in the preview, so axe can't look into it; the report is audited as the page that it is.
  await page.evaluate(() => document.querySelector("iframe")?.remove());
  await expectAccessibleInBothThemes(page, "[role=dialog]");
  await page.setContent(report.content.toString("utf8"));
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, "main");
  }
});
