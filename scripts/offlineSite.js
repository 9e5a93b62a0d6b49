import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { root } from "./run.js";

const WORKER = "serviceWorker.js";

/**
 * Writes the service worker beside the built page, with the list of all its files: after one visit the site works without network.
 *
 * @returns {import("vite").Plugin}
 */
export function offlineSite() {
  return {
    name: "offline-site",
    apply: (config, { command }) => command === "build" && !config.build?.ssr,
    enforce: "post",
    writeBundle({ dir }) {
      const folder = dir ?? resolve(root, "dist");
      writeFileSync(resolve(folder, WORKER), serviceWorker(filesOf(folder)));
    },
  };
}

/**
 * The worker's text for a site of these files.
 *
 * @param {ReadonlyMap<string, Buffer>} files
 */
export function serviceWorker(files) {
  const digests = Object.fromEntries([...files].map(([name, content]) => [name, digest(content)]));
  const listed = JSON.stringify(digests, null, 2);
  const text = readFileSync(resolve(root, "scripts", WORKER), "utf8");
  return text
    .replace("const FILES = {};", `const FILES = ${listed};`)
    .replace('const VERSION = "";', `const VERSION = ${JSON.stringify(digest(Buffer.from(listed)).slice(0, 16))};`);
}

/** @param {string} folder */
function filesOf(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      resolve(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((name) => name !== WORKER)
    .sort();
  return new Map(names.map((name) => [name, readFileSync(resolve(folder, name))]));
}

/** @param {Buffer} content */
function digest(content) {
  return createHash("sha256").update(content).digest("hex");
}
