import type { Dialect } from "../model/router.ts";
import type { CompiledCommand } from "./compiledCommand.ts";
import { formatCommand } from "./formatting.ts";
import type { Arguments } from "./matching.ts";

/** A command with its arguments as a line, without indentation. */
export function commandText(command: CompiledCommand, args: Arguments, dialect: Dialect): string {
  if (args["no"] === true) return `no ${command.title}`;
  const text = formatCommand(command.syntax, args, dialect);
  return command.negated ? `no ${text}` : text;
}
