import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { determineHitLimitReached, DryRunStatus, MutantRunStatus, TestStatus } from "@stryker-mutator/api/test-runner";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

/**
 * @typedef {import("@stryker-mutator/api/test-runner").TestRunner} TestRunner
 * @typedef {import("./vitestInProcess.js").Test & { id: string }} KnownTest
 */

const standIn = fileURLToPath(new URL("vitestInProcess.js", import.meta.url));

/** @type {any} */
const globals = globalThis;
/** What the instrumented code reads and counts. @type {Record<string, any>} */
const switchboard = (globals[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

/**
 * Runs tests in one process that imports the code once, so that a mutant costs only the tests that reach it; vitest would import the
 * core anew for each, some two seconds. What a mutant leaves behind (results that are remembered by identity) shows in a test that
 * fails without any mutant too: then everything is imported afresh and the mutant tried again.
 *
 * @implements {TestRunner}
 */
export class InProcessRunner {
  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    await this.#start();
  }

  async dispose() {
    await this.server?.close();
  }

  /** @type {TestRunner["dryRun"]} */
  async dryRun({ testFiles = [] }) {
    const tests = [];
    for (const file of testFiles) {
      for (const test of await this.#testsOf(file)) {
        const start = performance.now();
        switchboard["currentTestId"] = test.id;
        const failure = await failureOf(test, undefined);
        switchboard["currentTestId"] = undefined;
        const result = { id: test.id, name: test.name, timeSpentMs: performance.now() - start };
        tests.push(
          failure === undefined
            ? { ...result, status: /** @type {const} */ (TestStatus.Success) }
            : { ...result, status: /** @type {const} */ (TestStatus.Failed), failureMessage: failure },
        );
      }
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: switchboard["mutantCoverage"] };
  }

  /** @type {TestRunner["mutantRun"]} */
  async mutantRun({ activeMutant, testFilter = [], hitLimit, sandboxFileName }) {
    switchboard["hitCount"] = 0;
    switchboard["hitLimit"] = hitLimit;
    const own = `${relative(process.cwd(), sandboxFileName).replace(/\.ts$/, ".test.ts")}#`;
    const ownFirst = [...testFilter].sort((one, other) => Number(other.startsWith(own)) - Number(one.startsWith(own)));
    for (const id of ownFirst) {
      let failure = await failureOf(await this.#testNamed(id), activeMutant.id);
      const endless = determineHitLimitReached(switchboard["hitCount"], hitLimit);
      if (failure === undefined) continue;
      if ((await failureOf(await this.#testNamed(id), undefined)) !== undefined) {
        await this.#restart();
        if (!endless) failure = await failureOf(await this.#testNamed(id), activeMutant.id);
        await this.#restart();
        if (failure === undefined) continue;
      }
      if (endless) return { ...endless, status: MutantRunStatus.Timeout };
      return { status: MutantRunStatus.Killed, killedBy: [id], failureMessage: failure, nrOfTests: testFilter.length };
    }
    return { status: MutantRunStatus.Survived, nrOfTests: testFilter.length };
  }

  async #start() {
    this.server = await createServer({
      configFile: false,
      appType: "custom",
      logLevel: "error",
      server: { middlewareMode: true, hmr: false, ws: false, watch: null },
      optimizeDeps: { noDiscovery: true },
      resolve: { alias: { vitest: standIn } },
    });
    const { collected } = await this.server.ssrLoadModule(standIn);
    /** @type {typeof import("./vitestInProcess.js").collected} */
    this.collected = collected;
    /** @type {Map<string, readonly KnownTest[]>} */
    this.files = new Map();
  }

  async #restart() {
    await this.dispose();
    await this.#start();
  }

  /** @param {string} file @returns {Promise<readonly KnownTest[]>} */
  async #testsOf(file) {
    const known = this.files?.get(file);
    if (known) return known;
    if (!this.collected) throw new Error("The runner has not started.");
    this.collected.tests = [];
    this.collected.folder = dirname(file);
    await this.server?.ssrLoadModule(file);
    const name = relative(process.cwd(), file);
    const tests = this.collected.tests.map((test, index) => ({ ...test, id: `${name}#${index}` }));
    this.files?.set(file, tests);
    return tests;
  }

  /** @param {string} id */
  async #testNamed(id) {
    const [file = "", index = ""] = id.split("#");
    const test = (await this.#testsOf(resolve(file)))[Number(index)];
    if (!test) throw new Error(`There is no test ${id}.`);
    return test;
  }
}

/**
 * Why a test fails while a mutant is active; undefined where it passes.
 *
 * @param {KnownTest} test
 * @param {string | undefined} mutant
 * @returns {Promise<string | undefined>}
 */
async function failureOf(test, mutant) {
  switchboard["activeMutant"] = mutant;
  try {
    await test.run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    switchboard["activeMutant"] = undefined;
  }
}
