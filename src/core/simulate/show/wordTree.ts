import { interfaceNameOf } from "../interfaceWord.ts";
import { SHOW_FORMS } from "./forms.ts";
import type { ShowForm } from "./command.ts";

/** What may stand at one place of a command. */
interface Node {
  readonly keywords: Map<string, Node>;
  /** A value, where one may stand here. */
  value?: { readonly name: string; readonly node: Node };
  /** The form that ends here. */
  form?: ShowForm;
}

/** What a line turned out to be. Columns count from 0. */
export type ReadCommand =
  | { readonly kind: "form"; readonly form: ShowForm; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: "incomplete" }
  | { readonly kind: "ambiguous" }
  | { readonly kind: "invalid"; readonly column: number };

/** One word that may come next, as `?` lists it. */
export interface NextWord {
  readonly word: string;
  readonly meaning: string;
}

const root = treeOf(SHOW_FORMS);

function treeOf(forms: readonly ShowForm[]): Node {
  const top: Node = { keywords: new Map() };
  for (const form of forms) {
    let node = top;
    for (const word of form.syntax.split(" ")) node = childOf(node, word);
    node.form = form;
  }
  return top;
}

function childOf(node: Node, word: string): Node {
  const name = /^<(.+)>$/.exec(word)?.[1];
  if (name !== undefined) {
    node.value ??= { name, node: { keywords: new Map() } };
    return node.value.node;
  }
  const known = node.keywords.get(word);
  if (known) return known;
  const made: Node = { keywords: new Map() };
  node.keywords.set(word, made);
  return made;
}

type Walk =
  | { readonly kind: "at"; readonly node: Node; readonly values: Readonly<Record<string, string>> }
  | Exclude<ReadCommand, { kind: "form" } | { kind: "incomplete" }>;

/** Follows whole words and abbreviations; IOS takes a beginning that only one keyword has. */
function follow(line: string): Walk {
  let node = root;
  const values: Record<string, string> = {};
  const words = [...line.matchAll(/\S+/g)];
  for (let at = 0; at < words.length; at += 1) {
    const match = words[at];
    if (!match) break;
    const [word] = match;
    const exact = node.keywords.get(word.toLowerCase());
    const begun = exact
      ? [exact]
      : [...node.keywords].filter(([one]) => one.startsWith(word.toLowerCase())).map(([, one]) => one);
    const [only] = begun;
    if (only && begun.length === 1) {
      node = only;
      continue;
    }
    if (begun.length > 1) return { kind: "ambiguous" };
    const { value } = node;
    if (!value) return { kind: "invalid", column: match.index };
    const two = `${word}${words[at + 1]?.[0] ?? ""}`;
    // An interface may be typed in two words: `gigabitethernet 0/0`.
    if (value.name === "interface" && interfaceNameOf(word) === undefined && interfaceNameOf(two) !== undefined)
      at += 1;
    const typed = value.name === "interface" && interfaceNameOf(word) === undefined ? two : word;
    if (value.name === "interface" && interfaceNameOf(typed) === undefined)
      return words[at + 1] ? { kind: "invalid", column: match.index } : { kind: "at", node: noForm, values };
    if (value.name === "address" && !/^\d{1,3}(\.\d{1,3}){3}$/.test(word))
      return { kind: "invalid", column: match.index };
    values[value.name] = typed;
    node = value.node;
  }
  return { kind: "at", node, values };
}

/** Where a value is only half there. */
const noForm: Node = { keywords: new Map() };

/** Reads a line without its pipe. */
export function readCommand(line: string): ReadCommand {
  const walk = follow(line);
  if (walk.kind !== "at") return walk;
  const { form } = walk.node;
  return form ? { kind: "form", form, values: walk.values } : { kind: "incomplete" };
}

/** What may follow, for a line that ends with a question mark: words that go on with what is typed, or all behind a blank. */
export function nextWords(before: string): readonly NextWord[] | Exclude<ReadCommand, { kind: "form" }> {
  const prefix = /\S*$/.exec(before)?.[0] ?? "";
  const walk = follow(before.slice(0, before.length - prefix.length));
  if (walk.kind !== "at") return walk;
  const { node } = walk;
  const keywords = [...node.keywords]
    .filter(([word]) => word.startsWith(prefix.toLowerCase()))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([word, child]) => ({ word, meaning: meaningOf(child, word) }));
  const value =
    node.value && prefix === ""
      ? [{ word: labels[node.value.name] ?? "WORD", meaning: meaningOf(node.value.node, "") }]
      : [];
  const end =
    node.form && prefix === ""
      ? [
          { word: "|", meaning: "Output modifiers" },
          { word: "<cr>", meaning: "" },
        ]
      : [];
  return [...keywords, ...value, ...end];
}

const labels: Readonly<Record<string, string>> = { address: "A.B.C.D", interface: "Interface", name: "WORD" };

/** What a word leads to; a word that no command ends with is told by its own name. */
function meaningOf(node: Node, word: string): string {
  return node.form?.meaning ?? meanings[word] ?? node.value?.node.form?.meaning ?? "";
}

const meanings: Readonly<Record<string, string>> = {
  show: "Show running system information",
  crypto: "Encryption module",
  isakmp: "Show ISAKMP",
  ipsec: "Show IPSEC policy",
  ip: "IP information",
  route: "IP routing table",
  "security-association": "Show parameters for IPSec security associations",
  tag: "Crypto maps with a given tag",
  peer: "Show the SAs of one peer",
};
