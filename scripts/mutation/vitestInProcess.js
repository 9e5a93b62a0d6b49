// Stands in for vitest where Stryker runs tests: it collects them as vitest does, and runs them in the process that imported them.
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from "@vitest/expect";
import * as chai from "chai";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/**
 * @typedef {{ name: string, folder: string, run: () => unknown }} Test
 * @typedef {(...values: unknown[]) => unknown} Body
 */

/** What the file that is being imported has declared so far. */
export const collected = {
  /** @type {Test[]} */
  tests: [],
  folder: "",
  /** @type {string[]} */
  suites: [],
};

let folderOfRunning = "";

/** @param {string} name @param {() => unknown} body */
function declare(name, body) {
  const { folder, suites } = collected;
  const run = () => {
    folderOfRunning = folder;
    return body();
  };
  collected.tests.push({ name: [...suites, name].join(" > "), folder, run });
}

/** A timeout may stand before or behind the body; nothing is measured here. @param {unknown[]} rest @returns {Body} */
const bodyOf = (rest) => /** @type {Body} */ (rest.find((one) => typeof one === "function"));

/**
 * @param {(name: string, body: () => unknown) => void} add
 * @returns {any}
 */
function declaration(add) {
  /** @param {string} name @param {unknown[]} rest */
  const plain = (name, ...rest) => add(name, bodyOf(rest));
  const skipped = () => undefined;
  return Object.assign(plain, {
    /** @param {readonly unknown[]} rows */
    each:
      (rows) =>
      /** @param {string} name @param {unknown[]} rest */
      (name, ...rest) =>
        rows.forEach((row, index) =>
          // Rows are told apart by their number: what they say may be long, and repeat itself.
          add(`${name} #${index}`, () => (Array.isArray(row) ? bodyOf(rest)(...row) : bodyOf(rest)(row))),
        ),
    /** @param {unknown} condition */
    skipIf: (condition) => (condition ? skipped : plain),
    /** @param {unknown} condition */
    runIf: (condition) => (condition ? plain : skipped),
    skip: skipped,
  });
}

export const test = declaration(declare);
export const it = test;
export const describe = declaration((name, body) => {
  collected.suites.push(name);
  body();
  collected.suites.pop();
});

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
chai.use(({ Assertion }) => {
  Assertion.addMethod(
    "toMatchFileSnapshot",
    /** @this {{ _obj: unknown }} @param {string} file */ function (file) {
      if (readFileSync(resolve(folderOfRunning, file), "utf8") !== this._obj)
        throw new Error(`${file} says otherwise.`);
    },
  );
});

export const expect = Object.assign(
  /** @param {unknown} value @param {string} [message] */
  (value, message) => chai.expect(value, message),
  chai.expect,
  /** @type {any} */ (globalThis)[ASYMMETRIC_MATCHERS_OBJECT],
);
/** @type {any} */ (globalThis)[GLOBAL_EXPECT] = expect;
setState({ assertionCalls: 0, isExpectingAssertions: false }, /** @type {any} */ (expect));
