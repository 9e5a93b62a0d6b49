// Runs bench/*.bench.ts, prints a table and writes bench/results.json. Words among the arguments choose benchmarks by parts of names,
// numbers choose how many routers the page is measured with.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { getBrowser, howToGetABrowser, launchOptions } from "./browser.js";
import { root } from "./run.js";
import { setUp } from "./setup.js";

await setUp();

/**
 * @typedef {{ name: string, prepare?(): unknown, run(prepared: unknown): unknown, tells?: boolean, budgetMs?: number }} Benchmark
 * @typedef {{ root: string, folder: string, browser: object, sizes: readonly number[] }} ReportOptions
 * @typedef {{ benchmarks?: readonly Benchmark[], report?: (options: ReportOptions) => Promise<unknown> }} BenchmarkFile
 */

const isNumber = (/** @type {string} */ argument) => /^\d+$/.test(argument);
const wanted = process.argv.slice(2).filter((argument) => !isNumber(argument));
const sizes = process.argv.slice(2).filter(isNumber).map(Number);
const files = readdirSync(resolve(root, "bench"))
  .filter((name) => name.endsWith(".bench.ts"))
  .sort();
if (files.length === 0) {
  console.log("There are no benchmarks in bench/.");
  process.exit(0);
}

// They are bundled first, as the designer is: what runs is plain JavaScript, and no loader is in the measured path.
const built = resolve(root, `node_modules/.cache/bench/${process.pid}`);
process.once("exit", () => rmSync(built, { recursive: true, force: true }));
mkdirSync(built, { recursive: true });
const { build } = await import("vite");
await build({
  root,
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  // These are tools, and find their own parts by where they stand.
  ssr: { noExternal: true, external: ["@playwright/test", "vite"], target: "node" },
  build: {
    ssr: true,
    outDir: built,
    minify: false,
    target: "node20",
    rolldownOptions: {
      input: Object.fromEntries(files.map((name) => [name.replace(".bench.ts", ""), resolve(root, "bench", name)])),
      output: { format: "es", entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" },
    },
  },
});

/** @type {(Awaited<ReturnType<typeof measure>> & { file: string })[]} */
const results = [];
/** @type {Record<string, unknown>} */
const reports = {};
for (const file of files) {
  const address = pathToFileURL(resolve(built, file.replace(".bench.ts", ".mjs"))).href;
  const { benchmarks = [], report } = /** @type {BenchmarkFile} */ (await import(address));
  for (const benchmark of benchmarks) {
    if (wanted.length > 0 && !wanted.some((part) => benchmark.name.includes(part) || file.includes(part))) continue;
    results.push({ file: `bench/${file}`, ...(await measure(benchmark)) });
  }
  // Some measure in a way of their own, in a browser.
  if (!report || (wanted.length > 0 && !wanted.some((part) => file.includes(part)))) continue;
  const browser = await getBrowser();
  if (browser === undefined) {
    console.error(`\n${howToGetABrowser}`);
    process.exit(1);
  }
  reports[file.replace(".bench.ts", "")] = await report({
    root,
    folder: built,
    browser: launchOptions(browser),
    sizes,
  });
}

if (results.length > 0) printTable();

const machine = { node: process.versions.node, cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length };
writeFileSync(
  resolve(root, "bench/results.json"),
  `${JSON.stringify({ version: 1, machine, results, ...reports }, null, 2)}\n`,
);
console.log("\nWritten to bench/results.json.");

function printTable() {
  const widest = Math.max(9, ...results.map(({ name }) => name.length));
  const titles = ["first", "median", "p95", "budget"].map((title) => title.padStart(10)).join("");
  console.log(`${"benchmark".padEnd(widest)}  ${titles}  runs`);
  for (const { name, firstMs, medianMs, p95Ms, budgetMs, runs, answer } of results) {
    if (answer !== undefined) {
      console.log(`${name.padEnd(widest)}  ${answer}`);
      continue;
    }
    const numbers = [firstMs, medianMs, p95Ms, budgetMs].map((ms) => (ms === undefined ? "" : time(ms)).padStart(10));
    const over = budgetMs !== undefined && medianMs > budgetMs ? "  over budget" : "";
    console.log(`${name.padEnd(widest)}  ${numbers.join("")}  ${runs}${over}`);
  }
}

/**
 * The first run is what a person waits for after opening a page; the others, at least five and for about a second, tell
 * what it costs from then on.
 *
 * @param {Benchmark} benchmark
 */
async function measure(benchmark) {
  const { name, budgetMs, tells } = benchmark;
  const prepared = await benchmark.prepare?.();
  /** @type {unknown} */
  let answer;
  const once = async () => {
    const start = performance.now();
    answer = benchmark.run(prepared);
    // Only what answers a promise is waited for: waiting costs a turn of the event loop.
    if (answer instanceof Promise) answer = await answer;
    return performance.now() - start;
  };

  const firstMs = await once();
  const limit = budgetMs ? { budgetMs } : {};
  if (tells === true) {
    return { name, firstMs, medianMs: firstMs, p95Ms: firstMs, runs: 1, answer: String(answer), ...limit };
  }
  /** @type {number[]} */
  const times = [];
  const end = performance.now() + 1000;
  while (times.length < 5 || (performance.now() < end && times.length < 1000)) times.push(await once());
  times.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    name,
    firstMs,
    medianMs: at(0.5),
    p95Ms: at(0.95),
    runs: times.length,
    answer: undefined,
    ...(budgetMs ? { budgetMs } : {}),
  };
}

/** @param {number} ms */
function time(ms) {
  return ms >= 1 ? `${ms.toFixed(1)} ms` : `${(ms * 1000).toFixed(1)} µs`;
}
