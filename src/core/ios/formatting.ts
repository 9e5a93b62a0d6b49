import type { Dialect } from "../model/router.ts";
import type { Arguments } from "./matching.ts";
import type { ArgumentNode, SequenceNode, SyntaxNode } from "./syntax.ts";

/** Writes a command line from what it is to say, behind an indentation. Parts that the arguments do not name are left out. */
export function formatCommand(syntax: SequenceNode, args: Arguments, dialect: Dialect, indent = ""): string {
  return oneLine(formatUnchecked(syntax, args, dialect, indent));
}

/** The same without a look whether it is one line, for whoever looks at many lines together. */
export function formatUnchecked(syntax: SequenceNode, args: Arguments, dialect: Dialect, indent: string): string {
  const text = formatSequence(syntax, args, dialect);
  return indent === "" ? text : indent + text;
}

/** The keywords that a command begins with: what stands behind `no` where the command takes nothing more. */
export function leadingWords(syntax: SequenceNode): string {
  const words: string[] = [];
  for (const node of syntax.nodes) {
    if (node.is !== "word") break;
    words.push(node.word);
  }
  return words.join(" ");
}

// eslint-disable-next-line no-control-regex -- Control characters are what it looks for.
const breaking = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/;

// eslint-disable-next-line no-control-regex -- As above.
const breakingButLineEnd = /[\u0000-\u0009\u000b-\u001f\u007f\u0085\u2028\u2029]/;

/** Whether lines that are joined by line ends hold a character that a line can't, but for line ends of their own. */
export function breaksJoinedLines(text: string): boolean {
  return breakingButLineEnd.test(text);
}

/**
 * A line that stays one line. Names, keys and texts are validated where they are entered; this is the last wall, so that a
 * value that came by another way can never add a command of its own to a configuration.
 */
export function oneLine(text: string): string {
  return breaking.test(text) ? text.replace(new RegExp(breaking, "g"), " ").trimEnd() : text;
}

// Loops by index, here and below: a configuration of a hundred thousand lines is written by them.

function formatSequence(sequence: SequenceNode, args: Arguments, dialect: Dialect): string {
  const { nodes } = sequence;
  let text = "";
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node === undefined) continue;
    const part = node.is === "word" ? node.word : formatNode(node, args, dialect);
    if (part !== "") text = text === "" ? part : `${text} ${part}`;
  }
  return text;
}

function formatNode(node: SyntaxNode, args: Arguments, dialect: Dialect): string {
  switch (node.is) {
    case "word":
      return node.word;
    case "argument":
      return formatArgument(node, args[node.name], dialect);
    case "sequence":
      return formatSequence(node, args, dialect);
    case "choice":
      for (const alternative of node.alternatives)
        if (says(alternative, args)) return formatSequence(alternative, args, dialect);
      return "";
    case "optional":
      return says(node.node, args) ? formatSequence(node.node, args, dialect) : "";
    case "any-order": {
      let text = "";
      for (const part of node.parts) {
        if (!says(part, args)) continue;
        const said = formatSequence(part, args, dialect);
        text = text === "" ? said : `${text} ${said}`;
      }
      return text;
    }
    default:
      return node satisfies never;
  }
}

function formatArgument(node: ArgumentNode, value: unknown, dialect: Dialect): string {
  if (value === undefined) return "";
  if (!node.repeated) return node.type.format(value, dialect);
  const values = value as readonly unknown[];
  if (values.length === 1) return node.type.format(values[0], dialect);
  return values.map((one) => node.type.format(one, dialect)).join(" ");
}

/** Whether the arguments name what a group needs. */
function says(group: SequenceNode, args: Arguments): boolean {
  if (group.flag !== undefined) return args[group.flag] === true;
  const { nodes } = group;
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node !== undefined && !saysNode(node, args)) return false;
  }
  return true;
}

function saysNode(node: SyntaxNode, args: Arguments): boolean {
  switch (node.is) {
    case "word":
    case "optional":
    case "any-order":
      return true;
    case "argument":
      return args[node.name] !== undefined;
    case "sequence":
      return says(node, args);
    case "choice":
      for (const alternative of node.alternatives) if (says(alternative, args)) return true;
      return false;
    default:
      return node satisfies never;
  }
}
