import { expect, test, type Locator, type Page } from "@playwright/test";
import { expectAccessibleInBothThemes } from "./accessibility.ts";
import { configuration } from "./configurationText.ts";
import { notice, onCanvas, openDesigner } from "./page.ts";

const terminal = (page: Page): Locator => page.getByRole("region", { name: "Terminal" });
const command = (page: Page, name: string): Locator =>
  terminal(page).getByRole("textbox", { name: `Command on ${name}` });
const output = (page: Page, name: string): Locator => terminal(page).getByRole("log", { name: `Output of ${name}` });

async function openTerminal(page: Page): Promise<void> {
  await openDesigner(page);
  await page.getByRole("tab", { name: "Terminal" }).click();
  await expect(command(page, "HQ")).toBeVisible();
}

/** Types a line and waits until it stands on the screen. */
async function run(page: Page, name: string, line: string): Promise<void> {
  await command(page, name).fill(line);
  await command(page, name).press("Enter");
  await expect(output(page, name).getByText(`${name}#${line}`).last()).toBeVisible();
  await expect(command(page, name)).toHaveValue("");
}

test("a session is cleared, comes back with traffic and is debugged, with the mouse", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openTerminal(page);
  const suggested = (name: string | RegExp) =>
    terminal(page).getByRole("group", { name: "Commands to try" }).getByRole("button", { name });
  await suggested("show crypto session").click();
  await expect(output(page, "HQ")).toContainText("Session status: UP-ACTIVE");
  await suggested("clear crypto session").click();
  await suggested("show crypto session").click();
  await expect(output(page, "HQ")).toContainText("Session status: DOWN");
  await suggested("debug crypto isakmp").click();
  await expect(output(page, "HQ")).toContainText("Crypto ISAKMP debugging is on");
  await suggested(/^ping 10\.2\.0\.1 source 10\.1\.0\.1$/).click();
  await expect(output(page, "HQ")).toContainText("Old State = IKE_I_MM6  New State = IKE_P1_COMPLETE");
  await expect(output(page, "HQ")).toContainText(".!!!!");

  await terminal(page).getByRole("combobox", { name: "Router of the terminal" }).selectOption("Branch");
  await suggested("show crypto isakmp sa").click();
  await expect(output(page, "Branch")).toContainText("QM_IDLE           1002 ACTIVE");
  await terminal(page).getByRole("button", { name: "Copy the screen" }).click();
  await expect(notice(page, "The screen of Branch is copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Branch#show crypto isakmp sa\n");
  await terminal(page).getByRole("button", { name: "Clear the screen" }).click();
  await expect(output(page, "Branch")).toBeEmpty();

  // What was typed is there again when the tab is, and what a negotiation made the router say that was played meanwhile.
  await terminal(page).getByRole("combobox", { name: "Router of the terminal" }).selectOption("HQ");
  await terminal(page).getByRole("button", { name: "Clear the screen" }).click();
  await suggested("show crypto session").click();
  await page.getByRole("tab", { name: "Negotiation" }).click();
  const rung = page.getByRole("region", { name: "Negotiation" }).getByRole("button", { name: /MM6/ });
  await rung.click();
  await expect(rung).toHaveAttribute("aria-current", "step");
  await page.getByRole("tab", { name: "Terminal" }).click();
  await expect(output(page, "HQ")).toContainText("HQ#show crypto session");
  await expect(output(page, "HQ")).toContainText("New State = IKE_P1_COMPLETE");
  await expectAccessibleInBothThemes(page, "section[aria-label=Terminal]");
});

test("a line is completed, helped, recalled and refused, by keyboard", async ({ page }) => {
  await openTerminal(page);
  const line = command(page, "HQ");
  await line.focus();
  await page.keyboard.type("sh");
  await page.keyboard.press("Tab");
  await expect(line).toHaveValue("show ");
  await page.keyboard.type("cry");
  await page.keyboard.press("Tab");
  await expect(line).toHaveValue("show crypto ");
  await page.keyboard.type("i");
  await page.keyboard.press("Tab");
  await expect(output(page, "HQ")).toContainText("ikev2  ipsec  isakmp");
  await expect(line).toHaveValue("show crypto i");
  await page.keyboard.type("sakmp sa ");
  await page.keyboard.press("?");
  await expect(output(page, "HQ")).toContainText("Show ISAKMP SA detail");
  await expect(line).toHaveValue("show crypto isakmp sa ");
  await page.keyboard.press("Enter");
  await expect(output(page, "HQ")).toContainText("QM_IDLE");
  await run(page, "HQ", "show crypto nothing");
  await expect(output(page, "HQ")).toContainText("% Invalid input detected at '^' marker.");
  await page.keyboard.press("ArrowUp");
  await expect(line).toHaveValue("show crypto nothing");
  await page.keyboard.press("ArrowUp");
  await expect(line).toHaveValue("show crypto isakmp sa ");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(line).toHaveValue("");
  // Where nothing can be completed, Tab goes on as everywhere.
  await page.keyboard.press("Tab");
  await expect(terminal(page).getByRole("button", { name: "show crypto session" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(line).toBeFocused();

  await run(page, "HQ", "show running-config | include isakmp key");
  await expect(output(page, "HQ")).toContainText("crypto isakmp key •••");
  await page.keyboard.press("Control+l");
  await expect(output(page, "HQ")).toBeEmpty();

  await run(page, "HQ", "show crypto map");
  await output(page, "HQ").getByRole("button", { name: "TS-AES256" }).focus();
  await page.keyboard.press("Enter");
  await expect(configuration(page).getByText("crypto ipsec transform-set TS-AES256").first()).toBeVisible();
});

test("pasted output is explained against the design and leads to it", async ({ page }) => {
  await openTerminal(page);
  await terminal(page).getByRole("button", { name: "Paste output…" }).click();
  const dialog = page.getByRole("dialog", { name: "Explain output" });
  const text = dialog.getByRole("textbox", { name: "Output of a router" });
  await expect(text).toBeFocused();
  await text.fill("Good morning");
  await expect(dialog.getByText("Nothing here is output that can be explained.")).toBeVisible();
  await text.fill(
    [
      "HQ#show crypto isakmp sa",
      "dst             src             state          conn-id status",
      "203.0.113.2     198.51.100.2    MM_NO_STATE          0 ACTIVE (deleted)",
      "192.0.2.9       198.51.100.2    MM_NO_STATE          0 ACTIVE (deleted)",
      "",
    ].join("\n"),
  );
  const rows = dialog.getByRole("list", { name: "Rows of show crypto isakmp sa" }).getByRole("listitem");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText("By the design phase 1 of the peering of Branch and HQ would complete");
  await expect(rows.nth(1)).toContainText("no crypto map entry of HQ names 192.0.2.9 as its peer");
  await expectAccessibleInBothThemes(page, "[role=dialog]");
  await rows.nth(0).getByRole("button", { name: "Show the peering" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("complementary", { name: "Inspector" })).toContainText("Branch");
  await expect(onCanvas(page, "Peering Branch – HQ: agreed")).toBeVisible();
});
