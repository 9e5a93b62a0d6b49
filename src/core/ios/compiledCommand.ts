import type { Dialect } from "../model/router.ts";
import { isGlobal, type Command, type GlobalCommand, type ItemName } from "./command.ts";
import { formatCommand, leadingWords } from "./formatting.ts";
import type { Arguments } from "./matching.ts";
import { readSyntax, type SequenceNode } from "./syntax.ts";

/** A command with its syntax read and everything that its description leaves to the engine filled in. */
export interface CompiledCommand {
  readonly command: Command | GlobalCommand;
  /** Present where the command is one of global configuration mode. */
  readonly global: GlobalCommand | undefined;
  readonly syntax: SequenceNode;
  readonly aliases: readonly SequenceNode[];
  /** The keywords that it begins with, `set peer`: how it is spoken of. */
  readonly title: string;
  readonly field: string | undefined;
  read(draft: object, args: Arguments): ItemName | undefined;
  remove(draft: object, args: Arguments): void;
  /** The lines that an element needs of this command. */
  write(element: object, dialect: Dialect): readonly Arguments[];
  item(args: Arguments, index: number): ItemName | undefined;
}

const compiled = new WeakMap<object, CompiledCommand>();

/** Compiles a command once. */
export function compile(command: Command | GlobalCommand): CompiledCommand {
  const known = compiled.get(command);
  if (known !== undefined) return known;
  const made = compileAnew(command);
  compiled.set(command, made);
  return made;
}

function compileAnew(command: Command | GlobalCommand): CompiledCommand {
  const syntax = readSyntax(command.syntax);
  const { field } = command as { readonly field?: string };
  const byField =
    field === undefined ? opensOnly : command.perItem ? listMember(field, syntax) : singleValue(field, syntax, command);
  return {
    command,
    global: isGlobal(command) ? command : undefined,
    syntax,
    aliases: (command.aliases ?? []).map(readSyntax),
    title: leadingWords(syntax),
    field,
    read: (command.read?.bind(command) as CompiledCommand["read"] | undefined) ?? byField.read,
    remove: (command.remove?.bind(command) as CompiledCommand["remove"] | undefined) ?? byField.remove,
    write: (command.write?.bind(command) as CompiledCommand["write"] | undefined) ?? byField.write,
    item: (command.item?.bind(command) as CompiledCommand["item"] | undefined) ?? byField.item,
  };
}

type Behaviour = Pick<CompiledCommand, "read" | "remove" | "write" | "item">;

const nothing: readonly Arguments[] = [];
const once: readonly Arguments[] = [{}];

/** A line that opens a section and says no more than the element's name. */
const opensOnly: Behaviour = {
  read: () => undefined,
  remove: () => undefined,
  write: () => nothing,
  item: () => undefined,
};

function singleValue(field: string, syntax: SequenceNode, command: Command | GlobalCommand): Behaviour {
  const takesValue = syntax.names.includes(field);
  const repeated = syntax.nodes.some((node) => node.is === "argument" && node.name === field && node.repeated);
  const fallback = command.default;
  return {
    read(draft, args) {
      const target = draft as Arguments;
      const value = takesValue ? args[field] : true;
      // A default is the same as nothing, to IOS and to the model.
      if (value === undefined || (fallback !== undefined && value === fallback)) clear(target, field);
      else target[field] = value;
      return undefined;
    },
    remove(draft) {
      clear(draft as Arguments, field);
    },
    write(element) {
      const value = (element as Arguments)[field];
      if (value === undefined || (repeated && (value as readonly unknown[]).length === 0)) return nothing;
      if (fallback !== undefined && value === fallback) return nothing;
      return takesValue ? [{ [field]: value }] : once;
    },
    item: () => undefined,
  };
}

function listMember(field: string, syntax: SequenceNode): Behaviour {
  const format = (value: unknown) => formatCommand(syntax, { [field]: value }, "classic");
  const indexOf = (list: readonly unknown[], value: unknown) => {
    const text = format(value);
    return list.findIndex((one) => one === value || format(one) === text);
  };
  return {
    read(draft, args) {
      const list = (draft as Arguments)[field] as unknown[];
      const value = args[field];
      const present = indexOf(list, value);
      return present >= 0 ? present : list.push(value) - 1;
    },
    remove(draft, args) {
      const list = (draft as Arguments)[field] as unknown[];
      const value = args[field];
      if (value === undefined) list.length = 0;
      else {
        const present = indexOf(list, value);
        if (present >= 0) list.splice(present, 1);
      }
    },
    write(element) {
      const list = (element as Arguments)[field] as readonly unknown[];
      return list.length === 0 ? nothing : list.map((value) => ({ [field]: value }));
    },
    item: (_args, index) => index,
  };
}

/** Takes a field's value away: a list becomes empty, anything else absent. */
export function clear(draft: Arguments, field: string): void {
  if (Array.isArray(draft[field])) draft[field] = [];
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- An absent field is how the model says "default".
  else if (field in draft) delete draft[field];
}
