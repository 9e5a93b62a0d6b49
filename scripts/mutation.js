// Mutation testing, as stryker.config.json says, with what Stryker's command line takes. `npm run mutation -- --share 0.1 --seed 7`
// tries a tenth of the mutants, chosen by chance; the same seed chooses the same ones. With `--nearest 12` each is tried by the twelve
// test files that reach it over the fewest imports, which is much faster and never finds more.
import { Stryker, StrykerCli } from "@stryker-mutator/core";

const args = process.argv.slice(2);
const share = valueOf("--share");
const seed = valueOf("--seed") ?? "1";
const nearest = valueOf("--nearest");

if (nearest !== undefined) process.env["MUTATION_NEAREST"] = nearest;

new StrykerCli([...process.argv.slice(0, 2), "run", ...args], undefined, (options) => {
  if (share === undefined) return new Stryker(options).runMutationTest();
  Object.assign(process.env, { MUTATION_SHARE: share, MUTATION_SEED: seed });
  // What a sample finds is no base for the next run.
  return new Stryker({ ...options, checkers: ["sample"], incremental: false }).runMutationTest();
}).run();

/** The value of an option that Stryker does not know; both are taken out. @param {string} name */
function valueOf(name) {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
}
