import { explain, type FailedLine } from "../ios/explain.ts";
import { wordOf, wordsOf, type Cursor } from "../ios/cursor.ts";
import { stepOfWords } from "../ios/globalSteps.ts";
import { modeOf } from "../ios/modes.ts";
import type { KeptBlock, KeptLine } from "../model/host.ts";
import type { ElementKind } from "../model/router.ts";
import { ownElement, putElement, takeElementAway, type Draft } from "./configuration.ts";

/** Sections of which the model knows nearly every command. */
const vpnKinds: ReadonlySet<ElementKind> = new Set<ElementKind>([
  "accessList",
  "clientGroup",
  "cryptoMapEntry",
  "dynamicMapEntry",
  "ikev2Keyring",
  "ikev2Policy",
  "ikev2Profile",
  "ikev2Proposal",
  "ipsecProfile",
  "isakmpPeer",
  "isakmpPolicy",
  "isakmpProfile",
  "keyring",
  "transformSet",
]);

/**
 * What IOS says to a line that is no command of the model; undefined where it may be one of the many that the model does not know.
 * A line that begins like a command of the model and does not go on like one is refused; so is, among VPN commands, one of which
 * the first word is known.
 */
export function refusalOfUnknown(draft: Draft, cursor: Cursor, start: number, line: string): string | undefined {
  const open = draft.modes.at(-1);
  const failed = farthest(draft, cursor, start);
  const words = wordsOf(cursor, start);
  const aboutVpn =
    open?.id !== undefined && vpnKinds.has(open.kind)
      ? true
      : words[0]?.toLowerCase() === "crypto" && stepOfWords(words) === undefined;
  if (failed.command === undefined && !(aboutVpn && failed.at > start)) return undefined;
  if (failed.command === undefined && stepOfWords(words) !== undefined) return undefined;
  if (failed.at >= cursor.count) return "% Incomplete command.";
  const word = (wordOf(cursor, failed.at) ?? "").toLowerCase();
  const meant = new Set(
    failed.expected.flatMap(({ keyword }) => (keyword?.toLowerCase().startsWith(word) === true ? [keyword] : [])),
  );
  if (meant.size > 1) return `% Ambiguous command:  "${line.trim()}"`;
  const column = line.length - line.trimStart().length + (cursor.starts[failed.at] ?? 0);
  return `${" ".repeat(column)}^\n% Invalid input detected at '^' marker.`;
}

/** How far the line agrees with a command of an open mode or, where it goes farther with one, of global configuration. */
function farthest(draft: Draft, cursor: Cursor, start: number): FailedLine {
  const ids = draft.modes.flatMap(({ id }) => (id === undefined ? [] : [id])).reverse();
  return [...ids, "global" as const]
    .map((id) => explain(modeOf(id), cursor, start))
    .reduce((best, one) => (one.at > best.at ? one : best));
}

/** Keeps a line that no command of the model is: in the section that is open, or as a command of its own. */
export function keepForeign(draft: Draft, line: string, text: string): void {
  const open = draft.modes.at(-1);
  // A command that is known to be global leaves the sections that are open.
  if (open?.id === undefined || (!/^\s/.test(line) && isGlobal(text))) {
    keepBlock(draft, text);
    return;
  }
  const element = ownElement(draft, open.kind, open.name) as { kept?: KeptLine[] } | undefined;
  const target = open.member?.command.command.nested?.(element ?? {}, open.member.args) ?? element;
  if (target === undefined) return;
  const holder = target as { kept?: KeptLine[] };
  holder.kept ??= [];
  const kept = holder.kept;
  const at = kept.findIndex((one) => one.text === opposite(text));
  if (at >= 0) kept.splice(at, 1);
  else if (!kept.some((one) => one.text === text)) kept.push({ text });
}

function isGlobal(text: string): boolean {
  const words = text.split(/\s+/);
  return stepOfWords(words) !== undefined || (words[0] === "no" && stepOfWords(words.slice(1)) !== undefined);
}

/** Keeps a line of a section outside the model. */
export function keepInside(draft: Draft, line: string): void {
  const open = draft.modes.at(-1);
  const block =
    open === undefined ? undefined : (ownElement(draft, open.kind, open.name) as { lines: string[] } | undefined);
  const text = line.trimEnd();
  if (block !== undefined && (open?.again !== true || !block.lines.includes(text))) block.lines.push(text);
}

/** Keeps a line of a banner or another text with the command that opened it. */
export function keepVerbatim(draft: Draft, line: string): void {
  const open = draft.modes.at(-1);
  if (open === undefined) return;
  const element = ownElement(draft, open.kind, open.name);
  if (open.id === undefined) (element as { lines: string[] }).lines.push(line);
  else ((element as { kept?: KeptLine[] }).kept ??= []).push({ text: line, verbatim: true });
}

function keepBlock(draft: Draft, text: string): void {
  draft.modes = [];
  const blocks = [...draft.elements.keptBlock.values()] as readonly KeptBlock[];
  const against = blocks.find(({ lines: [first] }) => first === opposite(text));
  if (against !== undefined) {
    takeElementAway(draft, "keptBlock", against.name);
    return;
  }
  const known = blocks.find(({ lines: [first] }) => first === text);
  const name = known?.name ?? String(Math.max(0, ...blocks.map((block) => Number(block.name))) + 1);
  if (known === undefined) putElement(draft, "keptBlock", name, { name, lines: [text] });
  draft.modes = [{ kind: "keptBlock", name, ...(known !== undefined && { again: true as const }) }];
}

/** The line that takes another away. */
function opposite(text: string): string {
  return text.startsWith("no ") ? text.slice("no ".length) : `no ${text}`;
}
