import { namesTakenAway, type CompiledCommand } from "../ios/compiledCommand.ts";
import { newCursor, splitWords, wordOf, type Cursor } from "../ios/cursor.ts";
import { sortLines } from "../ios/accessList/lines.ts";
import type { Draft as ElementDraft } from "../ios/command.ts";
import { resolve } from "../ios/mode.ts";
import { modeOf } from "../ios/modes.ts";
import type { AccessList } from "../model/accessList.ts";
import { openedText, placeInText } from "../parse/delimitedText.ts";
import {
  draftOf,
  finished,
  ownElement,
  putElement,
  takeElementAway,
  type Configuration,
  type Draft,
  type OpenMode,
} from "./configuration.ts";
import { keepForeign, keepInside, keepVerbatim, refusalOfUnknown } from "./foreignLines.ts";
import { refusalOfCommand, refusalOfRemoval, type Negation } from "./refusals.ts";

/** What a router says to a line; nothing to most. */
export interface ConfigurationAnswer {
  /** In IOS's words, without a line end; empty where the line is taken without a word. */
  readonly text: string;
  /** The line changed nothing. */
  readonly refused: boolean;
}

export interface ConfigurationResult {
  readonly configuration: Configuration;
  /** One for each line. */
  readonly answers: readonly ConfigurationAnswer[];
}

/**
 * Types lines at a router in configuration mode, as a paste does: each is read in the mode that is open, then in those around it,
 * whatever its indentation, and IOS takes it or says why not. A line that is refused changes nothing, and the next one is read.
 */
export function configure(before: Configuration, lines: readonly string[]): ConfigurationResult {
  const draft = draftOf(before);
  const answers = lines.map((line) => {
    const said = typed(draft, line);
    return said === undefined
      ? taken
      : "refused" in said
        ? { text: said.refused, refused: true }
        : { text: said.told, refused: false };
  });
  return { configuration: finished(draft, before.elements), answers };
}

/** Undefined: taken without a word. */
export type Said = { readonly refused: string } | { readonly told: string } | undefined;

const taken: ConfigurationAnswer = { text: "", refused: false };

const global = modeOf("global");

function typed(draft: Draft, line: string): Said {
  if (draft.text !== undefined) {
    const place = placeInText(draft.text, line);
    if (place !== "inside") draft.text = undefined;
    if (place !== "behind") {
      keepVerbatim(draft, line);
      return undefined;
    }
  }
  const text = line.trim();
  if (text === "" || text.startsWith("!")) return undefined;
  if (/^end$/i.test(text)) {
    draft.modes = [];
    return undefined;
  }
  if (/^exit$/i.test(text)) {
    draft.modes = draft.modes.slice(0, -1);
    return undefined;
  }
  return execute(draft, line, text);
}

function execute(draft: Draft, line: string, text: string): Said {
  const cursor = newCursor();
  splitWords(cursor, text);
  cursor.dialect = draft.dialect;
  const first = (wordOf(cursor, 0) ?? "").toLowerCase();
  const negation: Negation = cursor.count > 1 && (first === "no" || first === "default") ? first : undefined;
  const start = negation === undefined ? 0 : 1;
  // Of a section outside the model it is not known what its lines are; how they stand is all that tells them from others.
  if (/^\s/.test(line) && draft.modes.length > 0 && draft.modes.at(-1)?.id === undefined) {
    keepInside(draft, line);
    return undefined;
  }
  const found = find(draft, cursor, start);
  if (found === undefined) {
    const refused = refusalOfUnknown(draft, cursor, start, line);
    if (refused !== undefined) return { refused };
    keepForeign(draft, line, text);
    draft.text = openedText(text);
    return undefined;
  }
  const { command, depth } = found;
  if (command.command.obsolete !== undefined) return invalid(line, cursor, 0);
  const [problem] = cursor.problems;
  if (problem !== undefined && negation === undefined) return invalid(line, cursor, problem.at);
  draft.modes = draft.modes.slice(0, depth);
  if (command.command.keeps === true) {
    keepForeign(draft, line, text);
    return undefined;
  }
  const owner = draft.modes.at(-1);
  const asking = { command, args: cursor.args, negation, owner };
  const refused =
    negation === undefined || isSetByNo(command) ? refusalOfCommand(draft, asking) : refusalOfRemoval(draft, asking);
  if (refused !== undefined) return refused.text === "" ? invalid(line, cursor, start) : { refused: refused.text };
  return owner === undefined
    ? executeGlobal(draft, command, cursor, negation)
    : executeInside(draft, owner, command, cursor, negation);
}

/** Finds what a line is: in the innermost mode first; keywords in full before abbreviated ones. */
function find(
  draft: Draft,
  cursor: Cursor,
  start: number,
): { readonly command: CompiledCommand; readonly depth: number } | undefined {
  cursor.openEnded = start === 1;
  try {
    for (const lenient of [false, true]) {
      cursor.lenient = lenient;
      for (let depth = draft.modes.length; depth >= 0; depth -= 1) {
        const id = depth === 0 ? "global" : draft.modes[depth - 1]?.id;
        if (id === undefined) continue;
        const command = resolve(depth === 0 ? global : modeOf(id), cursor, start);
        if (command !== undefined) return { command, depth };
      }
    }
    return undefined;
  } finally {
    cursor.openEnded = false;
  }
}

function invalid(line: string, cursor: Cursor, word: number): Said {
  const indent = line.length - line.trimStart().length;
  const column = indent + (cursor.starts[word] ?? cursor.text.length);
  return { refused: `${" ".repeat(column)}^\n% Invalid input detected at '^' marker.` };
}

/** A command that a running-config shows with `no`: it is the `no` form that sets something. */
function isSetByNo(command: CompiledCommand): boolean {
  return command.command.negated === true;
}

function executeGlobal(draft: Draft, command: CompiledCommand, cursor: Cursor, negation: Negation): Said {
  const { args } = cursor;
  const { global: described } = command;
  if (described === undefined) return undefined;
  const { kind } = described;
  const name = described.name(args);
  const sets = isSetByNo(command) ? negation === "no" : negation === undefined;
  if (!sets) {
    takeAway(draft, command, cursor, name, negation);
    return undefined;
  }
  if (name === undefined) return undefined;
  const fresh = !draft.elements[kind].has(name);
  let element = ownElement(draft, kind, name);
  if (element === undefined || described.replaces) element = putElement(draft, kind, name, described.create(args));
  command.read(element, args);
  settle(kind, element);
  const { opens } = command.command;
  if (opens !== undefined) draft.modes = [{ id: opens, kind, name }];
  const isNewEntry =
    kind === "cryptoMapEntry" && fresh && (args["type"] === "ipsec-isakmp" || args["type"] === "ipsec-manual");
  return isNewEntry && args["dynamicMap"] === undefined ? { told: newEntryNote } : undefined;
}

/** Source: reference, section 1.10. */
const newEntryNote =
  "% NOTE: This new crypto map will remain disabled until a peer\n        and a valid access list have been configured.";

/** Takes away what a `no` or `default` form names: a field of an element, or one or several elements. */
function takeAway(
  draft: Draft,
  command: CompiledCommand,
  { args }: Cursor,
  name: string | undefined,
  negation: Negation,
): void {
  const { global: described } = command;
  if (described === undefined) return;
  const { kind } = described;
  if (!described.removesElement || isSetByNo(command)) {
    const element = name === undefined ? undefined : ownElement(draft, kind, name);
    if (element === undefined) return;
    command.remove(element, args);
    settle(kind, element);
    return;
  }
  if (kind === "interface" && negation === "default") {
    // The interface itself stays, with nothing set on it.
    if (name !== undefined && draft.elements.interface.has(name))
      putElement(draft, kind, name, described.create({ name }));
    return;
  }
  for (const removed of namesTakenAway(described, draft.elements[kind].keys(), args))
    takeElementAway(draft, kind, removed);
  const beside = described.removedBeside?.(args);
  if (beside !== undefined) takeElementAway(draft, beside.kind, beside.name);
}

function executeInside(
  draft: Draft,
  owner: OpenMode,
  command: CompiledCommand,
  cursor: Cursor,
  negation: Negation,
): Said {
  const { args } = cursor;
  const element = ownElement(draft, owner.kind, owner.name);
  const target = element === undefined ? undefined : targetOf(element, owner);
  if (element === undefined || target === undefined) return undefined;
  const changesVrf = owner.kind === "interface" && command.field === "vrf";
  const vrf = (target as { readonly vrf?: string }).vrf;
  if (negation !== undefined) command.remove(target, args);
  else command.read(target, args);
  settle(owner.kind, element);
  const { opens } = command.command;
  if (opens !== undefined && negation === undefined)
    draft.modes = [...draft.modes, { id: opens, kind: owner.kind, name: owner.name, member: { command, args } }];
  return changesVrf && vrf !== (target as { readonly vrf?: string }).vrf
    ? withoutAddresses(owner.name, target)
    : undefined;
}

/** An interface that comes into another VRF loses its addresses. Source: VRF Command Reference, vrf forwarding. */
function withoutAddresses(name: string, target: object): Said {
  const one = target as { address?: unknown; secondaryAddresses: readonly unknown[]; vrf?: string };
  if (one.address === undefined && one.secondaryAddresses.length === 0) return undefined;
  delete one.address;
  one.secondaryAddresses = [];
  const cause = one.vrf === undefined ? "disabling VRF" : `enabling VRF ${one.vrf}`;
  return { told: `% Interface ${name} IPv4 disabled and address(es) removed due to ${cause}` };
}

/** What the lines of a mode change: the element, or a member of it. */
function targetOf(element: object, { member }: OpenMode): object | undefined {
  return member === undefined ? element : member.command.command.nested?.(element, member.args);
}

/** Lines of a list stand in their order as soon as they are there. */
function settle(kind: OpenMode["kind"], element: object): void {
  if (kind === "accessList") sortLines(element as ElementDraft<AccessList>);
}
