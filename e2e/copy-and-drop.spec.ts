import { expect, test } from "@playwright/test";
import { onCanvas, openDesigner, peeringsOf, settle } from "./page.ts";

test("copied routers are pasted with addresses of their own, and no key reaches the clipboard", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openDesigner(page);
  await onCanvas(page, "Router HQ").click();
  await onCanvas(page, "Router Branch").click({ modifiers: ["Shift"] });
  await page.keyboard.press("Control+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("4 objects of Tunnelwright");
  await page.keyboard.press("Control+v");
  await expect(onCanvas(page, "Router HQ-2")).toBeVisible();
  await settle(page);
  expect(await peeringsOf(page)).toEqual(["Branch – HQ: agreed", "Branch-2 – HQ-2: agreed"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(onCanvas(page, "Router HQ-2")).toHaveCount(0);
  await onCanvas(page, "Router HQ").click();
  await page.keyboard.press("Control+d");
  await expect(onCanvas(page, "Router HQ-2")).toBeVisible();
});

test("a configuration that is pasted or dropped anywhere opens the import with it", async ({ page }) => {
  await openDesigner(page);
  const text = "hostname Oslo\n!\ninterface GigabitEthernet0/0\n ip address 192.0.2.77 255.255.255.252\n!\nend\n";
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  const dialog = page.getByRole("dialog", { name: "Import configurations" });
  await expect(dialog.getByText("Oslo", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([dropped], "oslo.cfg", { type: "text/plain" }));
    dataTransfer.items.add(new File([dropped.replace("Oslo", "Bergen")], "bergen.cfg", { type: "text/plain" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, text);
  await expect(dialog.getByRole("list", { name: "Files" }).getByRole("listitem")).toHaveCount(2);
  await dialog.getByRole("button", { name: "Import 2 routers" }).click();
  await expect(onCanvas(page, "Router Bergen")).toBeVisible();
});
