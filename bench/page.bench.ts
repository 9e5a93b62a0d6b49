import { resolve } from "node:path";
import { chromium, type LaunchOptions, type Page } from "@playwright/test";
import { measureDesigner, type DesignerResult } from "./page/designer.ts";
import { measurePlain, type PlainResult } from "./page/plain.ts";
import { serveSites } from "./page/sites.ts";
import { pageTables } from "./page/tables.ts";
import { installWatcher } from "./page/watcher.ts";
import { wideDesignFile } from "./page/wideDesign.ts";

/** How many routers there are when nothing else is asked for. 100 is what the large ones are compared with. */
const SIZES = [2, 50, 100, 200, 1000, 2000, 5000];

/** Both pages at one size. */
export interface PageResult {
  readonly routers: number;
  readonly designer: DesignerResult;
  readonly plain: PlainResult;
}

export interface PageBenchOptions {
  readonly root: string;
  /** Where the built pages may be put. */
  readonly folder: string;
  readonly browser: LaunchOptions;
  /** Numbers of routers; none for all that the goals speak of. */
  readonly sizes: readonly number[];
}

/** Drives the designer and a page of React Flow alone in a real browser, size by size, and prints what they cost. */
export async function report({ root, folder, browser, sizes }: PageBenchOptions): Promise<readonly PageResult[]> {
  const sites = await serveSites(root, resolve(folder, "sites"));
  const results: PageResult[] = [];
  try {
    for (const routers of sizes.length > 0 ? sizes : SIZES) {
      const file = wideDesignFile(routers);
      const plain = await inBrowser(browser, (page, started) => measurePlain(started, page, sites.plain, routers));
      const designer = await inBrowser(browser, (page, started) =>
        measureDesigner(started, page, sites.designer, { file, routers }),
      );
      results.push({ routers, designer, plain });
      console.log(`${routers} routers measured.`);
    }
  } finally {
    await sites.close();
  }
  console.log(`\n${pageTables(results)}`);
  return results;
}

/** Each in a browser of its own: what one leaves behind is nothing to the next. */
async function inBrowser<T>(
  options: LaunchOptions,
  measure: (page: Page, browser: Awaited<ReturnType<typeof chromium.launch>>) => Promise<T>,
): Promise<T> {
  const browser = await chromium.launch(options);
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      colorScheme: "light",
      reducedMotion: "reduce",
      serviceWorkers: "block",
    });
    page.on("pageerror", (error) => console.error(`The page failed: ${error.message}`));
    await page.addInitScript(installWatcher);
    return await measure(page, browser);
  } finally {
    await browser.close();
  }
}
