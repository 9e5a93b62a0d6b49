import { usersOf, type NameUser } from "../derive/references.ts";
import { BUILT_IN_NAMES, type NameKind } from "../derive/referenceTable.ts";
import { extendedEntry, standardEntry } from "../ios/accessListArguments.ts";
import type { CompiledCommand } from "../ios/compiledCommand.ts";
import { entryKindOf } from "../ios/entryFields.ts";
import { isVirtualInterface } from "../ios/interfaceName.ts";
import { keyPeerOf } from "../ios/isakmp/keyPeer.ts";
import type { Arguments } from "../ios/matching.ts";
import type { AccessListEntry } from "../model/accessList.ts";
import type { CryptoMapEntry, DynamicMapEntry } from "../model/cryptoMap.ts";
import type { Secret } from "../model/isakmp.ts";
import { keyPeerName, type ElementKind } from "../model/router.ts";
import { copyOf, elementsOf, type Draft, type OpenMode } from "./configuration.ts";

/** What stands before a command. */
export type Negation = "no" | "default" | undefined;

/** A command with what it says, and the section that it is typed in; none for a global one. */
export interface Asking {
  readonly command: CompiledCommand;
  readonly args: Arguments;
  readonly negation: Negation;
  readonly owner: OpenMode | undefined;
}

/** A refusal in IOS's words; an empty text where IOS says that the input is invalid. */
export interface Refusal {
  readonly text: string;
}

/** Why IOS does not take a command that it understands. */
export function refusalOfCommand(draft: Draft, asking: Asking): Refusal | undefined {
  return asking.owner === undefined ? refusalOfGlobal(draft, asking) : refusalInside(draft, asking, asking.owner);
}

function refusalOfGlobal(draft: Draft, { args, command }: Asking): Refusal | undefined {
  const kind = command.global?.kind;
  const name = command.global?.name(args) ?? "";
  const elements = elementsOf(draft);
  switch (kind) {
    case "cryptoMapEntry": {
      const entry = elements.cryptoMapEntry.get(name);
      const { dynamicMap, type } = args as Partial<CryptoMapEntry>;
      if (type === undefined) return entry === undefined ? { text: "% Incomplete command." } : undefined;
      if (entry !== undefined && (entry.type !== type || entry.dynamicMap !== dynamicMap))
        return { text: "Attempt to change type of existing crypto map is not permitted." };
      if (dynamicMap !== undefined && !isThere(draft, "dynamicMap", dynamicMap))
        return { text: `ERROR: Dynamic crypto map with tag "${dynamicMap}" does not exist.` };
      return undefined;
    }
    case "isakmpKey":
      return keyRefusal(args, elements.isakmpKey.get(name)?.secret);
    case "accessList":
      return listRefusal(draft, command, args, name);
    case "objectGroup": {
      const group = elements.objectGroup.get(name);
      const fresh = command.global?.create(args) as { readonly type?: string } | undefined;
      return group === undefined || group.type === fresh?.type
        ? undefined
        : { text: `% Object group "${name}" is of another type` };
    }
    case "natPool":
      return elements.natPool.has(name) && usersOf(elements, "natPool", name).length > 0
        ? { text: `%Pool ${name} in use, cannot redefine` }
        : undefined;
    default:
      return undefined;
  }
}

/** A list has one type, and an entry once. */
function listRefusal(draft: Draft, command: CompiledCommand, args: Arguments, name: string): Refusal | undefined {
  const list = draft.elements.accessList.get(name) as { readonly type: string } | undefined;
  const fresh = command.global?.create(args) as { readonly type?: string } | undefined;
  if (list !== undefined && list.type !== fresh?.type)
    return { text: `% A named ${list.type} IP access list with this name already exists` };
  return lineRefusal(draft, name, args);
}

function lineRefusal(draft: Draft, list: string, { entry, sequence }: Arguments): Refusal | undefined {
  const known = elementsOf(draft).accessList.get(list);
  const said = entry as AccessListEntry | undefined;
  if (known?.lines.some((line) => line.sequence === sequence) === true) return { text: "% Duplicate sequence number" };
  if (said === undefined) return undefined;
  for (const group of groupsOf(said)) {
    const members = elementsOf(draft).objectGroup.get(group)?.members;
    if (members === undefined) return { text: `% Object group "${group}" does not exist` };
    if (members.length === 0) return { text: `% Object group "${group}" is empty` };
  }
  if (known === undefined) return undefined;
  const type = known.type === "extended" ? extendedEntry : standardEntry;
  const text = type.format(said, "classic");
  const twice = known.lines.some((line) => line.kind === "entry" && type.format(line, "classic") === text);
  return twice ? { text: `% Duplicate ${said.action} statement ignored.` } : undefined;
}

function groupsOf({ destination, serviceGroup, source }: AccessListEntry): readonly string[] {
  return [source, destination]
    .flatMap((side) => (side.kind === "object-group" ? [side.name] : []))
    .concat(serviceGroup ?? []);
}

function refusalInside(draft: Draft, { args, command }: Asking, owner: OpenMode): Refusal | undefined {
  const { kind, name } = owner;
  const entryKind = entryKindAt(draft, kind, name);
  if (entryKind === "anchor" || (entryKind !== undefined && command.command.entries?.includes(entryKind) === false))
    return { text: "" };
  switch (command.field) {
    case "transformSets": {
      const missing = (args["transformSets"] as readonly string[]).find((set) => !isThere(draft, "transformSet", set));
      return missing === undefined ? undefined : { text: `ERROR: transform set with tag "${missing}" does not exist.` };
    }
    case "cryptoMap": {
      const map = String(args["name"]);
      return kind !== "interface" || isThere(draft, "cryptoMap", map)
        ? undefined
        : { text: `ERROR: Crypto Map with tag "${map}" does not exist.` };
    }
    case "lines":
      return lineRefusal(draft, name, args);
    case "keys": {
      const peer = kind === "keyring" ? keyPeerOf(args) : undefined;
      if (peer === undefined) return undefined;
      const keys = elementsOf(draft).keyring.get(name)?.keys ?? [];
      return keyRefusal(args, keys.find((key) => keyPeerName(key.peer) === keyPeerName(peer))?.secret);
    }
    default:
      return undefined;
  }
}

/** The kind of a crypto map entry; undefined for any other element. */
function entryKindAt(draft: Draft, kind: ElementKind, name: string) {
  if (kind !== "cryptoMapEntry" && kind !== "dynamicMapEntry") return undefined;
  const entry = draft.elements[kind].get(name) as CryptoMapEntry | DynamicMapEntry | undefined;
  return entry === undefined ? undefined : entryKindOf(entry);
}

/** A peer has one key: another is taken once the first is gone. */
function keyRefusal(args: Arguments, secret: Secret | undefined): Refusal | undefined {
  const peer = keyPeerOf(args);
  if (secret === undefined || peer === undefined) return undefined;
  return { text: `A pre-shared key for ${keyPeerName(peer).replace(/^address /, "address mask ")} already exists!` };
}

/** Why IOS does not let something go: it is in use. */
export function refusalOfRemoval(draft: Draft, { args, command, negation, owner }: Asking): Refusal | undefined {
  if (owner !== undefined) return refusalOfMember(draft, command, args, owner);
  const kind = command.global?.kind;
  const name = command.global?.name(args) ?? "";
  if (command.global?.removesElement !== true) return undefined;
  if (kind === "interface" && negation === "no" && !isVirtualInterface(name))
    return { text: "% Removal of physical interfaces is not permitted" };
  const used = kind === undefined ? undefined : inUse[kind];
  if (used === undefined) return undefined;
  const whole = kind === "cryptoMapEntry" ? (args["sequence"] === undefined ? String(args["map"]) : undefined) : name;
  if (whole === undefined) return undefined;
  const users = usersOf(elementsOf(draft), used.to, whole).filter(
    (user) => used.by.includes(user.kind) && (used.field === undefined || used.field === user.field),
  );
  return users.length === 0 || !isThere(draft, used.to, whole) ? undefined : { text: used.told(whole, users) };
}

/** Kinds that are not let go while something uses them, and what IOS says then. */
const inUse: {
  readonly [K in ElementKind]?: {
    readonly to: NameKind;
    readonly by: readonly ElementKind[];
    /** The field that holds on to it, where others do not. */
    readonly field?: string;
    readonly told: (name: string, users: readonly NameUser[]) => string;
  };
} = {
  cryptoMapEntry: {
    to: "cryptoMap",
    by: ["interface"],
    told: (name, users) =>
      `% Crypto-map ${name} is in use by interface(s): ${named(users)}. Please remove the crypto map from the above interface(s) first`,
  },
  transformSet: {
    to: "transformSet",
    by: ["cryptoMapEntry", "dynamicMapEntry", "ipsecProfile"],
    told: (name, users) =>
      `% Transform set ${name} is in use by ${named(users)}. Please remove the transform set from the above first`,
  },
  accessList: {
    to: "accessList",
    by: ["cryptoMapEntry", "dynamicMapEntry"],
    field: "matchAddress",
    told: (name, users) => `% Access list ${name} is in use by ${named(users)}. Please remove match address first`,
  },
  objectGroup: {
    to: "objectGroup",
    by: ["accessList"],
    told: (name, users) => `% Object group ${name} is in use by ${named(users)}, cannot be deleted`,
  },
  natPool: { to: "natPool", by: ["natRule"], told: (name) => `%Pool ${name} in use, cannot destroy` },
};

function named(users: readonly NameUser[]): string {
  const words: { readonly [K in ElementKind]?: string } = {
    cryptoMapEntry: "crypto map ",
    dynamicMapEntry: "dynamic map ",
    ipsecProfile: "IPsec profile ",
    accessList: "access list ",
    objectGroup: "object group ",
  };
  return [...new Set(users.map(({ kind, name }) => `${words[kind] ?? ""}${name}`))].join(", ");
}

/** An object group in use keeps its last member. Source: Cisco, Object Groups for ACLs, restrictions. */
function refusalOfMember(
  draft: Draft,
  command: CompiledCommand,
  args: Arguments,
  owner: OpenMode,
): Refusal | undefined {
  if (entryKindAt(draft, owner.kind, owner.name) === "anchor") return { text: "" };
  if (owner.kind !== "objectGroup" || command.field !== "members") return undefined;
  const group = elementsOf(draft).objectGroup.get(owner.name);
  if (group?.members.length !== 1) return undefined;
  const left = copyOf(group);
  command.remove(left, args);
  const used = usersOf(elementsOf(draft), "objectGroup", owner.name).filter((user) => user.kind === "accessList");
  return left.members.length > 0 || used.length === 0
    ? undefined
    : { text: `% Object group ${owner.name} is in use by ${named(used)}, cannot be emptied` };
}

function isThere(draft: Draft, to: NameKind, name: string): boolean {
  if (BUILT_IN_NAMES[to]?.includes(name) === true) return true;
  const elements = elementsOf(draft);
  switch (to) {
    case "transformSet":
      return elements.transformSet.has(name);
    case "accessList":
      return elements.accessList.has(name);
    case "objectGroup":
      return elements.objectGroup.has(name);
    case "natPool":
      return elements.natPool.has(name);
    case "cryptoMap":
      return [...elements.cryptoMapEntry.values()].some(({ map }) => map === name);
    case "dynamicMap":
      return [...elements.dynamicMapEntry.values()].some(({ map }) => map === name);
    default:
      return true;
  }
}
