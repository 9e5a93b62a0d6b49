import { expect, test, type Locator, type Page } from "@playwright/test";
import { expectAccessibleInBothThemes } from "./accessibility.ts";
import { onCanvas, openDesigner, settle } from "./page.ts";

const negotiation = (page: Page): Locator => page.getByRole("region", { name: "Negotiation" });
const step = (page: Page): Locator => negotiation(page).locator("[aria-current=step]");

async function openNegotiation(page: Page): Promise<void> {
  await openDesigner(page);
  await page.getByRole("tab", { name: "Negotiation" }).click();
  await expect(step(page)).toContainText("Route");
}

/** Takes perfect forward secrecy off one end, in the panel. */
async function dropForwardSecrecy(page: Page, router: string): Promise<void> {
  await onCanvas(page, `Router ${router}`).click();
  const inspector = page.getByRole("complementary", { name: "Inspector" });
  await inspector.getByRole("button", { name: /^Crypto map entries/ }).click();
  await inspector.getByRole("button", { name: /^VPN 10/ }).click();
  const pfs = inspector.getByRole("combobox", { name: /forward secrecy|PFS/i });
  await pfs.selectOption({ index: 0 });
  await settle(page);
}

test("a negotiation is played message by message in either direction, with the mouse", async ({ page }) => {
  await openNegotiation(page);
  const next = negotiation(page).getByRole("button", { name: "Next", exact: true });
  for (let at = 0; at < 3; at += 1) await next.click();
  await expect(step(page)).toContainText("MM1");
  await expect(step(page)).toContainText("Branch to HQ");
  // The message stands on the line of the tunnel, and its lines are lit in the text.
  await expect(onCanvas(page, "Peering Branch – HQ: agreed").locator(".played-message")).toHaveText("MM1");
  await expect(page.getByRole("tab", { name: "Branch" })).toHaveAttribute("aria-selected", "true");
  await expect(page.locator(".line-lit").first()).toBeVisible();
  await expect(negotiation(page).getByRole("list", { name: "Lines of the configurations" })).toContainText(
    "crypto isakmp policy 10",
  );
  // What debug prints comes in step: the packet that is sent here arrives there.
  await negotiation(page).getByText("What debug crypto isakmp and ipsec print").click();
  await expect(negotiation(page).getByLabel("Debug output of Branch")).toContainText("beginning Main Mode exchange");
  await expect(negotiation(page).getByLabel("Debug output of HQ")).toContainText("(N) NEW SA");
  await next.click();
  await expect(negotiation(page).getByLabel("Debug output of Branch")).toContainText("received packet from");
  await expect(step(page)).toContainText("HQ to Branch");
  await expect(negotiation(page).getByRole("row", { name: /^group 14 14 agrees/ })).toBeVisible();

  await negotiation(page).getByRole("button", { name: "HQ start", exact: false }).click();
  await expect(step(page)).toContainText("Route");
  for (let at = 0; at < 3; at += 1) await next.click();
  await expect(step(page)).toContainText("HQ to Branch");

  await negotiation(page).getByRole("button", { name: /MM6/ }).click();
  await negotiation(page).getByRole("button", { name: "Play", exact: true }).click();
  await expect(step(page)).toContainText("QM1");
  await negotiation(page).getByRole("button", { name: "Pause", exact: true }).click();
  await expect(negotiation(page).getByRole("button", { name: "Play", exact: true })).toBeVisible();
});

test("the same by keyboard, to the security associations at the end", async ({ page }) => {
  await openNegotiation(page);
  await step(page).focus();
  for (let at = 0; at < 4; at += 1) await page.keyboard.press("ArrowDown");
  await expect(step(page)).toContainText("MM2");
  await expect(step(page)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(step(page)).toContainText("MM1");
  await page.keyboard.press("End");
  await expect(step(page)).toContainText("One IKE SA");
  await expect(step(page)).toContainText("ESP SA");
  await expect(negotiation(page).getByRole("heading", { name: "Security associations" })).toBeVisible();

  await negotiation(page).getByRole("button", { name: "Let HQ start" }).focus();
  await page.keyboard.press("Enter");
  await expect(step(page)).toContainText("Route");
  await step(page).focus();
  for (let at = 0; at < 3; at += 1) await page.keyboard.press("ArrowDown");
  await expect(step(page)).toContainText("HQ to Branch");
});

test("a refusal stops at its message, with the reason, and is mended there", async ({ page }) => {
  await openNegotiation(page);
  await dropForwardSecrecy(page, "HQ");
  await expect(onCanvas(page, "Peering Branch – HQ: one-way")).toBeVisible();
  // Branch still asks for it and is answered; HQ does not ask, and is refused.
  await negotiation(page).getByRole("button", { name: "Let HQ start" }).click();
  await expect(step(page)).toContainText("HQ");
  await step(page).focus();
  await page.keyboard.press("End");
  // Phase 1 stands alone.
  await expect(step(page)).toContainText("No IPsec SA");
  await page.keyboard.press("ArrowUp");
  await expect(step(page)).toContainText("QM1 refused");
  await expect(negotiation(page).getByText("Branch wants PFS group 14, but HQ offers none.")).toBeVisible();
  await expect(negotiation(page).getByText("p2-pfs-oneway")).toBeVisible();
  await expect(onCanvas(page, "Peering Branch – HQ: one-way").locator(".played-stopped .played-message")).toContainText(
    "QM1 refused",
  );
  const fix = negotiation(page).getByRole("button", { name: /^Fix:/ }).first();
  await fix.focus();
  await page.keyboard.press("Enter");
  await expect(onCanvas(page, "Peering Branch – HQ: agreed")).toBeVisible();
  await expect(negotiation(page).getByText("p2-pfs-oneway")).toHaveCount(0);
});

test("a negotiation passes axe", async ({ page }) => {
  await openNegotiation(page);
  await step(page).focus();
  for (let at = 0; at < 4; at += 1) await page.keyboard.press("ArrowDown");
  await expect(step(page)).toContainText("MM2");
  await expectAccessibleInBothThemes(page, ".negotiation");
  await step(page).focus();
  await page.keyboard.press("End");
  await expect(step(page)).toContainText("One IKE SA");
  await expectAccessibleInBothThemes(page, ".negotiation");
});
