import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { root, run } from "./run.js";

const oldestNode = [20, 19];

/** Makes node_modules what package-lock.json says, if it is not so already. Ends the process where that fails. */
export async function setUp() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    console.error(`Tunnelwright needs Node ${oldestNode.join(".")} or newer; this is Node ${process.versions.node}.`);
    process.exit(1);
  }

  const reason = whyInstall();
  if (reason === undefined) return;
  console.log(`${reason} Installing the locked ones with npm ci …`);
  // A shell or a container that says "production" would otherwise leave out the tools that build the page.
  const status = await npm(["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"]);
  if (status === 0) return;
  console.error(
    "\nThe packages could not be installed; what npm says is above.\n" +
      "If it could not reach the package registry, check the connection, or npm's proxy and registry settings,\n" +
      "and then run: npm ci",
  );
  process.exit(1);
}

/**
 * Compares the lock file with npm's own note of what it has installed. A note is written when an installation is complete, so one that
 * was interrupted counts as none.
 */
function whyInstall() {
  const wanted = packages("package-lock.json");
  const installed = packages("node_modules/.package-lock.json");
  if (installed === undefined) return "The packages are not installed yet.";
  for (const [place, { version, optional }] of Object.entries(wanted ?? {})) {
    if (place === "") continue;
    const found = installed[place];
    // Optional packages are bindings for other systems, most of which are rightly absent.
    if (found === undefined && optional) continue;
    if (found?.version !== version) return "The packages are not those of package-lock.json.";
  }
  return undefined;
}

/**
 * @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} LockFile
 * @param {string} file
 */
function packages(file) {
  try {
    return /** @type {LockFile} */ (JSON.parse(readFileSync(resolve(root, file), "utf8"))).packages;
  } catch {
    return undefined;
  }
}

/** @param {readonly string[]} args */
function npm(args) {
  const script = process.env["npm_execpath"];
  // Under `npm start` npm names its own script, and that spares a look for npm.cmd on Windows.
  if (script?.endsWith("npm-cli.js")) return run(process.execPath, [script, ...args]);
  return process.platform === "win32" ? run("cmd", ["/c", "npm", ...args]) : run("npm", args);
}
