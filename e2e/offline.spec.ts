import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { expect, test } from "@playwright/test";
import { notice, onCanvas, settle } from "./page.ts";

test.use({ serviceWorkers: "allow" });

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".woff2": "font/woff2",
};

/** The built site, of which a newer version can be put in place: to the browser that is a worker with another version in it. */
async function serveSite() {
  let isNewer = false;
  const folder = process.env["TUNNELWRIGHT_SITE"] ?? "dist";
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://site");
    const file = pathname === "/" ? "index.html" : pathname.slice(1);
    readFile(join(folder, file)).then(
      (content) => {
        response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
        const isWorker = isNewer && file === "serviceWorker.js";
        response.end(isWorker ? content.toString().replace(/const VERSION = "/, "$&newer-") : content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    release: () => (isNewer = true),
    close: () => server.close(),
  };
}

test("after one visit everything works without network, from one version, until somebody takes the newer one", async ({
  page,
  context,
}) => {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  const site = await serveSite();
  await page.goto(site.address);
  await expect(onCanvas(page, "Router HQ")).toBeVisible();
  await settle(page);
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state === "activated") return;
    await new Promise((resolve) => active?.addEventListener("statechange", resolve, { once: true }));
  });
  const [first, ...others] = await page.evaluate(() => caches.keys());
  expect(others).toEqual([]);

  await context.setOffline(true);
  await page.reload();
  await expect(onCanvas(page, "Router HQ")).toBeVisible();
  await settle(page);
  await expect(page.locator(".monaco-editor").first()).toBeVisible();
  // A part that was never loaded while there was a network.
  await page.keyboard.press("Control+e");
  await expect(page.getByRole("dialog", { name: "Export" })).toBeVisible();

  await context.setOffline(false);
  site.release();
  await page.reload();
  await expect(notice(page, "A new version is ready.")).toBeVisible();
  // The page goes on as it was until then.
  expect(await page.evaluate(() => caches.keys())).toContain(first);
  await page.getByRole("button", { name: "Reload" }).click();
  await expect
    .poll(() => page.evaluate(() => caches.keys()).catch(() => []))
    .toEqual([expect.stringContaining("newer-")]);
  await expect(onCanvas(page, "Router HQ")).toBeVisible();
  await settle(page);
  expect(complaints).toEqual([]);
  site.close();
});
