import { basename, extname, join } from "node:path";
import {
  EMPTY_DESIGN,
  asRouterId,
  loadDesign,
  parse,
  type Design,
  type Dialect,
  type Router,
  type RouterId,
} from "../core/index.ts";
import type { Console } from "./console.ts";

/** A file as it was read, with what is needed to write it back as it was. */
export interface InputFile {
  /** As the person named it; `-` is standard input. */
  readonly path: string;
  readonly text: string;
  /** Files that are not UTF-8 are read byte by byte as Latin-1, so that nothing in them is lost when they are written back. */
  readonly encoding: "utf8" | "latin1";
  readonly kind: "configuration" | "design";
  /** The routers that came from this file, in their order. */
  readonly routers: readonly RouterId[];
}

/** All inputs of one call: one design. */
export interface Inputs {
  readonly design: Design;
  readonly files: readonly InputFile[];
}

const configurationEndings = new Set([".cfg", ".conf", ".txt", ".ios"]);

/**
 * Reads files, folders and standard input as one design. Everything that can't be used is told on the console as
 * FILE:LINE:COLUMN, all of it before giving up; the answer is then undefined. An empty file is an empty design, with a warning.
 */
export function readInputs(console: Console, paths: readonly string[], dialect?: Dialect): Inputs | undefined {
  const found = paths.map((path) => expand(console, path));
  if (found.some((one) => one === undefined)) return undefined;
  const reader: Reader = { console, ...(dialect && { dialect }), taken: new Set() };
  const read = found.flatMap((one) => one ?? []).map((path) => readOne(reader, path));
  const usable = read.filter((one) => one !== undefined);
  if (usable.length < read.length) return undefined;
  return { design: usable.reduce(joined, EMPTY_DESIGN), files: usable.map((one) => one.file) };
}

interface Reader {
  readonly console: Console;
  readonly dialect?: Dialect;
  /** The router ids given so far; no two routers of a call may share one. */
  readonly taken: Set<string>;
}

interface ReadFile {
  readonly file: InputFile;
  readonly routers: readonly Router[];
  readonly design?: Design;
}

/** The files that a path stands for; a folder stands for the configurations below it. */
function expand(console: Console, path: string): readonly string[] | undefined {
  if (path === "-") return [path];
  switch (console.kind(path)) {
    case "file":
      return [path];
    case "folder": {
      const files = configurationsBelow(console, path);
      if (files.length > 0) return files;
      console.error(`${path}:1:1: error: the folder holds no configuration (.cfg .conf .txt .ios)`);
      return undefined;
    }
    case "missing":
      console.error(`${path}:1:1: error: no such file or folder`);
      return undefined;
  }
}

function configurationsBelow(console: Console, folder: string): readonly string[] {
  return console.list(folder).flatMap((name) => {
    const path = join(folder, name);
    if (console.kind(path) === "folder") return configurationsBelow(console, path);
    return configurationEndings.has(extname(name).toLowerCase()) ? [path] : [];
  });
}

function readOne(reader: Reader, path: string): ReadFile | undefined {
  const { console } = reader;
  let bytes: Uint8Array;
  try {
    bytes = path === "-" ? console.readStandardInput() : console.readFile(path);
  } catch (fault) {
    console.error(`${path}:1:1: error: can't be read: ${fault instanceof Error ? fault.message : String(fault)}`);
    return undefined;
  }
  const { text, encoding } = decode(bytes);
  return extname(path).toLowerCase() === ".json"
    ? readDesign(reader, path, text, encoding)
    : readConfiguration(reader, path, text, encoding);
}

function decode(bytes: Uint8Array): Pick<InputFile, "text" | "encoding"> {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), encoding: "utf8" };
  } catch {
    return { text: Buffer.from(bytes).toString("latin1"), encoding: "latin1" };
  }
}

function readDesign(reader: Reader, path: string, text: string, encoding: InputFile["encoding"]): ReadFile | undefined {
  const loaded = loadDesign(text);
  if (loaded.kind === "refused") {
    reader.console.error(`${path}:${loaded.line ?? 1}:${loaded.column ?? 1}: error: ${loaded.message}`);
    return undefined;
  }
  for (const problem of loaded.problems) reader.console.error(`${path}:1:1: warning: ${problem.message}`);
  const routers = [...loaded.design.routers.values()].map((router) => withDialect(reader, router));
  const twice = routers.find((router) => reader.taken.has(router.id));
  if (twice) {
    reader.console.error(`${path}:1:1: error: another input already holds the router with the id ${twice.id}`);
    return undefined;
  }
  for (const router of routers) reader.taken.add(router.id);
  return {
    file: { path, text, encoding, kind: "design", routers: routers.map((router) => router.id) },
    routers,
    design: loaded.design,
  };
}

function readConfiguration(
  reader: Reader,
  path: string,
  text: string,
  encoding: InputFile["encoding"],
): ReadFile | undefined {
  const stem = path === "-" ? "stdin" : basename(path, extname(path));
  const parsed = parse(text, { file: path, makeId: () => freeId(reader.taken, stem) });
  switch (parsed.kind) {
    case "refused":
      reader.console.error(`${path}:${parsed.line}:1: error: ${parsed.message}`);
      return undefined;
    case "empty":
      reader.console.error(`${path}:1:1: warning: the file is empty`);
      return { file: { path, text, encoding, kind: "configuration", routers: [] }, routers: [] };
    case "configurations": {
      const routers = parsed.routers.map((router) => withDialect(reader, router));
      return {
        file: { path, text, encoding, kind: "configuration", routers: routers.map((router) => router.id) },
        routers,
      };
    }
  }
}

/** An id that tells where the router came from and stays the same from call to call, so that designs made of files diff well. */
function freeId(taken: Set<string>, stem: string): RouterId {
  let id = stem;
  for (let number = 2; taken.has(id); number += 1) id = `${stem}-${number}`;
  taken.add(id);
  return asRouterId(id);
}

function withDialect(reader: Reader, router: Router): Router {
  return reader.dialect ? { ...router, dialect: reader.dialect } : router;
}

/** A design file brings its canvas along; configurations bring only routers. */
function joined(design: Design, read: ReadFile): Design {
  const routers = new Map([...design.routers, ...read.routers.map((router) => [router.id, router] as const)]);
  if (!read.design) return { ...design, routers };
  return {
    ...read.design,
    routers,
    subnets: new Map([...design.subnets, ...read.design.subnets]),
    clouds: new Map([...design.clouds, ...read.design.clouds]),
    remoteClients: new Map([...design.remoteClients, ...read.design.remoteClients]),
    wishedFlows: [...design.wishedFlows, ...read.design.wishedFlows],
    suppressions: [...design.suppressions, ...read.design.suppressions],
    layout: new Map([...design.layout, ...read.design.layout]),
  };
}
