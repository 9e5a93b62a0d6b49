// The browser tests: builds the site, finds a browser, runs Playwright. Arguments are passed on to Playwright.
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { browserVariable, getBrowser, howToGetABrowser } from "./browser.js";
import { root, runTool } from "./run.js";
import { setUp } from "./setup.js";

await setUp();

const built = process.argv.includes("--built");
const args = process.argv.slice(2).filter((argument) => argument !== "--built");

const browser = await getBrowser();
if (browser === undefined) {
  console.error(`\n${howToGetABrowser}`);
  process.exit(1);
}
console.log(`Browser: ${browser === "playwright" ? "Playwright's own" : browser}`);

// A site of its own, so that a build going on elsewhere in the checkout does not pull this one from under the tests.
const site = built ? "dist" : `node_modules/.cache/e2e/${process.pid}`;
let status = built ? 0 : await runTool("vite/bin/vite.js", ["build", "--outDir", site, "--logLevel", "warn"]);
if (status === 0) {
  status = await runTool("@playwright/test/cli.js", ["test", ...args], {
    env: { [browserVariable]: browser, TUNNELWRIGHT_SITE: site },
  });
}
if (!built) rmSync(resolve(root, site), { recursive: true, force: true });
process.exit(status ?? 1);
