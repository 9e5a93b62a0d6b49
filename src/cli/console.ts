import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** All that a subcommand may touch of the world. Tests hand in one that records. */
export interface Console {
  /** Standard output carries only what was asked for. */
  out(text: string): void;
  /** Messages about what is wrong, a line each. */
  error(line: string): void;
  readStandardInput(): Uint8Array;
  readFile(path: string): Uint8Array;
  writeFile(path: string, text: string | Uint8Array): void;
  /** What stands at a path. */
  kind(path: string): "file" | "folder" | "missing";
  /** The names in a folder, in alphabetical order. */
  list(folder: string): readonly string[];
}

/** The console of a person's terminal. */
export const terminal: Console = {
  out: (text) => process.stdout.write(text),
  error: (line) => process.stderr.write(`${line}\n`),
  readStandardInput: () => readFileSync(0),
  readFile: (path) => readFileSync(path),
  writeFile(path, text) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  },
  kind: (path) => (!existsSync(path) ? "missing" : statSync(path).isDirectory() ? "folder" : "file"),
  list: (folder) => readdirSync(folder).sort((one, other) => one.localeCompare(other, "en")),
};

/** What a subcommand answers: 0 fine; 1 findings at or above the threshold; 2 the call or an input could not be used. */
export type ExitStatus = 0 | 1 | 2;
