import { routerNames, showCommand, type Design, type RouterId } from "../core/index.ts";
import type { Console, ExitStatus } from "./console.ts";
import { readInputs } from "./inputs.ts";

/** `tunnelwright show`: what a router would print, as it stands after traffic for every flow that can come up. */
export function runShow(console: Console, paths: readonly string[], router: string, command: string): ExitStatus {
  const inputs = readInputs(console, paths);
  if (!inputs) return 2;
  const found = findRouter(console, inputs.design, router);
  if (!found) return 2;
  const shown = showCommand(inputs.design, found, command);
  if (shown.kind === "error") {
    // The mark of what can't be read stands below the line that it is about.
    console.error(shown.column === undefined ? shown.text.trimEnd() : `${command}\n${shown.text.trimEnd()}`);
    return 2;
  }
  console.out(shown.text);
  return 0;
}

function findRouter(console: Console, design: Design, name: string): RouterId | undefined {
  const names = [...routerNames(design.routers)];
  const found =
    names.find(([, one]) => one === name) ?? names.find(([, one]) => one.toLowerCase() === name.toLowerCase());
  if (!found) console.error(`show: no router is called ${name}; there are ${names.map(([, one]) => one).join(", ")}`);
  return found?.[0];
}
