import { inConfigurationMode, type Configuration } from "../configure/configuration.ts";
import { configure } from "../configure/configure.ts";
import type { ScriptLine } from "../diff/scriptLine.ts";
import type { KeptBlock, KeptLine } from "../model/host.ts";
import { isVirtualInterface } from "../ios/interfaceName.ts";
import {
  ELEMENT_KINDS,
  EMPTY_ELEMENTS,
  type Element,
  type ElementKind,
  type Elements,
  type Router,
} from "../model/router.ts";
import { parse } from "../parse/parse.ts";
import { print } from "../print/print.ts";

/** Reads a text as one router. */
export function readRouter(text: string): Router {
  const result = parse(text, { asOne: true });
  const [router] = result.kind === "configurations" ? result.routers : [];
  if (router === undefined) throw new Error(`Read as ${result.kind}.`);
  return router;
}

/** A router as it is once the lines of a script were pasted into it, with the lines that it refused. */
export function applied(
  router: Router,
  lines: readonly ScriptLine[],
): Router & { readonly refused: readonly string[] } {
  const { answers, configuration } = configure(
    inConfigurationMode(router),
    lines.map(({ text }) => text),
  );
  const refused = lines.flatMap(({ text }, index) => {
    const answer = answers[index];
    return answer?.refused === true ? [`${text} -> ${answer.text.trim()}`] : [];
  });
  return { ...router, elements: configuration.elements, refused };
}

/** A router as it starts with a configuration: without what IOS would not have taken, such as a name of nothing. */
export function asStarted(router: Router): Router {
  const empty: Configuration = { ...inConfigurationMode(router), elements: EMPTY_ELEMENTS };
  let lines: readonly string[] = print(router).text.split("\n");
  for (;;) {
    const { answers, configuration } = configure(empty, lines);
    const left = withoutRefusedSections(lines, (index) => answers[index]?.refused === true);
    if (left.length === lines.length) return { ...router, elements: configuration.elements };
    lines = left;
  }
}

/** Without the sections whose first line is refused: a person who sees that does not type the others. */
function withoutRefusedSections(lines: readonly string[], isRefused: (index: number) => boolean): readonly string[] {
  let refused = false;
  return lines.filter((line, index) => {
    if (!line.startsWith(" ")) refused = isRefused(index);
    return !refused;
  });
}

/**
 * What a router's configuration says, whatever the order in which it came: elements and members of lists whose order means nothing
 * are sorted, elements that say nothing left out, and of kept lines what pasting leaves, since the reader keeps each of them.
 */
export function meaning(router: Router): Readonly<Record<string, unknown>> {
  const { elements } = router;
  return Object.fromEntries(
    ELEMENT_KINDS.map((kind) => [kind, kind === "keptBlock" ? keptText(elements) : all(elements, kind)]),
  );
}

function all(elements: Elements, kind: ElementKind): unknown {
  return [...(elements[kind] as ReadonlyMap<string, Element>)]
    .map(([name, element]) => ({ name, ...plain(element) }))
    .filter((one) => Object.values(one).some((value) => saysSomething(kind, one, value)))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

const silentAlone: ReadonlySet<ElementKind> = new Set([
  "host",
  "aaaSettings",
  "isakmpSettings",
  "ipsecSettings",
  "cryptoMap",
]);

function saysSomething(kind: ElementKind, one: { readonly name: string }, value: unknown): boolean {
  // A port is there whether anything is set on it or not.
  if (!silentAlone.has(kind) && (kind !== "interface" || isVirtualInterface(one.name))) return true;
  return value !== one.name && !(Array.isArray(value) && value.length === 0);
}

const sortedFields = new Set(["keys", "secondaryAddresses", "members", "matches", "matchAddress", "splitDns"]);

function plain(element: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(element).flatMap(([field, value]: [string, unknown]) => {
      if (field === "kept") {
        const kept = settled((value as readonly KeptLine[]).map(({ text }) => text));
        return kept.length === 0 ? [] : [[field, kept]];
      }
      if (field === "peers" && Array.isArray(value)) return [[field, value.map((one: object) => plain(one))]];
      if (!Array.isArray(value) || !sortedFields.has(field)) return [[field, value]];
      return [[field, value.map((one: unknown) => JSON.stringify(one)).sort()]];
    }),
  );
}

function keptText(elements: Elements): readonly string[] {
  const blocks: readonly KeptBlock[] = [...elements.keptBlock.values()];
  return settled(blocks.map(({ lines }) => lines.join("\n")));
}

/** IOS takes a line away by its `no` form, and a `no` form by the line; the last of the two stands. */
function settled(lines: readonly string[]): readonly string[] {
  const standing: string[] = [];
  for (const line of lines) {
    const other = line.startsWith("no ") ? line.slice("no ".length) : `no ${line}`;
    const at = standing.indexOf(other);
    if (at >= 0) standing.splice(at, 1);
    else standing.push(line);
  }
  return standing.sort();
}
