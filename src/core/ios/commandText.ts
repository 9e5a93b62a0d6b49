import type { Dialect } from "../model/router.ts";
import type { CompiledCommand } from "./compiledCommand.ts";
import { formatCommand } from "./formatting.ts";
import type { Arguments } from "./matching.ts";

/** A command with its arguments as a line, behind an indentation. */
export function commandText(command: CompiledCommand, args: Arguments, dialect: Dialect, indent = ""): string {
  if (args["no"] === true) return `${indent}no ${command.title}`;
  return formatCommand(command.syntax, args, dialect, command.negated ? `${indent}no ` : indent);
}
