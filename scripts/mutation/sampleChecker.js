import { CheckStatus } from "@stryker-mutator/api/check";
import { createHash } from "node:crypto";
import { relative } from "node:path";

/**
 * @typedef {import("@stryker-mutator/api/check").Checker} Checker
 * @typedef {import("@stryker-mutator/api/core").Mutant} Mutant
 */

/**
 * Lets through a share of all mutants, by chance; what chance says of a mutant depends on the seed and on the mutant alone. Stryker
 * counts the others among the errors, which no score knows of.
 *
 * @implements {Checker}
 */
export class SampleChecker {
  init() {
    return Promise.resolve();
  }

  /** @type {NonNullable<Checker["group"]>} */
  group(mutants) {
    return Promise.resolve([mutants.map(({ id }) => id)]);
  }

  /** @type {Checker["check"]} */
  check(mutants) {
    const share = Number(process.env["MUTATION_SHARE"]);
    const seed = process.env["MUTATION_SEED"] ?? "1";
    return Promise.resolve(
      Object.fromEntries(
        mutants.map((mutant) => [
          mutant.id,
          chanceOf(mutant, seed) < share
            ? { status: CheckStatus.Passed }
            : { status: CheckStatus.CompileError, reason: "not in the sample" },
        ]),
      ),
    );
  }
}

/** A number from 0 to 1. @param {Mutant} mutant @param {string} seed */
function chanceOf({ fileName, location, mutatorName, replacement }, seed) {
  const file = relative(process.cwd(), fileName).replace(/^.*?(?=src\b)/, "");
  const text = JSON.stringify([seed, file, location.start, location.end, mutatorName, replacement]);
  return createHash("sha256").update(text).digest().readUInt32BE() / 2 ** 32;
}
