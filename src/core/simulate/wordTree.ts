import { interfaceNameOf } from "./interfaceWord.ts";

/** A command with the words that it is typed with. */
export interface WordForm {
  /**
   * Words as IOS spells them; `<name>` is a value. An `<interface>` may be typed in one or two words, an `<address>` has four
   * numbers, an `<endpoint>` is either; all others are one word.
   */
  readonly syntax: string;
  /** What the last word means, as `?` tells it. */
  readonly meaning: string;
}

/** What was typed for each value, by its name. */
export type TypedValues = Readonly<Record<string, string>>;

/** What a line turned out to be. Columns count from 0. */
export type ReadCommand<F extends WordForm> =
  { readonly kind: "form"; readonly form: F; readonly values: TypedValues } | Refused;

/** Why a line is no command. */
export type Refused =
  | { readonly kind: "incomplete" }
  | { readonly kind: "ambiguous" }
  | { readonly kind: "invalid"; readonly column: number };

/** One word that may come next, as `?` lists it. */
export interface NextWord {
  readonly word: string;
  readonly meaning: string;
  /** It stands for something that a person types, such as `WORD`. */
  readonly isValue?: true;
}

/** Reads lines as IOS does, by whole words and by beginnings that only one word has. */
export interface WordTree<F extends WordForm> {
  /** Reads a line without its pipe. */
  read(line: string): ReadCommand<F>;
  /** What may follow: words that go on with what is typed, or all behind a blank. */
  next(before: string): readonly NextWord[] | Refused;
}

/** What may stand at one place of a command. */
interface Node<F extends WordForm> {
  readonly keywords: Map<string, Node<F>>;
  /** A value, where one may stand here. */
  value?: { readonly name: string; readonly node: Node<F> };
  /** The form that ends here. */
  form?: F;
}

type Walk<F extends WordForm> =
  | { readonly kind: "at"; readonly node: Node<F>; readonly values: TypedValues }
  | Exclude<Refused, { kind: "incomplete" }>;

/** The words of some commands; `meanings` tells those that no command ends with. */
export function wordTree<F extends WordForm>(
  forms: readonly F[],
  meanings: Readonly<Record<string, string>>,
): WordTree<F> {
  const root: Node<F> = { keywords: new Map() };
  for (const form of forms) {
    let node = root;
    for (const word of form.syntax.split(" ")) node = childOf(node, word);
    node.form = form;
  }
  return {
    read(line) {
      const walk = follow(root, line);
      if (walk.kind !== "at") return walk;
      const { form } = walk.node;
      return form ? { kind: "form", form, values: walk.values } : { kind: "incomplete" };
    },
    next(before) {
      const prefix = /\S*$/.exec(before)?.[0] ?? "";
      const walk = follow(root, before.slice(0, before.length - prefix.length));
      return walk.kind === "at" ? wordsAt(walk.node, prefix.toLowerCase(), meanings) : walk;
    },
  };
}

function childOf<F extends WordForm>(node: Node<F>, word: string): Node<F> {
  const name = /^<(.+)>$/.exec(word)?.[1];
  if (name !== undefined) {
    node.value ??= { name, node: { keywords: new Map() } };
    return node.value.node;
  }
  const known = node.keywords.get(word);
  if (known) return known;
  const made: Node<F> = { keywords: new Map() };
  node.keywords.set(word, made);
  return made;
}

function follow<F extends WordForm>(root: Node<F>, line: string): Walk<F> {
  let node = root;
  const values: Record<string, string> = {};
  const words = [...line.matchAll(/\S+/g)];
  for (let at = 0; at < words.length; at += 1) {
    const match = words[at];
    if (!match) break;
    const word = match[0].toLowerCase();
    const exact = node.keywords.get(word);
    const begun = exact ? [exact] : [...node.keywords].filter(([one]) => one.startsWith(word)).map(([, one]) => one);
    const [only] = begun;
    if (only && begun.length === 1) {
      node = only;
      continue;
    }
    if (begun.length > 1) return { kind: "ambiguous" };
    if (!node.value) return { kind: "invalid", column: match.index };
    const typed = readValue(node.value.name, match[0], words[at + 1]?.[0]);
    if (typed === undefined) return { kind: "invalid", column: match.index };
    // Where a value is only half there, nothing ends and nothing follows.
    if (typed === "half") return { kind: "at", node: { keywords: new Map() }, values };
    at += typed.words - 1;
    values[node.value.name] = typed.text;
    node = node.value.node;
  }
  return { kind: "at", node, values };
}

interface TypedValue {
  readonly text: string;
  readonly words: 1 | 2;
}

function readValue(name: string, word: string, after: string | undefined): TypedValue | "half" | undefined {
  const isAddress = /^\d{1,3}(\.\d{1,3}){3}$/.test(word);
  switch (name) {
    case "address":
      return isAddress ? { text: word, words: 1 } : undefined;
    case "interface":
      return readInterface(word, after);
    case "endpoint":
      return isAddress ? { text: word, words: 1 } : readInterface(word, after);
    default:
      return { text: word, words: 1 };
  }
}

/** An interface may be typed in two words: `gigabitethernet 0/0`. */
function readInterface(word: string, after: string | undefined): TypedValue | "half" | undefined {
  if (interfaceNameOf(word) !== undefined) return { text: word, words: 1 };
  if (after === undefined) return /^[a-z-]+$/i.test(word) ? "half" : undefined;
  return interfaceNameOf(`${word}${after}`) === undefined ? undefined : { text: `${word}${after}`, words: 2 };
}

function wordsAt<F extends WordForm>(
  node: Node<F>,
  prefix: string,
  meanings: Readonly<Record<string, string>>,
): readonly NextWord[] {
  // A word that no command ends with is told by its own name.
  const meaningOf = (at: Node<F>, word: string) =>
    at.form?.meaning ?? at.value?.node.form?.meaning ?? meanings[word] ?? "";
  const keywords = [...node.keywords]
    .filter(([word]) => word.startsWith(prefix))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([word, child]) => ({ word, meaning: meaningOf(child, word) }));
  if (prefix !== "") return keywords;
  const { value } = node;
  return [
    ...keywords,
    ...(value
      ? [{ word: labels[value.name] ?? "WORD", meaning: meaningOf(value.node, ""), isValue: true as const }]
      : []),
    ...(node.form
      ? [
          { word: "|", meaning: "Output modifiers", isValue: true as const },
          { word: "<cr>", meaning: "", isValue: true as const },
        ]
      : []),
  ];
}

const labels: Readonly<Record<string, string>> = {
  address: "A.B.C.D",
  endpoint: "A.B.C.D or interface",
  interface: "Interface",
  spi: "<256-4294967295>",
  number: "<0-65535>",
};
