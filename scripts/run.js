import { spawn } from "node:child_process";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/**
 * Runs a command in the root of the repository with its output passed on, and answers its exit status; null where it
 * could not be started or was stopped.
 *
 * With `stalledAfterSeconds` it is stopped, with everything it started, once it has got no further for that long: `advances` reads a
 * piece of its output and tells whether it shows progress.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, stalledAfterSeconds?: number, advances?: (output: string) => boolean, quiet?: boolean }} [options]
 * @returns {Promise<number | null>}
 */
export function run(command, args, { env = {}, stalledAfterSeconds, advances = () => false, quiet = false } = {}) {
  return new Promise((done) => {
    const watched = stalledAfterSeconds !== undefined;
    const ownGroup = watched && process.platform !== "win32";
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: watched
        ? ["ignore", "pipe", "pipe"]
        : ["ignore", quiet ? "ignore" : "inherit", quiet ? "ignore" : "inherit"],
      detached: ownGroup,
    });

    const stop = () => {
      if (child.pid === undefined) return;
      try {
        // Terminated, not killed: an installer then leaves no half-written database behind.
        if (ownGroup) process.kill(-child.pid, "SIGTERM");
        else child.kill();
      } catch {
        // It ended by itself in the meantime.
      }
    };
    // A group of its own does not hear the terminal's Ctrl-C, so that is passed on.
    const interrupted = () => {
      stop();
      process.exit(130);
    };
    if (ownGroup) process.once("SIGINT", interrupted);

    let timer = watched ? setTimeout(stop, stalledAfterSeconds * 1000) : undefined;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (/** @type {Buffer} */ chunk) => {
        if (!quiet) process.stdout.write(chunk);
        if (timer === undefined || !advances(chunk.toString())) return;
        clearTimeout(timer);
        timer = setTimeout(stop, (stalledAfterSeconds ?? 0) * 1000);
      });
    }

    let finished = false;
    const finish = (/** @type {number | null} */ status) => {
      if (finished) return;
      finished = true;
      clearTimeout(timer);
      process.removeListener("SIGINT", interrupted);
      done(status);
    };
    child.once("error", () => finish(null));
    child.once("exit", (status) => finish(status));
  });
}

/**
 * Runs a tool of node_modules by its script, without npx: the same on every system, and no start-up of npm.
 *
 * @param {string} script
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runTool(script, args = [], options = {}) {
  return run(process.execPath, [resolve(root, "node_modules", script), ...args], options);
}
