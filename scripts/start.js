// Serves the designer as it is shipped. `npm run dev` serves it as it is written, and follows every change.
import { readdirSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { root, runTool } from "./run.js";
import { setUp } from "./setup.js";

await setUp();

if (newest(["src", "public", "index.html", "vite.config.ts", "package-lock.json"]) >= newest(["dist/index.html"])) {
  const status = await runTool("vite/bin/vite.js", ["build", "--logLevel", "warn"]);
  if (status !== 0) {
    console.error("The designer could not be built; what is wrong stands above.");
    process.exit(1);
  }
}

const { preview } = await import("vite");
const host = process.env["HOST"];
const server = await preview({
  root,
  logLevel: "warn",
  preview: {
    port: Number(process.env["PORT"] || 5173),
    strictPort: false,
    // Whoever sets HOST means to be reached by names that only they know. What is served is public anyway.
    ...(host ? { host, allowedHosts: true } : {}),
  },
});
const addresses = [...(server.resolvedUrls?.local ?? []), ...(server.resolvedUrls?.network ?? [])];
console.log(`\nTunnelwright is at ${addresses.join(" and ")}\nCtrl-C ends it.`);

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.once(signal, () => process.exit(0));

/**
 * When the newest of these files, or of the files in these folders, was written; 0 where there is none.
 *
 * @param {readonly string[]} paths
 */
function newest(paths) {
  let time = 0;
  for (const path of paths.map((path) => resolve(root, path))) {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status?.isDirectory()) {
      for (const name of readdirSync(path, { recursive: true, encoding: "utf8" })) {
        time = Math.max(time, statSync(resolve(path, name), { throwIfNoEntry: false })?.mtimeMs ?? 0);
      }
    }
    time = Math.max(time, status?.mtimeMs ?? 0);
  }
  return time;
}
