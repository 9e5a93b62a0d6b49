import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

/**
 * Who may import whom, as ARCHITECTURE.md tells it. Every import counts: for types only, dynamic, re-exported, or a
 * worker's address. A new folder is entered here first, and that is the moment to decide where it stands.
 */
const areas: Record<string, readonly string[]> = {
  core: [],
  store: ["core"],
  app: ["store", "core"],
  cli: ["core"],
};

const ground = ["net", "model", "ios", "derive", "edit"];

/** What each folder of the core may import besides itself. */
const coreFolders: Record<string, readonly string[]> = {
  net: [],
  model: ["net"],
  ios: ["model", "net"],
  derive: ["ios", "model", "net"],
  edit: ["derive", "ios", "model", "net"],
  print: ground,
  parse: ground,
  negotiate: ground,
  // A pair finding and the verdict on the pair are one fact, so the checker reads the traces of the negotiation.
  check: ["negotiate", ...ground],
  diff: ground,
  // Banners are taken in as the reading of a text takes them.
  configure: ["parse", ...ground],
  text: ["print", "parse", ...ground],
  // A router is saved as its text, and a report quotes lines.
  file: ["text", "print", "parse", ...ground],
  report: ["check", "diff", "play", "negotiate", "text", "print", "parse", ...ground],
  simulate: ["negotiate", "print", ...ground],
  // A ladder and a packet's walk are read off verdicts and associations, and decide nothing anew.
  play: ["simulate", "negotiate", ...ground],
  generate: ground,
  classroom: ["check", "file", "negotiate", "parse", "play", "text", ...ground],
};

/** The packages that core code may use: all of them compute and none of them touches the page, a file or a clock. */
const corePackages = ["valibot", "@valibot/to-json-schema", "fflate", "@dagrejs/dagre"];

/** Packages that draw, or that load React. */
const drawingPackages =
  /^(react|react-dom|@xyflow\/.*|radix-ui|@radix-ui\/.*|cmdk|sonner|lucide-react|react-resizable-panels|monaco-editor)$/;

interface Import {
  readonly specifier: string;
  /** The file it names, relative to the root of the repository; absent when it names a package. */
  readonly target?: string;
}

type Sources = ReadonlyMap<string, string>;

describe("the repository", () => {
  const sources = readSources(fileURLToPath(new URL("..", import.meta.url)));
  const imports = new Map([...sources].map(([file, text]) => [file, importsOf(file, text)]));

  test("imports only what the table allows", () => {
    expect(violations(imports)).toEqual([]);
  });

  test("imports in no circle", () => {
    expect(cycles(imports)).toEqual([]);
  });

  test("brings no ambient types into the core by a reference comment", () => {
    const referring = [...sources].filter(
      ([file, text]) => file.startsWith("src/core/") && /^\/\/\/\s*<ref/m.test(text),
    );
    expect(referring.map(([file]) => file)).toEqual([]);
  });
});

describe("the rules notice", () => {
  test.each([
    ["the core importing the store", "src/core/print/a.ts", `import { b } from "../../store/b.ts";`],
    ["a type imported upward", "src/store/a.ts", `import type { B } from "../app/b.ts";`],
    ["a type written as an import", "src/core/model/a.ts", `type B = import("../check/b.ts").B;`],
    ["a dynamic import upward", "src/core/net/a.ts", `const b = await import("../model/b.ts");`],
    ["a re-export upward", "src/core/derive/a.ts", `export * from "../edit/b.ts";`],
    ["a worker reached from below", "src/store/a.ts", `new Worker(new URL("../app/b.ts", import.meta.url));`],
    ["a dynamic import that cannot be read", "src/store/a.ts", `await import(name);`],
    ["the core entered past its boundary", "src/app/a.tsx", `import { b } from "../core/print/b.ts";`],
    ["the command line using the store", "src/cli/a.ts", `import { b } from "../store/b.ts";`],
    ["parse using print", "src/core/parse/a.ts", `import { b } from "../print/b.ts";`],
    ["print using parse", "src/core/print/a.ts", `import { b } from "../parse/b.ts";`],
    ["negotiate using check", "src/core/negotiate/a.ts", `import { b } from "../check/b.ts";`],
    ["the core using its own index", "src/core/print/a.ts", `import { b } from "../index.ts";`],
    ["code using test helpers", "src/core/check/a.ts", `import { b } from "../testing/b.ts";`],
    ["ip-num outside net", "src/core/parse/a.ts", `import { IPv4 } from "ip-num";`],
    ["Node in the core", "src/core/file/a.ts", `import { readFileSync } from "node:fs";`],
    ["Node in the page", "src/app/a.ts", `import { readFileSync } from "node:fs";`],
    ["the store's library in the core", "src/core/edit/a.ts", `import { createStore } from "zustand/vanilla";`],
    ["React in the store", "src/store/a.ts", `import { useRef } from "react";`],
    ["the part of zustand that loads React", "src/store/a.ts", `import { createStore } from "zustand";`],
    ["an unknown folder of the core", "src/core/misc/a.ts", ``],
    ["an unknown folder of src", "src/misc/a.ts", ``],
    ["an import without its extension", "src/store/a.ts", `import { b } from "./b";`],
    ["a journey reaching into the source", "e2e/a.spec.ts", `import { b } from "../src/core/index.ts";`],
  ])("%s", (_, file, text) => {
    expect(violations(new Map([[file, importsOf(file, text)]]))).toHaveLength(1);
  });

  test.each([
    ["the app using the core's boundary", "src/app/a.tsx", `import { b } from "../core/index.ts";`],
    ["check reading negotiations", "src/core/check/rules/a.ts", `import { b } from "../../negotiate/b.ts";`],
    ["a test using any part of the core", "src/core/net/a.test.ts", `import { b } from "../testing/b.ts";`],
    ["a test of the app reading the core", "src/app/a.test.tsx", `import { b } from "../core/print/b.ts";`],
    [
      "a helper of the tests using it all",
      "src/core/testing/a.ts",
      `import fc from "fast-check"; import "../index.ts";`,
    ],
    ["an import inside a comment", "src/core/net/a.ts", `// import { b } from "../../app/b.ts";`],
  ])("nothing wrong with %s", (_, file, text) => {
    expect(violations(new Map([[file, importsOf(file, text)]]))).toEqual([]);
  });

  test("a circle of files, and names them in order", () => {
    const sources: Sources = new Map([
      ["src/store/a.ts", `import type { B } from "./b.ts";`],
      ["src/store/b.ts", `import { c } from "./c.ts";`],
      ["src/store/c.ts", `import { a } from "./a.ts";`],
      ["src/store/d.ts", `import { a } from "./a.ts";`],
    ]);
    const imports = new Map([...sources].map(([file, text]) => [file, importsOf(file, text)]));
    expect(cycles(imports)).toEqual(["src/store/a.ts -> src/store/b.ts -> src/store/c.ts -> src/store/a.ts"]);
  });
});

function violations(imports: ReadonlyMap<string, readonly Import[]>): string[] {
  const found: string[] = [];
  for (const [file, entries] of imports) {
    const misplaced = whyMisplaced(file);
    if (misplaced) found.push(`${file}: ${misplaced}`);
    for (const entry of entries) {
      const reason =
        entry.target === undefined
          ? whyNotPackage(file, entry.specifier)
          : (whyUnclear(entry) ?? whyNotFile(file, entry.target));
      if (reason) found.push(`${file}: ${entry.specifier}: ${reason}`);
    }
  }
  return found;
}

function whyMisplaced(file: string): string | undefined {
  const [root, area, folder, ...deeper] = file.split("/");
  if (root !== "src" || isTest(file) || file.endsWith(".d.ts")) return undefined;
  if (area === undefined || folder === undefined) return "code stands in a folder of src";
  if (!(area in areas)) return "this folder of src is not in the table";
  if (area !== "core" || folder === "testing" || file === "src/core/index.ts") return undefined;
  if (deeper.length === 0) return "only index.ts stands at the top of the core";
  return folder in coreFolders ? undefined : "this folder of the core is not in the table";
}

function whyUnclear({ specifier, target }: Import): string | undefined {
  // A checkout half-way through a change may lack the file itself; that is the compiler's business.
  return target !== undefined && posix.extname(target) === "" ? `${specifier} lacks its extension` : undefined;
}

function whyNotFile(file: string, target: string): string | undefined {
  const [root, area = "", folder = ""] = file.split("/");
  const [targetRoot, targetArea = "", targetFolder = ""] = target.split("/");
  if (root === "e2e") return targetRoot === "src" ? "a journey knows only the browser" : undefined;
  if (root !== "src" || targetRoot !== "src") return undefined;

  const forTests = isTest(file) || isTestHelper(file);
  if (isTest(target)) return "a test is imported by nothing";
  if (isTestHelper(target) && !forTests) return "only tests use the helpers of tests";
  // This file, and others like it, are about the whole of src.
  if (file.split("/").length === 2) return undefined;

  if (area !== targetArea) {
    if (!areas[area]?.includes(targetArea)) return `${area} may not import ${targetArea}`;
    const pastBoundary = targetArea === "core" && target !== "src/core/index.ts";
    return pastBoundary && !forTests ? "outside the core, only src/core/index.ts is known" : undefined;
  }
  if (area !== "core" || forTests || file === "src/core/index.ts") return undefined;
  if (target === "src/core/index.ts") return "inside the core, the file itself is imported";
  if (folder === targetFolder || coreFolders[folder]?.includes(targetFolder)) return undefined;
  return `${folder} may not import ${targetFolder}`;
}

function whyNotPackage(file: string, specifier: string): string | undefined {
  if (specifier === unreadable) return "an import names its file or package in quotes";
  const [root, area, folder] = file.split("/");
  if (root !== "src" || isTest(file) || isTestHelper(file)) return undefined;
  const name = packageName(specifier);

  if (name.startsWith("node:")) return area === "cli" ? undefined : "only the command line runs in Node";
  if (name === "ip-num") return area === "core" && folder === "net" ? undefined : "only net uses ip-num";
  if (area === "core") return corePackages.includes(name) ? undefined : "the core does not use this package";
  if (area !== "app" && drawingPackages.test(name)) return "only app draws";
  if (area === "store" && ["zustand", "zustand/react"].includes(specifier)) return "the store uses zustand/vanilla";
  return undefined;
}

function packageName(specifier: string): string {
  const parts = specifier.split("/");
  return parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}

function isTest(file: string): boolean {
  return /\.(test|bench)\.tsx?$/.test(file);
}

function isTestHelper(file: string): boolean {
  return file.startsWith("src/") && file.split("/").includes("testing");
}

/** Circles, each written from its first file in alphabetical order; where there are any, at least one is found. */
function cycles(imports: ReadonlyMap<string, readonly Import[]>): string[] {
  const found = new Set<string>();
  const finished = new Set<string>();
  const path: string[] = [];

  const visit = (file: string): void => {
    const start = path.indexOf(file);
    if (start !== -1) {
      const circle = path.slice(start);
      const first = circle.indexOf([...circle].sort()[0] ?? file);
      const ordered = [...circle.slice(first), ...circle.slice(0, first)];
      found.add([...ordered, ordered[0]].join(" -> "));
      return;
    }
    if (finished.has(file)) return;
    path.push(file);
    for (const { target } of imports.get(file) ?? []) if (target !== undefined) visit(target);
    path.pop();
    finished.add(file);
  };

  for (const file of [...imports.keys()].sort()) visit(file);
  return [...found].sort();
}

const unreadable = "(computed)";

/** The compiler's own parser reads the file, so that comments, strings and JSX text are not mistaken for imports. */
function importsOf(file: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: string): void => {
    // A bundler's question, as in "./layout.worker.ts?worker", is not part of the file's name.
    const path = specifier.replace(/\?.*$/, "");
    const relative = path.startsWith(".");
    found.push(relative ? { specifier, target: posix.join(posix.dirname(file), path) } : { specifier });
  };

  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      if (ts.isStringLiteralLike(node.moduleSpecifier)) add(node.moduleSpecifier.text);
    } else if (ts.isImportTypeNode(node)) {
      if (ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal))
        add(node.argument.literal.text);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      add(argument && ts.isStringLiteralLike(argument) ? argument.text : unreadable);
    } else if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "URL") {
      const [address, base] = node.arguments ?? [];
      const fromHere = base?.getText(source) === "import.meta.url";
      // An address without an extension is a folder that a test reads, not code.
      if (fromHere && address && ts.isStringLiteralLike(address) && /\.tsx?$/.test(address.text)) add(address.text);
    }
    ts.forEachChild(node, visit);
  };

  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, false, kind);
  visit(source);
  return found;
}

function readSources(root: string): Sources {
  const files = ["src", "e2e"]
    .filter((folder) => existsSync(posix.join(root, folder)))
    .flatMap((folder) =>
      readdirSync(posix.join(root, folder), { recursive: true, encoding: "utf8" }).map((name) =>
        posix.join(folder, name.replaceAll("\\", "/")),
      ),
    )
    .filter((file) => /\.tsx?$/.test(file));
  return new Map(files.sort().map((file) => [file, readFileSync(posix.join(root, file), "utf8")]));
}
