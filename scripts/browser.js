import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run, runTool } from "./run.js";

/** Chromium asks the world for updates at every start unless it is told not to. */
export const launchArguments = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  // Without one, an emulated graphics card is slower than painting straight away.
  "--disable-gpu",
];

/** The name that the rest of the build knows the browser by: a path, or "playwright" for Playwright's own. */
export const browserVariable = "TUNNELWRIGHT_BROWSER";
export const playwrightsOwn = "playwright";

/** A download that gets no further for this long is given up. */
const patienceSeconds = 60;

/**
 * The first browser that starts: the one that the environment names, Playwright's own, the system's, one that came in
 * an npm package. Each is started once, since a browser without its libraries is also found on the path.
 *
 * @returns {Promise<string | undefined>}
 */
export async function findBrowser() {
  for (const name of [browserVariable, "CHROME_PATH"]) {
    const named = process.env[name];
    if (!named) continue;
    const failure = await whyNotStarted(named);
    if (failure === undefined) return named;
    // A person who names a browser wants that one, and wants to know.
    console.error(`${name} names ${named}, which does not start: ${failure}`);
    return undefined;
  }
  if ((await whyNotStarted(playwrightsOwn)) === undefined) return playwrightsOwn;
  for (const path of [...systemBrowsers(), ...(await packagedBrowsers())]) {
    if ((await whyNotStarted(path)) === undefined) return path;
  }
  return undefined;
}

/**
 * Like findBrowser, and where there is none it tries to get one.
 *
 * @returns {Promise<string | undefined>}
 */
export async function getBrowser() {
  const found = await findBrowser();
  if (found !== undefined || process.env[browserVariable] || process.env["CHROME_PATH"]) return found;

  console.log("No browser was found for the browser tests. Asking Playwright for one …");
  let furthest = 0;
  await runTool("@playwright/test/cli.js", ["install", "--only-shell", "chromium"], {
    stalledAfterSeconds: patienceSeconds,
    advances: (output) => {
      const percent = Math.max(0, ...[...output.matchAll(/(\d+)%/g)].map((match) => Number(match[1])));
      const further = percent > furthest;
      furthest = Math.max(furthest, percent);
      return further;
    },
  });
  if ((await whyNotStarted(playwrightsOwn)) === undefined) return playwrightsOwn;

  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("That failed. Asking the system's packages for one …");
    const options = {
      env: { DEBIAN_FRONTEND: "noninteractive" },
      stalledAfterSeconds: patienceSeconds,
      advances: (/** @type {string} */ output) => /^(Get:|Unpacking|Setting up|Processing)/m.test(output),
    };
    await run("apt-get", ["update"], options);
    await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium-headless-shell"], options);
    return await findBrowser();
  }
  return undefined;
}

export const howToGetABrowser = `The browser tests need Chromium, Chrome or Edge, and none could be found or downloaded. One of these helps:
  npx playwright install chromium                     (Playwright's own; any system)
  sudo apt-get install chromium-headless-shell        (Debian)
  ${browserVariable}=/path/to/chrome npm test      (one that is installed elsewhere)`;

/**
 * @param {string} path
 * @returns {Promise<string | undefined>}
 */
async function whyNotStarted(path) {
  try {
    const { chromium } = await import("@playwright/test");
    const browser = await chromium.launch({ ...launchOptions(path), timeout: 20_000 });
    await browser.close();
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  }
}

/**
 * Chromium's sandbox does not work for root, nor in most containers; the tests open no page but the designer's own.
 *
 * @param {string} path
 */
export function launchOptions(path) {
  const options = { args: launchArguments, chromiumSandbox: false };
  return path === playwrightsOwn ? options : { ...options, executablePath: path };
}

function systemBrowsers() {
  const names = [
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
  ];
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const windows = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => process.env[name] ?? []);
  return [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ...windows.flatMap((folder) => [
      join(folder, "Google/Chrome/Application/chrome.exe"),
      join(folder, "Microsoft/Edge/Application/msedge.exe"),
    ]),
  ].filter((path) => existsSync(path));
}

/** A browser that someone installed with `npm install --no-save @sparticuz/chromium`, where no other way is open. */
async function packagedBrowsers() {
  const name = "@sparticuz/chromium";
  try {
    const packaged = /** @type {{ default: { executablePath(): Promise<string> } }} */ (await import(name));
    return [await packaged.default.executablePath()];
  } catch {
    return [];
  }
}
