import { changeReport, changeScripts, changeText } from "../core/index.ts";
import type { Console, ExitStatus } from "./console.ts";
import { readInputs } from "./inputs.ts";

/** `tunnelwright diff`: the commands that make the old routers the new ones, and the way back. */
export function runDiff(console: Console, before: string, after: string, format: "text" | "json"): ExitStatus {
  const [old, wanted] = [readInputs(console, [before]), readInputs(console, [after])];
  if (!old || !wanted) return 2;
  const changes = changeScripts(old.design, wanted.design);
  console.out(format === "json" ? `${JSON.stringify(changeReport(changes), null, 2)}\n` : changeText(changes));
  return 0;
}
