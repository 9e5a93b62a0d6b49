import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessibility.ts";
import { onCanvas, openDesigner, peeringsOf, settle } from "./page.ts";

const sizes = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
];

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of sizes) {
    test.describe(`${colorScheme}, ${viewport.width}×${viewport.height}`, () => {
      test.use({ colorScheme, viewport });

      test("the first screen shows the example, agreeing, with its text, and passes axe", async ({ page }) => {
        await openDesigner(page);
        for (const name of ["Router HQ", "Router Branch", "Subnet 10.1.0.0/24", "Subnet 10.2.0.0/24", /^Internet/]) {
          await expect(onCanvas(page, name)).toBeInViewport({ ratio: 0.99 });
        }
        await expect(onCanvas(page, "Peering Branch – HQ: agreed")).toBeInViewport({ ratio: 0.99 });
        await expect(page.getByRole("complementary", { name: "Inspector" })).toBeVisible();
        await expect(page.getByRole("region", { name: "Problems" })).toBeVisible();
        const text = page.getByRole("region", { name: "Configuration" });
        await expect(text.getByRole("tab", { name: "HQ" })).toBeVisible();
        await expect(text.getByText("hostname HQ").first()).toBeVisible();
        await expect(page.getByRole("status", { name: "Saved" })).toBeVisible();
        await page.screenshot({ path: test.info().outputPath("first-screen.png") });

        await expectAccessible(page);
      });
    });
  }
}

test("every object has its name in the outline, the tree walks by keyboard, and Enter selects", async ({ page }) => {
  await openDesigner(page);
  const outline = page.getByRole("tree", { name: "Outline" });
  const names = [
    "Router HQ",
    "Router Branch",
    "Subnet 10.1.0.0/24",
    "Subnet 10.2.0.0/24",
    "Peering Branch – HQ: agreed",
  ];
  for (const name of names) await expect(outline.getByRole("treeitem", { name, exact: true })).toBeAttached();
  await outline.getByRole("treeitem", { name: "Router HQ" }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(outline.getByRole("treeitem", { name: "Router Branch" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(outline.getByRole("treeitem", { name: "Router Branch", selected: true })).toBeVisible();
  await page.keyboard.press("End");
  await expect(outline.getByRole("treeitem", { name: "Peering Branch – HQ: agreed" })).toBeFocused();
});

test("the theme that is chosen stays when the page is opened again", async ({ page }) => {
  await openDesigner(page);
  await page.getByRole("button", { name: "Theme" }).click();
  await page.getByRole("menuitemradio", { name: "High contrast" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "high-contrast");
  await expectAccessible(page);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "high-contrast");
});

test("the console handle answers in the shapes of the command line", async ({ page }) => {
  await openDesigner(page);
  await settle(page);
  expect(await peeringsOf(page)).toEqual(["Branch – HQ: agreed"]);
  const [design, config] = await page.evaluate(() => [
    window.tunnelwright?.getDesign() as { format: string },
    window.tunnelwright?.getConfig("HQ"),
  ]);
  expect(design.format).toBe("tunnelwright");
  expect(config).toContain("hostname HQ\n");
});
