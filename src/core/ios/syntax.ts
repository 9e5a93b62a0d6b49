import type { ArgumentType } from "./argumentType.ts";
import { argumentTypeOf } from "./argumentTypes.ts";

/**
 * The syntax of a command, as a tree. It is read from Cisco's own notation:
 *
 * - `set peer`: keywords.
 * - `<peer:address-or-hostname>`: an argument, its name and its type. A type is a name of `argumentTypes.ts`, a range such
 *   as `60-86400`, or alternatives such as `md5|sha`.
 * - `[dynamic]`: may be left out. A group of keywords alone is recorded as a flag under its words.
 * - `{a | b}`: one of these.
 * - `[[tag <tag:1-10>] [permanent]]`: optional parts in any order, printed in this one.
 * - `<names:name>...`: one or more.
 */
export type SyntaxNode = WordNode | ArgumentNode | SequenceNode | ChoiceNode | OptionalNode | AnyOrderNode;

export interface WordNode {
  readonly is: "word";
  readonly word: string;
  /** Other keywords that could stand at the same place: an abbreviation has to tell them apart. */
  readonly rivals: string[];
}

export interface ArgumentNode {
  readonly is: "argument";
  readonly name: string;
  readonly type: ArgumentType;
  /** Reads a value of the type. */
  readonly read: ArgumentType["read"];
  readonly repeated: boolean;
  /** It stands in a group, so that a line need not say it. */
  grouped: boolean;
  readonly rivals: string[];
}

export interface SequenceNode {
  readonly is: "sequence";
  readonly nodes: readonly SyntaxNode[];
  /** The name under which a group of keywords alone is recorded. */
  readonly flag: string | undefined;
  /** Of each ASCII character, 1 where a line that says it can begin with that; absent where there is no telling. */
  begins: Uint8Array | undefined;
  /** Names of all that it can record. */
  readonly names: readonly string[];
}

export interface ChoiceNode {
  readonly is: "choice";
  readonly alternatives: readonly SequenceNode[];
}

export interface OptionalNode {
  readonly is: "optional";
  readonly node: SequenceNode;
}

export interface AnyOrderNode {
  readonly is: "any-order";
  readonly parts: readonly SequenceNode[];
}

const tokens = /<[^>]+>|\.\.\.|\[|\]|\{|\}|\||[^\s<>[\]{}|]+/g;

/** Reads a syntax. A fault in it is a fault in our code, and throws. */
export function readSyntax(notation: string): SequenceNode {
  const reader = { tokens: notation.match(tokens) ?? [], at: 0, notation };
  const node = readSequence(reader, false);
  if (reader.at < reader.tokens.length)
    throw new Error(`Syntax "${notation}" has an unexpected ${reader.tokens[reader.at] ?? ""}.`);
  noteRivals(node, [], []);
  noteGroups(node, false);
  return node;
}

/** What a syntax is made of, in the order in which it is typed; a word and an argument are made of nothing else. */
export function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  switch (node.is) {
    case "word":
    case "argument":
      return [];
    case "sequence":
      return node.nodes;
    case "choice":
      return node.alternatives;
    case "optional":
      return [node.node];
    case "any-order":
      return node.parts;
    default:
      return node satisfies never;
  }
}

/** All arguments of a syntax, in the order in which they are typed. */
export function argumentsIn(node: SyntaxNode): readonly ArgumentNode[] {
  return node.is === "argument" ? [node] : partsOf(node).flatMap(argumentsIn);
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
  readonly notation: string;
}

function readSequence(reader: Reader, grouped: boolean): SequenceNode {
  const nodes: SyntaxNode[] = [];
  for (;;) {
    const token = reader.tokens[reader.at];
    if (token === undefined || token === "]" || token === "}" || token === "|") break;
    reader.at += 1;
    nodes.push(readNode(reader, token));
  }
  const words = nodes.every((node) => node.is === "word") ? nodes.map((node) => node.word).join(" ") : "";
  const flag = grouped && words !== "" ? words : undefined;
  const names = flag === undefined ? nodes.flatMap(namesOf) : [flag];
  return shaped({ is: "sequence", nodes, flag, begins: undefined, names });
}

/** Any node, with whatever another kind of node has. */
type AnyNode = { -readonly [K in keyof WordNode]?: unknown } & {
  [K in keyof ArgumentNode | keyof SequenceNode | keyof ChoiceNode | keyof OptionalNode | keyof AnyOrderNode]?: unknown;
};

/**
 * A node with the fields of all kinds in one order: a hundred thousand lines are matched against nodes, and those of one shape are read much
 * faster than those of six.
 */
function shaped<N extends SyntaxNode>(one: N): N {
  const { alternatives, begins, flag, grouped, is, name, names, node }: AnyNode = one;
  const { nodes, parts, read, repeated, rivals, type, word }: AnyNode = one;
  const matched = { is, word, name, read, repeated, grouped, nodes, flag, begins, names, alternatives, node, parts };
  return { ...matched, rivals, type } as unknown as N;
}

function readNode(reader: Reader, token: string): SyntaxNode {
  if (token.startsWith("<")) {
    const repeated = reader.tokens[reader.at] === "...";
    if (repeated) reader.at += 1;
    const colon = token.indexOf(":");
    const name = token.slice(1, colon);
    const type = argumentTypeOf(token.slice(colon + 1, -1));
    return shaped({ is: "argument", name, type, read: type.read, repeated, grouped: false, rivals: [] });
  }
  if (token === "{") return shaped({ is: "choice", alternatives: readAlternatives(reader, "}") });
  if (token !== "[") return shaped({ is: "word", word: token, rivals: [] });
  if (reader.tokens[reader.at] !== "[") {
    const alternatives = readAlternatives(reader, "]");
    const only = alternatives[0];
    if (alternatives.length === 1 && only !== undefined) return shaped({ is: "optional", node: only });
    const choice: ChoiceNode = shaped({ is: "choice", alternatives });
    const whole: SequenceNode = shaped({
      is: "sequence",
      nodes: [choice],
      flag: undefined,
      begins: undefined,
      names: namesOf(choice),
    });
    return shaped({ is: "optional", node: whole });
  }
  const parts: SequenceNode[] = [];
  while (reader.tokens[reader.at] === "[") {
    reader.at += 1;
    parts.push(...readAlternatives(reader, "]"));
  }
  close(reader, "]");
  return shaped({ is: "any-order", parts });
}

function readAlternatives(reader: Reader, end: string): readonly SequenceNode[] {
  const alternatives = [readSequence(reader, true)];
  while (reader.tokens[reader.at] === "|") {
    reader.at += 1;
    alternatives.push(readSequence(reader, true));
  }
  close(reader, end);
  return alternatives;
}

function close(reader: Reader, end: string): void {
  if (reader.tokens[reader.at] !== end) throw new Error(`Syntax "${reader.notation}" lacks a ${end}.`);
  reader.at += 1;
}

function namesOf(node: SyntaxNode): readonly string[] {
  switch (node.is) {
    case "word":
      return [];
    case "argument":
      return [node.name];
    case "sequence":
      return node.names;
    case "choice":
      return node.alternatives.flatMap((one) => one.names);
    case "optional":
      return node.node.names;
    case "any-order":
      return node.parts.flatMap((one) => one.names);
    default:
      return node satisfies never;
  }
}

/** The keywords that a node can begin with. */
export function firstKeywords(node: SyntaxNode): readonly string[] {
  switch (node.is) {
    case "word":
      return [node.word];
    case "argument":
      return node.type.keywords ?? [];
    case "sequence":
      return sequenceFirst(node.nodes);
    case "choice":
      return node.alternatives.flatMap(firstKeywords);
    case "optional":
      return firstKeywords(node.node);
    case "any-order":
      return node.parts.flatMap(firstKeywords);
    default:
      return node satisfies never;
  }
}

function sequenceFirst(nodes: readonly SyntaxNode[]): readonly string[] {
  const first: string[] = [];
  for (const node of nodes) {
    first.push(...firstKeywords(node));
    if (!canBeLeftOut(node)) break;
  }
  return first;
}

function canBeLeftOut(node: SyntaxNode): boolean {
  return node.is === "optional" || node.is === "any-order";
}

/** Tells each keyword its rivals: what else may begin at its place, in its own group or behind it where the group may be left out. */
function noteRivals(node: SyntaxNode, rivals: readonly string[], following: readonly string[]): void {
  switch (node.is) {
    case "word":
      node.rivals.push(...rivals.filter((rival) => rival !== node.word));
      return;
    case "argument":
      node.rivals.push(...rivals);
      return;
    case "sequence":
      node.nodes.forEach((inner, index) => {
        const rest = node.nodes.slice(index + 1);
        const after = rest.every(canBeLeftOut) ? [...sequenceFirst(rest), ...following] : sequenceFirst(rest);
        const here = canBeLeftOut(inner) ? [...firstKeywords(inner), ...after] : firstKeywords(inner);
        noteRivals(inner, index === 0 ? [...rivals, ...here] : here, after);
      });
      return;
    case "choice":
      for (const one of node.alternatives) noteRivals(one, [...rivals, ...firstKeywords(node)], following);
      return;
    case "optional":
      noteRivals(node.node, [...rivals, ...following], following);
      return;
    case "any-order": {
      const all = node.parts.flatMap(firstKeywords);
      for (const part of node.parts) noteRivals(part, [...rivals, ...all], [...all, ...following]);
      return;
    }
    default:
      return node satisfies never;
  }
}

/** Tells arguments whether they stand in a group, and groups what a line that says them can begin with. */
function noteGroups(node: SyntaxNode, grouped: boolean): void {
  if (node.is === "argument") node.grouped = grouped;
  if (node.is === "sequence" && grouped) node.begins = beginningsOf(node);
  for (const part of partsOf(node)) noteGroups(part, grouped || node.is !== "sequence");
}

function beginningsOf(group: SequenceNode): Uint8Array | undefined {
  const begins = new Uint8Array(128);
  return addBeginnings(group, begins) === "some" ? begins : undefined;
}

/** Adds what a node can begin with: some characters, any, or none of its own since it may be left out. */
function addBeginnings(node: SyntaxNode, begins: Uint8Array): "some" | "any" | "left out" {
  switch (node.is) {
    case "word":
      addLetter(node.word, begins);
      return "some";
    case "argument":
      return addArgument(node.type, begins);
    case "sequence":
      for (const inner of node.nodes) {
        const said = addBeginnings(inner, begins);
        if (said !== "left out") return said;
      }
      return "left out";
    case "choice":
    case "any-order":
    case "optional": {
      const parts = partsOf(node).map((part) => addBeginnings(part, begins));
      if (parts.includes("any")) return "any";
      return node.is === "choice" && !parts.includes("left out") ? "some" : "left out";
    }
    default:
      return node satisfies never;
  }
}

function addArgument({ begins: kind, keywords }: ArgumentType, begins: Uint8Array): "some" | "any" {
  switch (kind) {
    case undefined:
      return "any";
    case "digit":
      begins.fill(1, 48, 58);
      return "some";
    case "letter":
      begins.fill(1, 65, 91);
      begins.fill(1, 97, 123);
      return "some";
    case "keyword":
      for (const keyword of keywords ?? []) addLetter(keyword, begins);
      return "some";
    default:
      return kind satisfies never;
  }
}

/** Keywords may be typed in any case. */
function addLetter(keyword: string, begins: Uint8Array): void {
  begins[keyword.toLowerCase().charCodeAt(0) & 127] = 1;
  begins[keyword.toUpperCase().charCodeAt(0) & 127] = 1;
}
