import { readFile } from "node:fs/promises";
import { inflateSync, strFromU8 } from "fflate";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { onCanvas, openDesigner, settle } from "./page.ts";

/** A key that stands nowhere but in the design. */
const canary = "Canary-Key-7Qx2-Mp9v";

async function download(page: Page, button: Locator): Promise<Buffer> {
  const started = page.waitForEvent("download");
  await button.click();
  return readFile(await (await started).path());
}

async function openFromFileMenu(page: Page, item: string, dialog: string): Promise<Locator> {
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: item }).click();
  const opened = page.getByRole("dialog", { name: dialog });
  await expect(opened).toBeVisible();
  return opened;
}

/** Puts the canary where HQ's and Branch's key stands, by the panel, as a person would. */
async function plantCanary(page: Page): Promise<void> {
  const inspector = page.getByRole("complementary", { name: "Inspector" });
  for (const [router, peer] of [
    ["HQ", /^203\.0\.113\.2/],
    ["Branch", /^198\.51\.100\.2/],
  ] as const) {
    await onCanvas(page, `Router ${router}`).click();
    await inspector.getByRole("button", { name: /^Pre-shared keys/ }).click();
    await inspector.getByRole("button", { name: peer }).click();
    const field = inspector.getByLabel("Key", { exact: true });
    await expect(field).toHaveValue(/Example-Only/);
    await field.fill(canary);
    await field.press("Enter");
  }
  await settle(page);
  expect(await page.evaluate(() => window.tunnelwright?.getConfig("Branch"))).toContain(canary);
}

test("a key is in no link, picture, report, log, storage but the design's, or clipboard, unless it is asked for", async ({
  page,
  context,
}) => {
  test.slow();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const logged: string[] = [];
  page.on("console", (message) => logged.push(message.text()));
  page.on("pageerror", (error) => logged.push(error.message));
  page.on("request", (request) => logged.push(request.url(), request.postData() ?? ""));
  await openDesigner(page);
  await plantCanary(page);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

  const exported = await openFromFileMenu(page, "Export…", "Export");
  await expect(exported).not.toContainText(canary);
  await exported.getByRole("checkbox", { name: /^With pre-shared keys/ }).uncheck();
  await exported.getByRole("button", { name: "Copy", exact: true }).click();
  await expect.poll(clipboard).toContain("hostname HQ");
  expect(await clipboard()).not.toContain(canary);
  expect((await download(page, exported.getByRole("button", { name: "Download" }))).toString()).not.toContain(canary);
  // Asked for, it is there: the canary does sing.
  await exported.getByRole("checkbox", { name: /^With pre-shared keys/ }).check();
  await exported.getByRole("button", { name: "Copy", exact: true }).click();
  await expect.poll(clipboard).toContain(canary);

  await exported.getByRole("tab", { name: "Picture" }).click();
  const svg = (await download(page, exported.getByRole("button", { name: "SVG" }))).toString();
  expect(svg).toContain("198.51.100.2");
  expect(svg).not.toContain(canary);
  await exported.getByRole("tab", { name: "Report" }).click();
  for (const name of ["HTML", "Markdown"]) {
    const report = (await download(page, exported.getByRole("button", { name, exact: true }))).toString();
    expect(report).toContain("198.51.100.2");
    expect(report).not.toContain(canary);
  }
  await page.keyboard.press("Escape");

  const shared = await openFromFileMenu(page, "Share…", "Share");
  const link = shared.getByRole("textbox", { name: "Link" });
  await expect(link).toHaveValue(/#v1:/);
  await expect(shared.getByText("1 key left out")).toBeVisible();
  const packed = /#v1:([\w-]+)/.exec(await link.inputValue())?.[1] ?? "";
  const text = strFromU8(inflateSync(Buffer.from(packed, "base64url")));
  expect(text).toContain("198.51.100.2");
  expect(text).not.toContain(canary);
  await page.keyboard.press("Escape");

  await onCanvas(page, "Router HQ").click();
  await page.keyboard.press("Control+c");
  await expect.poll(clipboard).toBe("2 objects of Tunnelwright");

  await settle(page);
  const kept = await page.evaluate(async () => {
    const values: [string, string][] = [];
    for (const [place, storage] of [
      ["local", localStorage],
      ["session", sessionStorage],
    ] as const) {
      for (let at = 0; at < storage.length; at += 1) {
        const key = storage.key(at) ?? "";
        values.push([`${place} ${key}`, storage.getItem(key) ?? ""]);
      }
    }
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name ?? "");
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error("The database can't be opened."));
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result as unknown[]);
          request.onerror = () => reject(new Error("The store can't be read."));
        });
        values.push([`${name ?? ""} ${store}`, JSON.stringify(rows)]);
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      values.push([`cache ${name}`, requests.map(({ url }) => url).join(" ")]);
    }
    return values;
  });
  const holding = kept.filter(([, value]) => value.includes(canary)).map(([place]) => place);
  // The design itself, its checkpoints, and the copy of its last state that outlives a page that is closed.
  for (const place of holding) {
    expect(place).toMatch(/^(tunnelwright (designs|checkpoints)|local tunnelwright\.unsaved\..*)$/);
  }
  expect(holding).toContain("tunnelwright designs");
  expect(logged.join("\n")).not.toContain(canary);
  expect(await page.evaluate(() => document.body.innerText)).not.toContain(canary);
});
