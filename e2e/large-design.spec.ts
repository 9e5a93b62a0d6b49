import { expect, test, type Page } from "@playwright/test";
import { atRest, drag, middleOf, onCanvas, openDesigner, settle } from "./page.ts";

const SITES = 80;

function configuration(site: number): string {
  const others = [(site + 1) % SITES, (site + SITES - 1) % SITES];
  const address = (one: number) => `203.0.${String(one)}.2`;
  return [
    `hostname R${String(site)}`,
    "crypto isakmp policy 10",
    " encr aes 256",
    " authentication pre-share",
    " group 14",
    ...others.map((other) => `crypto isakmp key Example-Only-Change-Me address ${address(other)}`),
    "crypto ipsec transform-set TS esp-aes 256 esp-sha256-hmac",
    ...others.flatMap((other, index) => [
      `crypto map VPN ${String(10 + index)} ipsec-isakmp`,
      ` set peer ${address(other)}`,
      " set transform-set TS",
      ` match address TO-${String(other)}`,
    ]),
    "interface GigabitEthernet0/0",
    ` ip address ${address(site)} 255.255.255.0`,
    " crypto map VPN",
    "interface GigabitEthernet0/1",
    ` ip address 10.0.${String(site)}.1 255.255.255.0`,
    `ip route 0.0.0.0 0.0.0.0 203.0.${String(site)}.1`,
    ...others.flatMap((other) => [
      `ip access-list extended TO-${String(other)}`,
      ` permit ip 10.0.${String(site)}.0 0.0.0.255 10.0.${String(other)}.0 0.0.0.255`,
    ]),
    "end",
  ].join("\n");
}

/** Drops many configurations onto the page and imports them into an empty design. */
async function importMany(page: Page): Promise<void> {
  await openDesigner(page);
  await page.getByRole("button", { name: "File" }).click();
  await page.getByRole("menuitem", { name: "New" }).click();
  await expect(page.getByText("An empty design")).toBeVisible();
  await page.evaluate(
    (texts) => {
      const dropped = new DataTransfer();
      texts.forEach((text, index) => dropped.items.add(new File([text], `r${index}.cfg`)));
      window.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }));
    },
    Array.from({ length: SITES }, (_, site) => configuration(site)),
  );
  const dialog = page.getByRole("dialog", { name: "Import configurations" });
  await dialog.getByRole("button", { name: `Import ${String(SITES)} routers` }).click();
  await expect(dialog).toHaveCount(0);
  await settle(page);
}

/** Where a router stands in the design's own layout. */
async function placeOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  return page.evaluate((hostname) => {
    const design = window.tunnelwright?.getDesign() as {
      routers: { id: string; configuration: string[] }[];
      layout: Record<string, { x: number; y: number }>;
    };
    const router = design.routers.find(({ configuration: [first] }) => first === `hostname ${hostname}`);
    return design.layout[router?.id ?? ""] ?? { x: Number.NaN, y: Number.NaN };
  }, name);
}

/** Where a point near an object's upper left corner is on the screen. */
async function onScreen(page: Page, { x, y }: { x: number; y: number }): Promise<{ x: number; y: number }> {
  return page.locator(".react-flow__viewport").evaluate(
    (viewport, at) => {
      const { a: zoom, e: left, f: top } = new DOMMatrix(getComputedStyle(viewport).transform);
      const frame = viewport.closest(".react-flow")?.getBoundingClientRect();
      return { x: (frame?.x ?? 0) + left + at.x * zoom, y: (frame?.y ?? 0) + top + at.y * zoom };
    },
    { x: x + 60, y: y + 40 },
  );
}

// A finger taps, too.
test.use({ hasTouch: true });

test("a large drawing is painted, and everything in it can still be found, pointed at, dragged and selected", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await importMany(page);
  const elements = () => page.locator('[aria-label="Topology"] *').count();
  const outline = page.getByRole("tree", { name: "Outline" });
  expect(await elements()).toBeLessThan(1500);

  // By name: it becomes an element, in view, with the focus.
  await page.keyboard.press("Control+f");
  await expect(page.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("Router R41");
  await expect(page.getByRole("option", { selected: true })).toContainText("Router R41");
  await page.keyboard.press("Enter");
  await expect(onCanvas(page, "Router R41")).toBeFocused();
  await expect(onCanvas(page, "Router R41")).toBeInViewport();
  expect(await elements()).toBeLessThan(1500);

  // By keyboard, to whatever stands beside it.
  await page.keyboard.press("Alt+ArrowRight");
  await expect(onCanvas(page, "Router R41")).not.toBeFocused();
  await expect(page.locator(".react-flow__node:focus")).toHaveCount(1);

  // By the pointer: what is painted is dragged as if it had been there all along.
  await page.keyboard.press("Control+0");
  await expect(page.getByRole("button", { name: "100%" })).toBeVisible();
  await outline.getByRole("treeitem", { name: "Router R0", exact: true }).click();
  await expect(onCanvas(page, "Router R0")).toBeInViewport({ ratio: 0.9 });
  await atRest(onCanvas(page, "Router R0"));
  const before = await placeOf(page, "R0");
  const from = await middleOf(onCanvas(page, "Router R0"));
  await drag(page, from, { x: from.x + 60, y: from.y + 40 });
  await settle(page);
  const after = await placeOf(page, "R0");
  expect(after.x - before.x).toBeGreaterThan(20);
  expect(after.y - before.y).toBeGreaterThan(10);

  // From the minimap, which knows all of it.
  await page.keyboard.press("m");
  const map = await page.getByRole("img", { name: "Minimap" }).boundingBox();
  if (!map) throw new Error("There is no minimap.");
  // It is selected, and so an element wherever it stands.
  const dragged = onCanvas(page, "Router R0");
  const seen = await middleOf(dragged);
  await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2);
  await expect.poll(async () => Math.abs((await middleOf(dragged)).x - seen.x)).toBeGreaterThan(20);
  await page.keyboard.press("m");
  await expect(page.getByRole("img", { name: "Minimap" })).toHaveCount(0);

  // By a box around everything.
  await page.keyboard.press("Shift+Digit1");
  // From so far away nothing is an element but what is selected.
  await expect(page.locator(".react-flow__node")).toHaveCount(1);

  // By a finger, which points at nothing before it taps: what is painted is selected at once.
  const painted = await onScreen(page, await placeOf(page, "R40"));
  await page.touchscreen.tap(painted.x, painted.y);
  await expect(
    page.getByRole("complementary", { name: "Inspector" }).getByRole("heading", { name: "R40" }),
  ).toBeVisible();
  await page.keyboard.down("Shift");
  const canvas = await page.locator(".react-flow__pane").boundingBox();
  if (!canvas) throw new Error("There is no canvas.");
  await drag(
    page,
    { x: canvas.x + 60, y: canvas.y + 20 },
    { x: canvas.x + canvas.width - 60, y: canvas.y + canvas.height - 20 },
  );
  await page.keyboard.up("Shift");
  await expect(page.getByRole("complementary", { name: "Inspector" })).toContainText("161 objects");
  expect(await elements()).toBeLessThan(1500);
});
