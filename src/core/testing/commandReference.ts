import type { ArgumentType } from "../ios/argumentType.ts";
import { compile, type CompiledCommand } from "../ios/compiledCommand.ts";
import { MODES } from "../ios/modes.ts";
import type { Mode } from "../ios/mode.ts";
import { argumentsIn, partsOf, type SequenceNode, type SyntaxNode } from "../ios/syntax.ts";

/** The reference of all commands in Markdown, made from the descriptions that parser and printer read. */
export function commandReference(): string {
  return [
    "# The commands that Tunnelwright understands",
    "",
    "<!-- Made from src/core/ios by `npm run unit -- src/core/ios/commandReference.test.ts -u`; not to be edited by hand. -->",
    "",
    "Every command of the model, by the mode that it stands in, in the order in which a running-config shows it. Words in",
    "`<angle brackets>` are values, `[brackets]` may be left out, and of `{braces}` one is chosen. What is not listed here is kept",
    "in a configuration as it stands.",
    "",
    ...MODES.map((mode) => `- [${titleOf(mode)}](#${anchorOf(titleOf(mode))})`),
    ...MODES.flatMap(modeSection),
    "",
  ].join("\n");
}

function titleOf({ id, prompt }: Mode): string {
  return id === "global" ? "Global configuration (config)" : `${id} (${prompt})`;
}

/** The anchor that Markdown makes of a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w -]/g, "")
    .replaceAll(" ", "-");
}

function modeSection(mode: Mode): readonly string[] {
  return ["", `## ${titleOf(mode)}`, ...mode.commands.map(compile).flatMap(commandSection)];
}

function commandSection({ command, syntax, title }: CompiledCommand): readonly string[] {
  const { aliases = [], keeps, negated, obsolete, opens, source, summary } = command;
  const facts = [
    ...aliases.map((alias) => `Also read: \`${notation(compile({ ...command, syntax: alias }).syntax)}\`.`),
    ...defaultOf(command),
    ...(negated === true ? [`A running-config shows it as \`no ${title}\`.`] : []),
    ...(keeps === true && obsolete === undefined ? ["It is known, and kept as it stands: no check reads it."] : []),
    ...(obsolete === undefined ? [] : [`Obsolete: ${obsolete}`]),
    ...(opens === undefined ? [] : [`Opens ${opens}.`]),
    `Source: ${source}.`,
  ];
  const values = valuesOf(command, syntax);
  return [
    "",
    `### ${title === "" ? `\`${notation(syntax)}\`` : title}`,
    "",
    "```text",
    notation(syntax),
    "```",
    "",
    summary,
    "",
    ...(values.length === 0 ? [] : [...values, ""]),
    facts.join(" "),
  ];
}

function defaultOf({ default: fallback, withoutIt }: CompiledCommand["command"]): readonly string[] {
  if (fallback !== undefined)
    return [
      `Default: \`${typeof fallback === "string" ? fallback : JSON.stringify(fallback)}\`, which a running-config omits.`,
    ];
  return withoutIt === undefined ? [] : [`Without it: ${withoutIt}`];
}

/** What each value may be, with its range, and what each explained keyword means. */
function valuesOf({ words = {} }: CompiledCommand["command"], syntax: SequenceNode): readonly string[] {
  const types = new Map(argumentsIn(syntax).map(({ name, type }) => [name, type]));
  const lines = [...types].map(([name, type]) => {
    const note = words[name];
    return `- \`<${name}>\`: ${typeText(type)}.${note === undefined ? "" : ` ${note}`}`;
  });
  const keywords = Object.entries(words).filter(([word]) => !types.has(word));
  return [...lines, ...keywords.map(([word, note]) => `- \`${word}\`: ${note}`)];
}

function typeText({ range, what }: ArgumentType): string {
  if (range === undefined) return what;
  const [classic, xe] = [range("classic"), range("xe17")];
  if (classic.least === xe.least && classic.most === xe.most) return what;
  return `${what}; from ${xe.least} to ${xe.most} in IOS-XE`;
}

/** A syntax in Cisco's own notation, values by their names. */
function notation(node: SyntaxNode): string {
  const parts = partsOf(node).map(notation);
  switch (node.is) {
    case "word":
      return node.word;
    case "argument":
      return `<${node.name}>${node.repeated ? "..." : ""}`;
    case "sequence":
      return parts.join(" ");
    case "choice":
      return parts.length === 1 ? parts.join("") : `{${parts.join(" | ")}}`;
    case "optional":
      return node.node.nodes[0]?.is === "choice"
        ? `[${parts.join("").replace(/^\{(.*)\}$/, "$1")}]`
        : `[${parts.join("")}]`;
    case "any-order":
      return parts.map((part) => `[${part}]`).join(" ");
    default:
      return node satisfies never;
  }
}
