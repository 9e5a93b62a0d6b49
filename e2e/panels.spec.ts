import { expect, test, type Locator, type Page } from "@playwright/test";
import { expectAccessibleInBothThemes } from "./accessibility.ts";
import { configOf } from "./configurationText.ts";
import { onCanvas, openDesigner, settle } from "./page.ts";

// Many small journeys on one page: together they may take long on a busy machine.
test.describe.configure({ timeout: 300_000 });

const inspector = (page: Page): Locator => page.getByRole("complementary", { name: "Inspector" });
const text = (page: Page) => expect.poll(() => configOf(page, "HQ"));

/** Adds one to a section by its button; its fields open. */
async function add(page: Page, what: string): Promise<void> {
  await inspector(page)
    .getByRole("button", { name: `Add ${what}`, exact: true })
    .click();
}

async function type(page: Page, label: string, value: string): Promise<void> {
  const field = inspector(page).getByRole("textbox", { name: label, exact: true });
  await field.fill(value);
  await field.press("Enter");
}

test("keys by hand, keyrings, servers and static NAT have panels", async ({ page }) => {
  await openDesigner(page);
  await onCanvas(page, "Router HQ").click();

  await test.step("an entry whose keys are set by hand", async () => {
    await add(page, "crypto map entry");
    const kind = inspector(page).getByRole("combobox", { name: "Type" });
    await expect(kind).toHaveValue("ipsec-isakmp");
    await expect(inspector(page).getByRole("combobox", { name: "Perfect forward secrecy" })).toBeVisible();
    await kind.selectOption("ipsec-manual");
    await expect(inspector(page).getByRole("combobox", { name: "Perfect forward secrecy" })).toHaveCount(0);
    await inspector(page).getByRole("button", { name: "Add Inbound ESP with strong keys" }).focus();
    await page.keyboard.press("Enter");
    await text(page).toMatch(/ set session-key inbound esp \d{5} cipher [0-9a-f]{64} authenticator [0-9a-f]{64}\n/);
    const spi = inspector(page).getByRole("textbox", { name: "Inbound ESP SPI" });
    await spi.fill("100");
    await spi.press("Enter");
    await expect(inspector(page).getByRole("alert")).toBeVisible();
    await expect(spi).toHaveValue("100");
    await spi.fill("300");
    await spi.press("Enter");
    await text(page).toContain(" set session-key inbound esp 300 ");
  });

  await inspector(page).getByRole("button", { name: "Keyrings, remote access and more" }).click();
  await test.step("a keyring with its keys", async () => {
    await add(page, "keyring");
    await add(page, "key");
    await type(page, "Peer of key 203.0.113.2", "192.0.2.77");
    await text(page).toMatch(/ {2}pre-shared-key address 192\.0\.2\.77 key \S{28}\n/);
    const before = await configOf(page, "HQ");
    await inspector(page).getByRole("button", { name: "Make a strong Key for 192.0.2.77" }).click();
    await text(page).not.toBe(before);
  });

  await test.step("a server", async () => {
    await add(page, "aaa server");
    await inspector(page).getByRole("combobox", { name: "Protocol" }).selectOption("tacacs");
    await text(page).toContain("tacacs-server host 10.1.0.10 ");
  });

  await test.step("static NAT", async () => {
    await add(page, "static nat");
    await type(page, "Ports", "tcp 25 2525");
    await text(page).toContain("ip nat inside source static tcp 10.1.0.25 25 192.0.2.25 2525");
  });

  await settle(page);
  await expectAccessibleInBothThemes(page, ".inspector");
});
