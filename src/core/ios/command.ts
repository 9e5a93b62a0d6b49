import type { Dialect, ElementKind, ElementTypes } from "../model/router.ts";
import type { SyntaxDiagnostic } from "../model/source.ts";
import type { EntryKind } from "./entryKind.ts";

/** An element while it is being read: the same fields, but writable. */
export type Draft<T> = { -readonly [P in keyof T]: T[P] extends readonly (infer U)[] ? U[] : T[P] };

/** The modes of IOS that hold commands of the model. `global` is `(config)#`. */
export type ModeId =
  | "global"
  | "interface"
  | "extended-access-list"
  | "standard-access-list"
  | "network-group"
  | "service-group"
  | "vrf-definition"
  | "ip-vrf"
  | "route-map"
  | "radius-server"
  | "tacacs-server"
  | "isakmp-policy"
  | "isakmp-peer"
  | "isakmp-profile"
  | "keyring"
  | "client-group"
  | "transform-set"
  | "ipsec-profile"
  | "crypto-map"
  | "dynamic-map"
  | "ikev2-proposal"
  | "ikev2-policy"
  | "ikev2-keyring"
  | "ikev2-keyring-peer"
  | "ikev2-profile";

/**
 * One IOS command, told once: parser, printer, panels, completion, hover and the command reference all read this.
 * `E` is the element that it sets a field of, `A` what its arguments are called.
 *
 * Where `read`, `write` and `remove` are absent they follow from the field: a command without arguments sets a flag, one
 * with an argument of the field's name sets that, and a repeated argument a list.
 */
export interface CommandDescription<E extends object, A extends object> {
  /** In the notation of `syntax.ts`: the form that IOS prints. */
  readonly syntax: string;
  /** Other forms that are read with the same arguments, such as an older spelling. */
  readonly aliases?: readonly string[];
  /** The running-config shows the command with `no` before it, and it is the `no` form that sets the field. */
  readonly negated?: true;
  /** The field of the element that it sets; absent on a line that opens a section. */
  readonly field?: keyof E & string;
  /** One line per member of the field's list, rather than one line for the whole list. */
  readonly perItem?: true;
  /** The value that IOS takes without the command. The running-config omits it, and the model too. */
  readonly default?: unknown;
  /** What happens without the command, where that is no plain value. */
  readonly withoutIt?: string;
  /** The model has no place for what it says: the line is known, and kept as it is. */
  readonly keeps?: true;
  /** Of a line within a crypto map's entry: the kinds of entry that take it, where not all do. */
  readonly entries?: readonly EntryKind[];
  /** Why IOS no longer takes the command. */
  readonly obsolete?: string;
  /** The mode that the command opens. */
  readonly opens?: ModeId;
  /** The rule that a value out of range is reported under; `syntax` where there is none. */
  readonly rangeRule?: SyntaxDiagnostic["rule"];
  /** What the command does, in one or two sentences. */
  readonly summary: string;
  /** Where the fact is from. */
  readonly source: string;
  /** What single keywords and arguments mean, by keyword or argument name. */
  readonly words?: Readonly<Record<string, string>>;

  /** Sets the field, and answers which member of a list the line is. */
  read?(draft: Draft<E>, args: A): ItemName | undefined;
  /** The arguments of each line that the element needs of this command. Those of a `negated` line may carry `no`. */
  write?(element: E, dialect: Dialect): readonly A[];
  /** The item of each written line; absent: its index in a list, nothing for a single value. */
  item?(args: A, index: number): ItemName | undefined;
  /** The arguments as IOS prints them, where it prints other ones than were typed; the same object where it does not. */
  normalise?(args: A): A;
  /** What the `no` form does; arguments may be missing. */
  remove?(draft: Draft<E>, args: Partial<A>): void;
  /** Of several commands that begin alike, a `no` form that stops short means this one. */
  readonly shortNo?: true;
  /** The object that the lines of the opened mode set fields of, where that is a member of the element: a peer in its keyring. */
  nested?(element: Draft<E>, args: A): object | undefined;
}

/** What tells members of a list apart in a place. */
export type ItemName = string | number;

/** A command of global configuration mode. It names the element that it makes or changes. */
export interface GlobalCommandDescription<K extends ElementKind, A extends object> extends CommandDescription<
  ElementTypes[K],
  A
> {
  readonly kind: K;
  /** The element's name, from the arguments; undefined when a `no` form does not tell it. */
  name(args: A): string | undefined;
  /** A new element of that name. */
  create(args: A): Draft<ElementTypes[K]>;
  /** The `no` form takes away the whole element, rather than a field of it. */
  readonly removesElement?: true;
  /** Names of all elements that the `no` form takes away, where it is more than one. */
  removedNames?(names: Iterable<string>, args: Partial<A>): readonly string[];
  /** Elements of another kind that the `no` form takes away too. */
  removedBeside?(args: Partial<A>): { readonly kind: ElementKind; readonly name: string } | undefined;
  /** The line opens an element that must exist; answers what is wrong when it does not. */
  requiresExisting?(args: A): string | undefined;
  /** Whether a line of the same name starts the element anew, as where it says everything of it. */
  readonly replaces?: true;
}

/** A command of a section, whatever its element. */
export type Command = CommandDescription<object, object>;

/** A command of global configuration mode, whatever its element. */
export type GlobalCommand = Omit<CommandDescription<object, object>, "field"> & {
  readonly field?: string;
  readonly kind: ElementKind;
  name(args: object): string | undefined;
  create(args: object): object;
  readonly removesElement?: true;
  removedNames?(names: Iterable<string>, args: object): readonly string[];
  removedBeside?(args: object): { readonly kind: ElementKind; readonly name: string } | undefined;
  requiresExisting?(args: object): string | undefined;
  readonly replaces?: true;
};

/** Declares a command of a section. */
export function sectionCommand<E extends object, A extends object = object>(
  description: CommandDescription<E, A>,
): Command {
  return description as unknown as Command;
}

/** Declares a command of global configuration mode. */
export function globalCommand<K extends ElementKind, A extends object = object>(
  description: GlobalCommandDescription<K, A>,
): GlobalCommand {
  return description;
}

type KeptDocumentation = Pick<Command, "syntax" | "summary" | "source" | "words" | "aliases" | "obsolete" | "entries">;

/** Declares a command of a section that is known but has no field. */
export function keptCommand(documentation: KeptDocumentation): Command {
  return { ...documentation, keeps: true };
}

/** Declares a command of global configuration mode that is known but has no element. */
export function keptGlobalCommand(documentation: KeptDocumentation): GlobalCommand {
  return { ...documentation, keeps: true, kind: "keptBlock", name: () => undefined, create: () => ({}) };
}

export function isGlobal(command: Command | GlobalCommand): command is GlobalCommand {
  return "kind" in command;
}
