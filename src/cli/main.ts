import { terminal } from "./console.ts";
import { run } from "./program.ts";

process.exitCode = await run(terminal, process.argv.slice(2));
