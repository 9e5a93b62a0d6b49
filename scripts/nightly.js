// What is too long for every change: the browser tests twenty times in a row, on one build, so that one that fails now and then
// is found. `npm run nightly -- 5` runs them five times; files behind the number run alone: `npm run nightly -- 20 e2e/panels.spec.ts`.
import { run } from "./run.js";

const [first = "20", ...rest] = process.argv.slice(2);
const isCount = /^\d+$/.test(first);
const times = isCount ? first : "20";
const files = isCount ? rest : [first, ...rest];

console.log(`The browser tests, ${times} times each.`);
const status = await run(process.execPath, ["scripts/e2e.js", `--repeat-each=${times}`, "--max-failures=20", ...files]);
console.log(status === 0 ? "No test failed in any run." : "Some failed; what they showed last is in test-results.");
process.exit(status ?? 1);
