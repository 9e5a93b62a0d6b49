import { expect, test } from "@playwright/test";
import { expectAccessibleInBothThemes } from "./accessibility.ts";
import { inspector, lesson, openTool, openToolByKeyboard, press } from "./lessonPane.ts";
import { onCanvas, openDesigner } from "./page.ts";

test("a client is told how far it gets and why not further, and gets in where the gateway is complete, with the mouse", async ({
  page,
}) => {
  await openDesigner(page);
  await openTool(page, "Lesson");
  await lesson(page).getByRole("button", { name: "Start An Easy VPN server" }).click();
  const clients = onCanvas(page, "Remote clients People at home");
  await expect(clients).toBeVisible();
  await clients.click();
  await inspector(page).getByRole("button", { name: "Connect", exact: true }).click();
  const account = inspector(page).getByRole("region", { name: "How the connection went" });
  await expect(account.getByRole("heading", { name: "Refused" })).toBeVisible();
  await expect(account.getByRole("listitem").last()).toContainText("asks for an address and gets none");
  await expect(lesson(page)).toContainText("It gets as far as XAUTH.");
  await expectAccessibleInBothThemes(page, "[aria-label=Inspector]");

  await lesson(page).getByRole("button", { name: "Leave" }).click();
  await lesson(page).getByRole("button", { name: "Start Another site and people at home in one map" }).click();
  await expect(onCanvas(page, "Peering Branch – Gateway: broken")).toBeVisible();
  await clients.click();
  await inspector(page).getByRole("button", { name: "Connect", exact: true }).click();
  await expect(account.getByRole("heading", { name: "Connected" })).toBeVisible();
  await expect(inspector(page).getByRole("region", { name: "Connected clients" })).toContainText("10.9.0.1");
  await expect(clients).toContainText("1 connected");
});

test("two people connect one after the other and get addresses of the pool, with the keyboard", async ({ page }) => {
  await openDesigner(page);
  await openToolByKeyboard(page, "Lesson");
  await press(lesson(page).getByRole("button", { name: "Start Another site and people at home in one map" }), "Enter");
  await expect(onCanvas(page, "Remote clients People at home")).toBeVisible();
  await page
    .getByRole("tree", { name: "Outline" })
    .getByRole("treeitem", { name: "Remote clients People at home" })
    .focus();
  await page.keyboard.press("Enter");
  const user = inspector(page).getByRole("combobox", { name: "User" });
  await expect(user).toBeVisible();
  await user.focus();
  await page.keyboard.type("mallory");
  await page.keyboard.press("Enter");
  const account = inspector(page).getByRole("region", { name: "How the connection went" });
  await expect(account.getByRole("heading", { name: "Refused" })).toBeVisible();
  await expect(account).toContainText("knows no user mallory");

  await user.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("richard");
  await page.keyboard.press("Enter");
  const sessions = inspector(page).getByRole("region", { name: "Connected clients" });
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await expect(sessions).toContainText("10.9.0.1");
  await expect(sessions).toContainText("Through the tunnel: 10.1.0.0/24");
  await press(inspector(page).getByRole("button", { name: "Connect", exact: true }), "Enter");
  await expect(sessions).toContainText("10.9.0.2");
  await press(sessions.getByRole("button", { name: "Disconnect 10.9.0.1" }), "Enter");
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await expect(sessions).not.toContainText("10.9.0.1 ");
});
