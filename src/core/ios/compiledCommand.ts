import { elementNames, type Dialect, type ElementKind } from "../model/router.ts";
import { isGlobal, type Command, type GlobalCommand, type ItemName, type ModeId } from "./command.ts";
import { numberOfField } from "./fieldNumbers.ts";
import { formatCommand, leadingWords } from "./formatting.ts";
import type { Arguments } from "./matching.ts";
import { readSyntax, type SequenceNode } from "./syntax.ts";

/**
 * A command with its syntax read and everything that its description leaves to the engine filled in. What reading and printing ask of
 * each line stands here in one order for all commands: objects of one shape are read several times faster than those of a hundred.
 */
export interface CompiledCommand {
  readonly command: Command | GlobalCommand;
  /** Present where the command is one of global configuration mode. */
  readonly global: CompiledGlobal | undefined;
  readonly syntax: SequenceNode;
  readonly aliases: readonly SequenceNode[];
  /** The keywords that it begins with, `set peer`: how it is spoken of. */
  readonly title: string;
  readonly field: string | undefined;
  readonly fieldNumber: number;
  readonly negated: boolean;
  readonly keeps: boolean;
  readonly opens: ModeId | undefined;
  /** The value that IOS takes without the command. */
  readonly fallback: unknown;
  readonly normalise: ((args: Arguments) => Arguments) | undefined;
  readonly nested: ((element: object, args: Arguments) => object | undefined) | undefined;
  readonly read: (draft: object, args: Arguments) => ItemName | undefined;
  readonly remove: (draft: object, args: Arguments) => void;
  /** The lines that an element needs of this command. */
  readonly write: (element: object, dialect: Dialect) => readonly Arguments[];
  readonly item: (args: Arguments, index: number) => ItemName | undefined;
  /** Its line says the value of its field and nothing else, so that it can be written from an element as it is. */
  readonly saysFieldOnly: boolean;
}

interface ElementInPlace {
  readonly kind: ElementKind;
  readonly name: string;
}

/** What is special to a command of global configuration mode. */
export interface CompiledGlobal {
  readonly kind: ElementKind;
  readonly keeps: boolean;
  readonly replaces: boolean;
  readonly removesElement: boolean;
  readonly name: (args: object) => string | undefined;
  readonly create: (args: object) => object;
  /** The name of an element that it made. */
  readonly nameOf: (element: object) => string;
  readonly removedNames: ((names: Iterable<string>, args: object) => readonly string[]) | undefined;
  readonly removedBeside: ((args: object) => ElementInPlace | undefined) | undefined;
  /** What is wrong where the element does not exist. */
  readonly requiresExisting: ((args: object) => string | undefined) | undefined;
}

/** The elements of its own kind that a `no` form takes away, of those that there are: what the command says, else the one that it names. */
export function namesTakenAway(global: CompiledGlobal, names: Iterable<string>, args: object): readonly string[] {
  const removed = global.removedNames?.(names, args);
  if (removed !== undefined) return removed;
  const name = global.name(args);
  return name === undefined ? [] : [name];
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
  // What descriptions do is done by plain functions, none of which speaks of its description as `this`.
  const own = command as Partial<Behaviour & Pick<CompiledCommand, "normalise" | "nested">>;
  const byField =
    field === undefined ? opensOnly : command.perItem ? listMember(field, syntax) : singleValue(field, syntax, command);
  return {
    command,
    global: isGlobal(command) ? compileGlobal(command) : undefined,
    syntax,
    aliases: (command.aliases ?? []).map(readSyntax),
    title: leadingWords(syntax),
    field,
    fieldNumber: numberOfField(field),
    negated: command.negated === true,
    keeps: command.keeps === true,
    opens: command.opens,
    fallback: command.default,
    normalise: own.normalise,
    nested: own.nested,
    read: own.read ?? byField.read,
    remove: own.remove ?? byField.remove,
    write: own.write ?? byField.write,
    item: own.item ?? byField.item,
    saysFieldOnly: byField.saysFieldOnly === true && own.write === undefined && own.item === undefined,
  };
}

function compileGlobal(command: GlobalCommand): CompiledGlobal {
  const own = command as Pick<CompiledGlobal, "name" | "create"> & Partial<CompiledGlobal>;
  return {
    kind: command.kind,
    keeps: command.keeps === true,
    replaces: command.replaces === true,
    removesElement: command.removesElement === true,
    name: own.name,
    create: own.create,
    nameOf: elementNames[command.kind] as CompiledGlobal["nameOf"],
    removedNames: own.removedNames,
    removedBeside: own.removedBeside,
    requiresExisting: own.requiresExisting,
  };
}

type Behaviour = Pick<CompiledCommand, "read" | "remove" | "write" | "item"> &
  Partial<Pick<CompiledCommand, "saysFieldOnly">>;

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
    saysFieldOnly: takesValue && syntax.names.length === 1,
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
