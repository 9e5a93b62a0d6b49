import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { determineHitLimitReached, DryRunStatus, MutantRunStatus, TestStatus } from "@stryker-mutator/api/test-runner";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer, createServerModuleRunner } from "vite";

/**
 * @typedef {import("@stryker-mutator/api/test-runner").TestRunner} TestRunner
 * @typedef {import("./vitestInProcess.js").Test & { id: string }} KnownTest
 */

/** How many test files try a mutant, those that reach it over the fewest imports: its own test first, and last those of everything. */
const nearest = Number(process.env["MUTATION_NEAREST"] ?? Infinity);
/** A mutant that runs while modules load has them all imported afresh, which takes its time. */
const nearestWhileLoading = Math.min(nearest, 12);

/** How many test files try a mutant that survived once more, on a fresh import. */
const nearestOnceMore = 2;

const standIn = fileURLToPath(new URL("vitestInProcess.js", import.meta.url));

/** @type {any} */
const globals = globalThis;
/** What the instrumented code reads and counts. @type {Record<string, any>} */
const switchboard = (globals[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

/**
 * Runs tests in one process that imports the code once, so that a mutant costs only the tests that reach it; vitest would import the
 * core anew for each, some two seconds. What a mutant leaves behind (results that are remembered by identity) shows in a test that
 * fails without any mutant too: then everything is imported afresh and the mutant tried again. A mutant that runs while its module
 * loads is tried on a fresh import, by the test files that import its module on the shortest way.
 *
 * @implements {TestRunner}
 */
export class InProcessRunner {
  /** The test files that were imported once. @type {Set<string>} */
  known = new Set();
  /** A mutant was active while modules loaded, so that they can't be used for the next one. */
  stale = false;

  capabilities() {
    return { reloadEnvironment: true };
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
  async mutantRun({ activeMutant, testFilter = [], hitLimit, sandboxFileName, reloadEnvironment }) {
    switchboard["hitCount"] = 0;
    switchboard["hitLimit"] = hitLimit;
    // For a mutant that runs while modules load, Stryker names test files instead of tests.
    if (!testFilter[0]?.includes("#"))
      return this.#loadedMutantRun(activeMutant.id, testFilter, hitLimit, sandboxFileName);
    if (reloadEnvironment || this.stale) await this.#reload();
    const testFiles = [...new Set(testFilter.map((id) => resolve(fileOf(id))))];
    const order = await this.#nearestTo(sandboxFileName, testFiles, nearest);
    const nearestFirst = testFilter
      .flatMap((id) => ({ id, rank: order.indexOf(resolve(fileOf(id))) }))
      .filter(({ rank }) => rank >= 0)
      .sort((one, other) => one.rank - other.rank);
    for (const { id } of nearestFirst) {
      let failure = await failureOf(await this.#testNamed(id), activeMutant.id);
      const endless = determineHitLimitReached(switchboard["hitCount"], hitLimit);
      if (failure === undefined) continue;
      if ((await failureOf(await this.#testNamed(id), undefined)) !== undefined) {
        await this.#reload();
        if (!endless) failure = await failureOf(await this.#testNamed(id), activeMutant.id);
        await this.#reload();
        if (failure === undefined) continue;
      }
      if (endless) return { ...endless, status: MutantRunStatus.Timeout };
      return { status: MutantRunStatus.Killed, killedBy: [id], failureMessage: failure, nrOfTests: testFilter.length };
    }
    // What modules remember from earlier tests may have hidden it.
    return this.#loadedMutantRun(activeMutant.id, order.slice(0, nearestOnceMore), hitLimit, sandboxFileName);
  }

  /**
   * Tries a mutant on a fresh import.
   *
   * @param {string} mutant
   * @param {readonly string[]} testFiles
   * @param {number | undefined} hitLimit
   * @param {string} mutated
   * @returns {Promise<import("@stryker-mutator/api/test-runner").MutantRunResult>}
   */
  async #loadedMutantRun(mutant, testFiles, hitLimit, mutated) {
    let nrOfTests = 0;
    const order = await this.#nearestTo(mutated, testFiles, nearestWhileLoading);
    await this.#reload();
    this.stale = true;
    for (const file of order) {
      let tests;
      switchboard["activeMutant"] = mutant;
      try {
        tests = await this.#testsOf(file);
      } catch (error) {
        return { status: MutantRunStatus.Killed, killedBy: [file], failureMessage: String(error), nrOfTests };
      }
      for (const test of tests) {
        nrOfTests += 1;
        const failure = await failureOf(test, mutant);
        if (failure === undefined) continue;
        const endless = determineHitLimitReached(switchboard["hitCount"], hitLimit);
        if (endless) return { ...endless, status: MutantRunStatus.Timeout };
        return { status: MutantRunStatus.Killed, killedBy: [test.id], failureMessage: failure, nrOfTests };
      }
    }
    return { status: MutantRunStatus.Survived, nrOfTests };
  }

  /**
   * The test files that reach a file over the fewest imports, the nearest first.
   *
   * @param {string} mutated
   * @param {readonly string[]} testFiles
   * @param {number} count
   */
  async #nearestTo(mutated, testFiles, count) {
    // Who imports whom is known of what was imported.
    for (const file of testFiles) if (!this.known.has(file)) await this.#testsOf(file);
    const wanted = new Set(testFiles);
    /** @type {string[]} */
    const found = [];
    const seen = new Set(this.server?.environments.ssr.moduleGraph.getModulesByFile(mutated));
    for (const module of seen) {
      if (module.file && wanted.has(module.file)) found.push(module.file);
      for (const importer of module.importers) seen.add(importer);
    }
    return found.slice(0, count);
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
    this.modules = createServerModuleRunner(this.server.environments.ssr, { hmr: false, sourcemapInterceptor: false });
    await this.#reload();
  }

  /** Has everything imported afresh; what was read from the disk and transformed is kept. */
  async #reload() {
    if (!this.modules) throw new Error("The runner has not started.");
    this.stale = false;
    switchboard["activeMutant"] = undefined;
    this.modules.clearCache();
    /** @type {typeof import("./vitestInProcess.js")} */
    const { collected } = await this.modules.import(standIn);
    this.collected = collected;
    /** @type {Map<string, readonly KnownTest[]>} */
    this.files = new Map();
  }

  /** @param {string} file @returns {Promise<readonly KnownTest[]>} */
  async #testsOf(file) {
    const known = this.files?.get(file);
    if (known) return known;
    if (!this.collected || !this.modules) throw new Error("The runner has not started.");
    this.collected.tests = [];
    this.collected.folder = dirname(file);
    await this.modules.import(file);
    this.known.add(file);
    const name = relative(process.cwd(), file);
    const tests = this.collected.tests.map((test, index) => ({ ...test, id: `${name}#${index}` }));
    this.files?.set(file, tests);
    return tests;
  }

  /** @param {string} id */
  async #testNamed(id) {
    const test = (await this.#testsOf(resolve(fileOf(id))))[Number(id.split("#")[1])];
    if (!test) throw new Error(`There is no test ${id}.`);
    return test;
  }
}

/** The file of a test, as its id begins with. @param {string} id */
function fileOf(id) {
  return id.split("#")[0] ?? "";
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
