import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
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
  const files = dialog.getByRole("list", { name: "Files" }).getByRole("listitem");
  await expect(files).toHaveCount(2);

  // A folder that is chosen, and a zip: the configurations in them, as if each had been brought alone.
  const folder = await mkdtemp(join(tmpdir(), "configurations-"));
  await mkdir(join(folder, "north"));
  await writeFile(join(folder, "north", "tromso.cfg"), text.replace("Oslo", "Tromso"));
  await writeFile(join(folder, "picture.png"), "no configuration");
  const folderChooser = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "Choose a folder…" }).click();
  await (await folderChooser).setFiles(folder);
  await rm(folder, { recursive: true });
  await expect(files).toHaveCount(3);
  const zip = zipSync({ "sites/bodo.cfg": strToU8(text.replace("Oslo", "Bodo")), "notes.md": strToU8("none") });
  const chooser = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "Choose files…" }).click();
  await (await chooser).setFiles({ name: "sites.zip", mimeType: "application/zip", buffer: Buffer.from(zip) });
  await expect(files).toHaveCount(4);
  await expect(files.last()).toContainText("sites/bodo.cfg");
  await dialog.getByRole("button", { name: "Import 4 routers" }).click();
  for (const name of ["Bergen", "Tromso", "Bodo"]) await expect(onCanvas(page, `Router ${name}`)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(onCanvas(page, "Router Bodo")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();

  // A folder that is dropped; no test can drop a real one.
  await page.evaluate(
    (dropped) => {
      const entry = {
        isDirectory: false,
        name: "alta.cfg",
        file: (done: (file: File) => void) => done(new File([dropped], "alta.cfg")),
      };
      const pieces = [[entry], []];
      const folder = {
        isDirectory: true,
        name: "sites",
        createReader: () => ({ readEntries: (done: (some: object[]) => void) => done(pieces.shift() ?? []) }),
      };
      const event = new DragEvent("drop", { bubbles: true, cancelable: true });
      const dataTransfer = { types: ["Files"], files: [], items: [{ webkitGetAsEntry: () => folder }] };
      Object.defineProperty(event, "dataTransfer", { value: dataTransfer });
      document.body.dispatchEvent(event);
    },
    text.replace("Oslo", "Alta"),
  );
  await dialog.getByRole("button", { name: "Import 1 router" }).click();
  await expect(onCanvas(page, "Router Alta")).toBeVisible();
});
