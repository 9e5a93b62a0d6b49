import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Router } from "../model/router.ts";
import type { LineState } from "../model/source.ts";
import { parse } from "../parse/parse.ts";
import { print } from "../print/print.ts";
import { routerText } from "./routerText.ts";

/** Public configurations, where somebody has them beside the repository. None of them is copied here. */
const folder = fileURLToPath(new URL("../../../../shared/corpus", import.meta.url));
const present = existsSync(folder);
const files = present ? readdirSync(folder).filter((name) => /\.(?:cfg|txt)$/.test(name)) : [];

function read(text: string): readonly Router[] {
  const result = parse(text);
  return result.kind === "configurations" ? result.routers : [];
}

/** A line as a command says it: without the blanks around and between its words. */
function words(line: string): string {
  return line.trim().split(/\s+/).join(" ");
}

describe.skipIf(!present)("every public configuration", () => {
  test.each(files)("%s: each line ends in one state, and printing loses none of the kept ones", (name) => {
    const text = readFileSync(resolve(folder, name), "utf8");
    const routers = read(text);
    const all = routers.flatMap((router) => router.source!.lines);
    const physical = text.split(/\r\r\n|\r\n|\n|\r/);
    expect(all.length).toBeLessThanOrEqual(physical.length);
    for (const router of routers) {
      const printed = new Set(print(router).lines.map((line) => words(line.text)));
      for (const line of router.source!.lines)
        if (line.state === "kept" || line.state === "unmodelled")
          expect(printed.has(words(line.canonical ?? line.text)), `${basename(name)}: ${line.text}`).toBe(true);
    }
  });

  test.each(files)("%s: what is printed reads back as what was read, and prints the same again", (name) => {
    for (const router of read(readFileSync(resolve(folder, name), "utf8"))) {
      const { text } = print(router);
      const again = read(text);
      expect(again).toHaveLength(1);
      expect(print(again[0]!).text).toBe(text);
    }
  });

  test.each(files)("%s: the text stays as it came while nothing is edited", (name) => {
    for (const router of read(readFileSync(resolve(folder, name), "utf8")))
      expect(routerText(router).lines.map((line) => line.text)).toEqual(router.source!.lines.map((line) => line.text));
  });

  test.each(files)("%s: reading the text again changes no element", (name) => {
    for (const router of read(readFileSync(resolve(folder, name), "utf8"))) {
      const result = parse(routerText(router).text, { previous: router });
      const again = result.kind === "configurations" ? result.routers : [];
      // A part of a paste may have told its router by its prompts alone.
      if (again.length === 1) expect(again[0]!.elements).toBe(router.elements);
    }
  });

  test("all files: the lines in each state add up to all lines, and few of them are not understood", () => {
    const rows = files.map((name) => {
      const text = readFileSync(resolve(folder, name), "utf8");
      const lines = read(text).flatMap((router) => router.source!.lines);
      const count = (state: LineState) => lines.filter((line) => line.state === state).length;
      return {
        file: name,
        lines: lines.length,
        modelled: count("modelled"),
        kept: count("kept"),
        unmodelled: count("unmodelled"),
        outside: count("outside"),
      };
    });
    // CORPUS_TABLE=1 tells them file by file.
    // eslint-disable-next-line no-console -- It is what the variable asks for.
    if (process.env["CORPUS_TABLE"] !== undefined) console.table(rows);
    const sum = (field: "lines" | LineState) => rows.reduce((total, row) => total + row[field], 0);
    expect(sum("modelled") + sum("kept") + sum("unmodelled") + sum("outside")).toBe(sum("lines"));
    expect(sum("unmodelled")).toBeLessThan(sum("lines") / 100);
  });
});
