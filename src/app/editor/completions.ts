import {
  entryKindAt,
  lineHelp,
  modesAt,
  namesIn,
  namesOfArgument,
  type Dialect,
  type Elements,
  type HelpItem,
  type NameKind,
} from "../../core/index.ts";
import { plainSyntax } from "./hoverText.ts";

/** Something to put at the caret, or a hint of what to type there. */
export interface Completion {
  readonly label: string;
  readonly is: "keyword" | "name" | "hint" | "end";
  /** What stands beside the label: the command that it leads to, or what the name is the name of. */
  readonly detail: string;
  readonly meaning: string;
}

export interface Completions {
  /** The beginning of the word at the caret, which a completion replaces. */
  readonly prefix: string;
  readonly items: readonly Completion[];
}

/**
 * What IOS would take at a column of a line, both counted from 1, with the names that the configuration has for it. Values that have
 * no closed set are hints, given only where no word has been begun: nobody who types a number wants a list that says so.
 */
export function completionsAt(
  elements: Elements,
  lines: readonly string[],
  line: number,
  column: number,
  dialect: Dialect,
): Completions {
  const before = (lines[line - 1] ?? "").slice(0, column - 1);
  const help = lineHelp(modesAt(lines, line - 1), before, dialect, entryKindAt(lines, line - 1));
  const items = help.items.flatMap((item): readonly Completion[] => {
    const detail = detailOf(item);
    const { label, meaning } = item;
    if (item.is === "keyword") return [{ label, is: "keyword", detail, meaning }];
    if (item.is === "end") return [{ label, is: "end", detail: "", meaning }];
    const names = namesFor(elements, item).filter(({ label: name }) => name.startsWith(help.prefix));
    return help.prefix === "" ? [...names, { label, is: "hint", detail, meaning }] : names;
  });
  return { prefix: help.prefix, items };
}

/** The one command that a word leads to, or how many there are. */
function detailOf({ commands }: HelpItem): string {
  const [only] = commands;
  return commands.length === 1 && only ? plainSyntax(only.command.syntax) : "";
}

/** The names that fit an argument: those that it refers to, and those that it would define and something already uses. */
function namesFor(elements: Elements, item: HelpItem): readonly Completion[] {
  const kinds = new Set(item.commands.flatMap(namesOfArgument));
  return namesIn(elements)
    .filter(({ to }) => kinds.has(to))
    .map(({ to, name, definitions }) => ({
      label: name,
      is: "name" as const,
      detail: definitions.length === 0 ? `${NAME_KINDS[to]}, not defined yet` : NAME_KINDS[to],
      meaning: item.meaning,
    }));
}

const NAME_KINDS: Readonly<Record<NameKind, string>> = {
  aaaAccounting: "accounting list",
  aaaAuthentication: "authentication list",
  aaaAuthorization: "authorization list",
  accessList: "access list",
  clientGroup: "client group",
  cryptoMap: "crypto map",
  dynamicMap: "dynamic map",
  ikev2Keyring: "IKEv2 keyring",
  ikev2Profile: "IKEv2 profile",
  ikev2Proposal: "IKEv2 proposal",
  interface: "interface",
  ipsecProfile: "IPsec profile",
  isakmpProfile: "ISAKMP profile",
  keyring: "keyring",
  localPool: "address pool",
  natPool: "NAT pool",
  objectGroup: "object group",
  routeMap: "route map",
  transformSet: "transform set",
  vrf: "VRF",
};
