import type { Dialect } from "../model/router.ts";
import type { CompiledCommand } from "./compiledCommand.ts";
import { formatUnchecked, oneLine } from "./formatting.ts";
import type { Arguments } from "./matching.ts";

/** A command with its arguments as a line, behind an indentation. */
export function commandText(command: CompiledCommand, args: Arguments, dialect: Dialect, indent = ""): string {
  return oneLine(uncheckedCommandText(command, args, dialect, indent));
}

/** The same without a look whether it is one line, for whoever looks at many lines together. */
export function uncheckedCommandText(
  command: CompiledCommand,
  args: Arguments,
  dialect: Dialect,
  indent: string,
): string {
  if (args["no"] === true) return `${indent}no ${command.title}`;
  return formatUnchecked(command.syntax, args, dialect, command.negated ? `${indent}no ` : indent);
}
