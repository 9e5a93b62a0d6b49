import { randomInt } from "node:crypto";
import { asCanvasId, asRouterId, generateDesign, readSiteTable, saveDesign, type Topology } from "../core/index.ts";
import type { Console, ExitStatus } from "./console.ts";

/** Letters and digits that a terminal passes on and nobody mistakes for each other. */
const keyLetters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
const keyLength = 32;

/** `tunnelwright new`: a design made from a table of sites, every peering agreed. */
export function runNew(
  console: Console,
  topology: Topology,
  sitesPath: string,
  out: string,
  newKey = randomKey,
): ExitStatus {
  if (sitesPath !== "-" && console.kind(sitesPath) !== "file") {
    console.error(`${sitesPath}:1:1: error: no such file`);
    return 2;
  }
  const bytes = sitesPath === "-" ? console.readStandardInput() : console.readFile(sitesPath);
  const { sites, problems } = readSiteTable(new TextDecoder().decode(bytes));
  for (const { line, column, message } of problems)
    console.error(`${sitesPath}:${String(line)}:${String(column)}: error: ${message}`);
  if (problems.length > 0) return 2;
  let count = 0;
  const ids = {
    router: () => asRouterId(`router-${String(++count)}`),
    canvas: () => asCanvasId(`canvas-${String(++count)}`),
  };
  const made = generateDesign({ topology, sites, ids, key: newKey });
  if (made.kind === "refused") {
    console.error(`${sitesPath}:1:1: error: ${made.reason}`);
    return 2;
  }
  console.writeFile(out, saveDesign(made.design));
  return 0;
}

function randomKey(): string {
  return Array.from({ length: keyLength }, () => keyLetters[randomInt(keyLetters.length)]).join("");
}
