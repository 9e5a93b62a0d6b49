import { glossaryOf, type HelpItem, type RuleDocs, type RuleId } from "../../core/index.ts";

/** What a rule means, as Markdown for a hover: its name, what, why, what to do, and where the fact comes from. */
export function ruleMarkdown(rule: RuleId, { what, why, remedy, source }: RuleDocs): string {
  return [
    `**${rule}** ${escapeMarkdown(what)}`,
    `*Why:* ${escapeMarkdown(why)}`,
    `*Remedy:* ${escapeMarkdown(remedy)}`,
    `*Source:* ${escapeMarkdown(source)}`,
  ].join("\n\n");
}

/** What a word of a command means there, as Markdown: the word, then the command with its syntax, default, term and source. */
export function wordMarkdown(word: string, item: HelpItem): string {
  const [help] = item.commands;
  const paragraphs = [`**${escapeMarkdown(word)}** ${escapeMarkdown(item.meaning)}`];
  if (help) {
    const { syntax, summary, source, withoutIt } = help.command;
    const fallback = help.command.default;
    const without =
      withoutIt ?? (typeof fallback === "string" || typeof fallback === "number" ? `${fallback}.` : undefined);
    paragraphs.push(`\`${plainSyntax(syntax)}\``);
    if (summary !== item.meaning) paragraphs.push(escapeMarkdown(summary));
    if (without !== undefined) paragraphs.push(`*Without it:* ${escapeMarkdown(without)}`);
    for (const { term, meaning } of glossaryOf(word)) paragraphs.push(`*${term}:* ${escapeMarkdown(meaning)}`);
    paragraphs.push(`*Source:* ${escapeMarkdown(source)}`);
  }
  return paragraphs.join("\n\n");
}

/** A syntax without the types of its arguments: `set peer <peer> [default]`. */
export function plainSyntax(syntax: string): string {
  return syntax.replace(/<(\w+):[^>]+>/g, "<$1>");
}

/** Text as it stands: an asterisk or an angle bracket in a command's syntax is not markup. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~-]/g, "\\$&").replace(/&/g, "&amp;");
}
