// Everything that has to hold before a change is good, in one command.
import { run, runTool } from "./run.js";
import { setUp } from "./setup.js";

await setUp();

const node = process.execPath;
/** @type {readonly { name: string, run(): Promise<number | null>, needs?: string }[]} */
const stages = [
  {
    name: "types",
    run: async () =>
      (await runTool("typescript/bin/tsc", ["-p", "tsconfig.json"])) ||
      (await runTool("typescript/bin/tsc", ["-p", "tsconfig.core.json"])),
  },
  {
    name: "lint",
    run: async () =>
      (await runTool("eslint/bin/eslint.js", ["."])) ||
      (await runTool("prettier/bin/prettier.cjs", ["--check", "--log-level", "warn", "."])),
  },
  { name: "unit tests", run: () => runTool("vitest/vitest.mjs", ["run"]) },
  {
    name: "build",
    run: async () =>
      (await runTool("vite/bin/vite.js", ["build", "--logLevel", "warn"])) ||
      (await runTool("vite/bin/vite.js", ["build", "--config", "vite.cli.config.ts", "--logLevel", "warn"])),
  },
  { name: "browser tests", needs: "build", run: () => run(node, ["scripts/e2e.js", "--built"]) },
];

/** @type {Map<string, { outcome: "passed" | "failed" | "not run", seconds: number }>} */
const results = new Map();
for (const stage of stages) {
  if (stage.needs !== undefined && results.get(stage.needs)?.outcome !== "passed") {
    results.set(stage.name, { outcome: "not run", seconds: 0 });
    continue;
  }
  console.log(`\n=== ${stage.name}`);
  const start = performance.now();
  const status = await stage.run();
  results.set(stage.name, { outcome: status === 0 ? "passed" : "failed", seconds: (performance.now() - start) / 1000 });
}

console.log("\n=== summary");
for (const [name, { outcome, seconds }] of results) {
  console.log(`${outcome.padEnd(8)} ${name.padEnd(14)} ${outcome === "not run" ? "" : `${seconds.toFixed(1)} s`}`);
}
const good = [...results.values()].every(({ outcome }) => outcome === "passed");
console.log(good ? "Everything passed." : "Something failed; its output stands above, under its stage.");
process.exit(good ? 0 : 1);
