import { expect, test, type Locator, type Page } from "@playwright/test";
import { expectAccessibleInBothThemes } from "./accessibility.ts";
import { onCanvas, openDesigner } from "./page.ts";

const walk = (page: Page): Locator => page.getByRole("region", { name: "Packet walk" });
const step = (page: Page): Locator => walk(page).locator("[aria-current=step]");
const field = (page: Page, name: string): Locator => walk(page).getByRole("combobox", { name, exact: true });
const fate = (page: Page): Locator => walk(page).getByRole("status");

async function openWalk(page: Page): Promise<void> {
  await openDesigner(page);
  await page.getByRole("tab", { name: "Packet walk" }).click();
  await expect(field(page, "Source")).toHaveValue("10.2.0.10");
  await expect(step(page)).toContainText("Comes in");
}

test("a protected packet is followed there and back, with the mouse", async ({ page }) => {
  await openWalk(page);
  await expect(fate(page)).toContainText("Protected");
  await walk(page)
    .getByRole("button", { name: /Crypto map VPN/ })
    .click();
  await expect(walk(page).getByRole("list", { name: "Crypto map entries in order" })).toContainText("VPN 10");
  await walk(page)
    .getByRole("button", { name: /ESP, tunnel mode/ })
    .click();
  await expect(walk(page).getByRole("figure")).toHaveAccessibleName(/New IP 20 bytes; ESP 24 bytes/);
  await walk(page)
    .getByRole("button", { name: /Across/ })
    .click();
  await expect(onCanvas(page, "Peering Branch – HQ: agreed").locator(".played-message")).toHaveText("ESP");
  await walk(page).getByRole("button", { name: "Back", exact: true }).first().click();
  await expect(step(page)).toContainText("Comes in");
  await expect(fate(page)).toContainText("Protected");
});

test("a packet for elsewhere goes in clear", async ({ page }) => {
  await openWalk(page);
  await field(page, "Destination").fill("192.0.2.80");
  await expect(fate(page)).toContainText("In clear");
  await walk(page)
    .getByRole("button", { name: /Crypto map VPN/ })
    .click();
  await expect(walk(page).getByText("no line matches, on to the next")).toBeVisible();

  // The rules of incoming and outgoing traffic stand ready.
  const examples = field(page, "Ready examples");
  await examples.selectOption({ label: "IPsec for the router, under an SPI it does not know" });
  await expect(fate(page)).toContainText("Dropped");
  await expect(field(page, "Protocol")).toHaveValue("esp");
  await examples.selectOption({ label: "Matches the crypto access list" });
  await expect(fate(page)).toContainText("Protected");
});

test("one that is protected, one in clear, and one that comes in clear but should not and is dropped, by keyboard", async ({
  page,
}) => {
  await openWalk(page);
  await expect(fate(page)).toContainText("Protected");
  const destination = field(page, "Destination");
  await destination.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("192.0.2.80");
  await expect(fate(page)).toContainText("In clear");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("10.1.0.10");
  await expect(fate(page)).toContainText("Protected");
  await walk(page).getByRole("button", { name: "More" }).focus();
  await page.keyboard.press("Enter");
  const enters = field(page, "Comes in by");
  await enters.focus();
  await enters.selectOption({ label: "HQ, GigabitEthernet0/0" });
  await expect(fate(page)).toContainText("Dropped");
  await step(page).focus();
  await page.keyboard.press("End");
  await expect(step(page)).toContainText("Inbound access list");
  await expect(walk(page).locator(".stage-detail")).toContainText(
    "entry VPN 10 protects this traffic, and it came in clear",
  );
});

test("hosts are picked on the canvas", async ({ page }) => {
  await openWalk(page);
  await walk(page).getByRole("button", { name: "Pick the source on the canvas" }).click();
  await onCanvas(page, "Subnet 10.1.0.0/24").click();
  await expect(field(page, "Source")).toHaveValue("10.1.0.10");
  await walk(page).getByRole("button", { name: "Pick the destination on the canvas" }).click();
  await onCanvas(page, "Subnet 10.2.0.0/24").click();
  await expect(field(page, "Destination")).toHaveValue("10.2.0.10");
  await expect(fate(page)).toContainText("Protected");
});

test("a packet's walk passes axe", async ({ page }) => {
  await openWalk(page);
  await walk(page).getByRole("button", { name: "More" }).click();
  await walk(page)
    .getByRole("button", { name: /ESP, tunnel mode/ })
    .click();
  await expect(walk(page).getByRole("figure")).toBeVisible();
  await expectAccessibleInBothThemes(page, ".packet-walk");
});
