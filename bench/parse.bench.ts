import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "../src/core/parse/parse.ts";
import { print } from "../src/core/print/print.ts";
import type { Router } from "../src/core/model/router.ts";
import { benchmark } from "./benchmark.ts";
import { hubConfiguration } from "./hub.ts";
import { takeTurns } from "./takeTurns.ts";

function read(text: string, previous?: Router): Router {
  const result = parse(text, previous === undefined ? {} : { previous });
  const router = result.kind === "configurations" ? result.routers[0] : undefined;
  if (router === undefined) throw new Error(`The hub was read as ${result.kind}.`);
  return router;
}

/** The bare minimum of reading: every line cut into trimmed words. */
function splitIntoWords(text: string): number {
  let words = 0;
  for (const line of text.split("\n")) {
    const trimmed = line.trim();
    if (trimmed !== "") words += trimmed.split(/\s+/).length;
  }
  return words;
}

const sizes = [10, 100, 1000, 10000];

function titled(peers: number): string {
  const lines = hubConfiguration(peers).split("\n").length - 1;
  return `a hub of ${peers.toLocaleString("en")} peers, ${lines.toLocaleString("en")} lines`;
}

// Run by itself, the file does the work once and tells what it took at most: nothing else is to take memory then.
const isAlone = process.argv[1] === fileURLToPath(import.meta.url);

export const benchmarks = isAlone ? [] : all();

function all() {
  return [
    ...sites().flatMap(({ peers, title }) => [
      benchmark({
        name: `split into words ${title}`,
        prepare: () => hubConfiguration(peers),
        run: splitIntoWords,
      }),
      benchmark({
        name: `parse ${title}`,
        prepare: () => hubConfiguration(peers),
        run: (text) => read(text).elements.accessList.size,
      }),
      benchmark({
        // What a line became is an object when it is asked for.
        name: `parse, and ask for the lines of, ${title}`,
        prepare: () => hubConfiguration(peers),
        run: (text) => read(text).source?.lines.length,
      }),
      benchmark({
        name: `print ${title}`,
        // Printing is remembered by the elements' identity, so each run has elements of its own.
        prepare: () => {
          const text = hubConfiguration(peers);
          return Array.from({ length: peers >= 10000 ? 6 : 40 }, () => read(text));
        },
        run: (routers) => print(routers.pop() ?? read(hubConfiguration(peers))).lines.length,
      }),
    ]),
    ...sizes.map((peers) =>
      benchmark({
        name: `reparse after one line of ${titled(peers)}, was edited`,
        prepare: () => {
          const text = hubConfiguration(peers);
          const texts = [text.replace(" description site 7\n", " description site seven\n"), text];
          return { texts, router: read(text) };
        },
        // What was edited is edited back, and so on: each text is read on the ground of the one before.
        run: (state) => {
          state.router = read(state.texts[0] ?? "", state.router);
          state.texts.reverse();
          return state.router.source?.lines.length;
        },
      }),
    ),
    ...[1000, 10000].flatMap((peers) => [
      benchmark({
        name: `parse ${titled(peers)}, beside its split`,
        tells: true,
        prepare: () => hubConfiguration(peers),
        run(text) {
          const { first, second } = takeTurns(
            40,
            () => splitIntoWords(text),
            () => read(text),
          );
          return `${(second / first).toFixed(2)} × (split ${first.toFixed(1)} ms, parse ${second.toFixed(1)} ms)`;
        },
      }),
      benchmark({
        name: `print ${titled(peers)}, beside its parse`,
        tells: true,
        prepare: () => hubConfiguration(peers),
        run(text) {
          const { first, second } = takeTurns(40, () => read(text), print);
          return `${(second / first).toFixed(2)} × (parse ${first.toFixed(1)} ms, print ${second.toFixed(1)} ms)`;
        },
      }),
    ]),
    benchmark({
      name: "peak memory of a process that reads and prints 10,000 peers",
      tells: true,
      run: () => execFileSync(process.execPath, [fileURLToPath(import.meta.url)], { encoding: "utf8" }).trim(),
    }),
  ];
}

function sites() {
  return sizes.map((peers) => ({ peers, title: titled(peers) }));
}

if (isAlone) {
  const router = read(hubConfiguration(10000));
  const { lines } = print(router);
  console.log(`${lines.length} lines, ${Math.round(peakKilobytes() / 1024)} MB`);
}

/** On Linux the usage of resources begins with what the parent had at most; the process itself stands in its status. */
function peakKilobytes(): number {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const own = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return own === undefined ? process.resourceUsage().maxRSS : Number(own);
}
