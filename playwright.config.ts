import { createServer } from "node:net";
import { defineConfig } from "@playwright/test";
import { browserVariable, findBrowser, howToGetABrowser, launchOptions } from "./scripts/browser.js";

// Playwright reads this file again in every worker; what the first reading chose is handed down in the environment.
const browser = process.env[browserVariable] ?? (await findBrowser());
if (browser === undefined) throw new Error(howToGetABrowser);
process.env[browserVariable] = browser;
const port = (process.env["TUNNELWRIGHT_E2E_PORT"] ??= String(await freePort()));
const address = `http://127.0.0.1:${port}/`;

export default defineConfig({
  testDir: "e2e",
  workers: 2,
  fullyParallel: true,
  // A journey that passes at the second attempt has a fault, in itself or in the designer: here it fails, and a build machine,
  // which may be busy with others' work, reports it as flaky.
  retries: process.env["CI"] ? 2 : 0,
  forbidOnly: !!process.env["CI"],
  reporter: "list",
  // What takes long on a busy machine is no fault; what never comes is found all the same.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: address,
    browserName: "chromium",
    launchOptions: launchOptions(browser),
    colorScheme: "light",
    contextOptions: { reducedMotion: "reduce" },
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    // Each test would store the whole site anew; the one about being offline allows it.
    serviceWorkers: "block",
    // A trace of each test costs a quarter of the time: it is made where a test is tried again. `npm run e2e -- --trace on FILE` makes one here.
    trace: "on-first-retry",
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort --outDir ${process.env["TUNNELWRIGHT_SITE"] ?? "dist"}`,
    url: address,
    reuseExistingServer: false,
  },
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === "string") reject(new Error("No port is free."));
        else resolve(address.port);
      });
    });
  });
}
