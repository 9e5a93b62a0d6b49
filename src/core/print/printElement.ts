import { commandText, type uncheckedCommandText } from "../ios/commandText.ts";
import type { CompiledCommand } from "../ios/compiledCommand.ts";
import type { GlobalStep } from "../ios/globalSteps.ts";
import type { Arguments } from "../ios/matching.ts";
import type { CompiledMode } from "../ios/mode.ts";
import { modeOf } from "../ios/modes.ts";
import {
  elementName,
  type Dialect,
  type Element,
  type ElementKind,
  type Place,
  type RouterId,
} from "../model/router.ts";
import { keptQueue, pushKeptAfter, pushKeptRest } from "./keptLines.ts";
import type { PrintedLine } from "./printedConfiguration.ts";

/** What the lines of an element depend on besides the element. */
export interface PrintContext {
  readonly router: RouterId;
  readonly dialect: Dialect;
}

/** The same, with what writes a command with its arguments as a line. It is made once for all elements. */
export interface WritingContext extends PrintContext {
  readonly write: typeof uncheckedCommandText;
}

/** Prints the lines that an element has in one step of the global order: its header with its section, or its single lines. */
export function printElement(
  step: GlobalStep,
  kind: ElementKind,
  element: Element,
  { dialect, router }: PrintContext,
  lines: PrintedLine[],
): void {
  const name = elementName(kind, element as never);
  writeElement(step, { router, kind, name }, element, { dialect, router, write: commandText }, lines);
}

/** The same of an element whose place is known, with lines that are written as the context says. */
export function writeElement(
  step: GlobalStep,
  owner: Place,
  element: Element,
  context: WritingContext,
  lines: PrintedLine[],
): void {
  const { dialect, write } = context;
  const { kind } = owner;
  // Loops by index, here and below: a hundred thousand lines pass through them.
  const { commands } = step;
  for (let at = 0; at < commands.length; at += 1) {
    const command = commands[at];
    if (command?.global?.kind !== kind) continue;
    const written = command.write(element, dialect);
    for (let index = 0; index < written.length; index += 1) {
      const args = written[index];
      if (args === undefined) continue;
      lines.push({ text: write(command, args, dialect, ""), place: placeOf(owner, command, args, index) });
      const { opens } = command;
      if (opens !== undefined) writeSection(modeOf(opens), element, owner, context, lines);
    }
  }
}

/** Writes the section of an element, or of a member of it that has a mode of its own. */
function writeSection(
  mode: CompiledMode,
  element: object,
  owner: Place,
  context: WritingContext,
  lines: PrintedLine[],
): void {
  const { dialect, write } = context;
  const { commands, nests } = mode;
  const { indent } = mode.mode;
  const kept = keptQueue(element, indent, owner, lines.length, nests);
  if (kept !== undefined) pushKeptAfter(kept, "", lines);
  for (let at = 0; at < commands.length; at += 1) {
    const command = commands[at];
    if (command === undefined) continue;
    if (command.saysFieldOnly) writeField(command, element as Arguments, owner, context, indent, lines);
    else {
      const written = command.write(element, dialect);
      for (let index = 0; index < written.length; index += 1) {
        const args = written[index];
        if (args === undefined) continue;
        const place = placeOf(owner, command, args, index);
        lines.push({ text: write(command, args, dialect, indent), place });
        const member = command.nested?.(element, args);
        if (member !== undefined && command.opens !== undefined)
          writeSection(modeOf(command.opens), member, place, context, lines);
        if (kept !== undefined && place.item !== undefined) pushKeptAfter(kept, String(place.item), lines);
      }
    }
    const { field } = command;
    // Several commands may set one field; what stood behind the field follows the last of them.
    if (kept !== undefined && field !== undefined && !commands.slice(at + 1).some((later) => later.field === field))
      pushKeptAfter(kept, field, lines);
  }
  if (kept !== undefined) pushKeptRest(kept, lines);
}

/** Writes the line of a command that says its field alone: most commands of a mode have nothing to say of most elements. */
function writeField(
  command: CompiledCommand,
  element: Arguments,
  owner: Place,
  { dialect, write }: WritingContext,
  indent: string,
  lines: PrintedLine[],
): void {
  const { fallback, field = "" } = command;
  const value = element[field];
  if (value === undefined || value === fallback || (Array.isArray(value) && value.length === 0)) return;
  lines.push({ text: write(command, element, dialect, indent), place: placeOf(owner, command, element, 0) });
}

/** Lines of a member's own mode all stand for the member. */
function placeOf(owner: Place, command: CompiledCommand, args: Arguments, index: number): Place {
  const { field } = command;
  if (field === undefined || owner.field !== undefined) return owner;
  const item = command.item(args, index);
  const { router, kind, name } = owner;
  return item === undefined ? { router, kind, name, field } : { router, kind, name, field, item };
}
