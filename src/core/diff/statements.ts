import { commandText } from "../ios/commandText.ts";
import { ipAccessListExtended, ipAccessListStandard } from "../ios/accessList/ipAccessList.ts";
import { compile, type CompiledCommand } from "../ios/compiledCommand.ts";
import { GLOBAL_STEPS } from "../ios/globalSteps.ts";
import type { Arguments } from "../ios/matching.ts";
import type { AccessList } from "../model/accessList.ts";
import type { Dialect, ElementKind, Place } from "../model/router.ts";

/** A line that an element needs, and the line that takes it away again. */
export interface Statement {
  readonly command: CompiledCommand;
  readonly args: Arguments;
  readonly text: string;
  /** Absent where the line only says that there is nothing, such as `no ip address`. */
  readonly removal?: string;
  readonly place: Place;
  /** Whether it is one of a list: the lines of a list are told apart by what they say, others by their field. */
  readonly listed: boolean;
  /** What a line of another text replaces: its field, with the member of it where members have names. */
  readonly key: string;
}

/** The commands of global configuration mode that a kind of element prints. */
const globalCommands = new Map<ElementKind, readonly CompiledCommand[]>();

export function globalCommandsOf(kind: ElementKind): readonly CompiledCommand[] {
  const known = globalCommands.get(kind);
  if (known !== undefined) return known;
  const found = GLOBAL_STEPS.flatMap(({ commands }) =>
    commands.filter(({ global }) => global?.kind === kind && !global.keeps),
  );
  globalCommands.set(kind, found);
  return found;
}

/** The lines that an element needs of some commands, in their order. */
export function statementsOf(
  commands: readonly CompiledCommand[],
  element: object | undefined,
  owner: Place,
  dialect: Dialect,
): readonly Statement[] {
  if (element === undefined) return [];
  return commands.flatMap((command) =>
    parted(owner.kind, command, command.write(element, dialect)).map((args, index): Statement => {
      const item = partedFields.get(owner.kind) === command.field ? index : command.item(args, index);
      const text = commandText(command, args, dialect);
      const removal = removalOf(command, args, text);
      const { field } = command;
      return {
        command,
        args,
        text,
        ...(removal !== undefined && { removal }),
        place: {
          ...owner,
          ...(owner.field === undefined && field !== undefined && { field }),
          ...(owner.field === undefined && field !== undefined && item !== undefined && { item }),
        },
        listed: typeof item === "number",
        key: `${field ?? command.title} ${typeof item === "string" ? item : ""}`,
      };
    }),
  );
}

/** Lines that name several members, to which IOS adds and from which it takes single ones. */
const partedFields = new Map<ElementKind, string>([["routeMapEntry", "matchAddress"]]);

function parted(kind: ElementKind, command: CompiledCommand, written: readonly Arguments[]): readonly Arguments[] {
  const field = partedFields.get(kind);
  if (field === undefined || field !== command.field) return written;
  return written.flatMap((args) => (args[field] as readonly unknown[]).map((one) => ({ [field]: [one] })));
}

function removalOf(command: CompiledCommand, args: Arguments, text: string): string | undefined {
  if (args["no"] === true) return undefined;
  return command.negated ? text.slice("no ".length) : `no ${text}`;
}

/** The line that makes an element, and how it is taken away. */
export interface Opening {
  readonly command: CompiledCommand;
  readonly text: string;
  readonly removal: string;
  /** Whether other lines of the element stand below it. */
  readonly section: boolean;
}

/** What tells an element apart on its first line; the rest of the line says what it is. */
const naming = ["map", "sequence", "action", "name", "priority", "address", "hostname", "vrf"];

export function openingOf(kind: ElementKind, element: object, dialect: Dialect): Opening | undefined {
  if (kind === "accessList") return accessListOpening(element as AccessList, dialect);
  for (const command of globalCommandsOf(kind)) {
    const args = command.write(element, dialect)[0];
    if (args === undefined) continue;
    const text = commandText(command, args, dialect);
    const section = command.opens !== undefined;
    const names = Object.fromEntries(
      Object.entries(args).filter(([name]) => naming.includes(name) && !(kind === "keyring" && name === "vrf")),
    );
    const removal = `no ${section || kind === "user" ? commandText(command, names, dialect) : text}`;
    return { command, text, removal, section };
  }
  return undefined;
}

/** Numbered lists too are opened as a section, where single lines of them can be changed. */
function accessListOpening(list: AccessList, dialect: Dialect): Opening {
  const command = compile(list.type === "extended" ? ipAccessListExtended : ipAccessListStandard);
  const text = commandText(command, { name: list.name }, dialect);
  return { command, text, removal: `no ${text}`, section: true };
}
