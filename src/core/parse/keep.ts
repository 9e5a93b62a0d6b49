import type { CompiledCommand } from "../ios/compiledCommand.ts";
import { explain, type FailedLine } from "../ios/explain.ts";
import { stepOfLine } from "../ios/globalSteps.ts";
import { modeOf } from "../ios/modes.ts";
import type { Draft } from "../ios/command.ts";
import type { KeptBlock, KeptLine } from "../model/host.ts";
import type { LineState } from "../model/source.ts";
import { asaFault } from "./asa.ts";
import { faultOf, isKnownElsewhere } from "./faults.ts";
import type { LogicalLine } from "./logicalLine.ts";
import { closeSections, pushDiagnostic, pushLine, type Reading, type Section } from "./reading.ts";

const global = modeOf("global");

/** Keeps a line that is no command of the model, at its place, and says why where it concerns VPNs. */
export function keepLine(reading: Reading, line: LogicalLine, section: Section | undefined, start: number): void {
  const { cursor } = reading;
  const inside = section !== undefined && belongsTo(reading, line, section) ? section : undefined;
  let state: LineState = "kept";
  if (inside === undefined || inside.mode !== undefined) {
    const fault =
      asaFault(cursor, inside === undefined) ?? faultOf(failureOf(reading, inside, start), reading, inside, start);
    if (fault !== undefined) {
      state = "unmodelled";
      pushDiagnostic(reading, line, fault.from, fault.to, fault);
    }
  }
  if (inside === undefined) openBlock(reading, line, state);
  else if (inside.mode === undefined) appendToBlock(reading, line, inside, state);
  else keepInSection(reading, line, inside, state);
}

/** How far a line agrees with a command of its section or, where it goes farther with one, of global mode. */
function failureOf(reading: Reading, section: Section | undefined, start: number): FailedLine {
  const { cursor } = reading;
  const outside = explain(global, cursor, start);
  if (section?.mode === undefined) return outside;
  const inside = explain(section.mode, cursor, start);
  return outside.at > inside.at ? outside : inside;
}

/** Keeps a command that can't be one, since it holds a control character. */
export function keepUnprintable(reading: Reading, line: LogicalLine, section: Section | undefined): void {
  pushDiagnostic(reading, line, 0, reading.cursor.count - 1, {
    severity: "error",
    message: "The line holds a control character, which no command can. It is kept as it is.",
    rule: "syntax",
  });
  const inside = section !== undefined && belongsTo(reading, line, section) ? section : undefined;
  if (inside === undefined) openBlock(reading, line, "unmodelled");
  else if (inside.mode === undefined) appendToBlock(reading, line, inside, "unmodelled");
  else keepInSection(reading, line, inside, "unmodelled");
}

/** Keeps a line that is known and has no place in the model. */
export function keepKnown(
  reading: Reading,
  line: LogicalLine,
  section: Section | undefined,
  command: CompiledCommand,
): void {
  const { obsolete } = command.command;
  if (obsolete !== undefined)
    pushDiagnostic(reading, line, 0, reading.cursor.count - 1, {
      severity: "error",
      message: obsolete,
      rule: "syntax",
    });
  const state = obsolete === undefined ? "kept" : "unmodelled";
  if (section === undefined) openBlock(reading, line, state);
  else keepInSection(reading, line, section, state);
}

/** Keeps the inside of a banner, certificate or macro with the command before it. */
export function keepVerbatim(reading: Reading, line: LogicalLine): void {
  const section = reading.sections[reading.sections.length - 1];
  if (section === undefined) openBlock(reading, line, "kept");
  else if (section.mode === undefined) {
    (section.element as Draft<KeptBlock>).lines.push(line.raw);
    pushLine(reading, line, "kept", section.owner, line.raw);
  } else {
    pushKept(section, { text: line.raw, verbatim: true });
    pushLine(reading, line, "kept", keptPlace(section), line.raw);
  }
}

/** Whether an unknown line stands in a section rather than behind it. */
function belongsTo(reading: Reading, line: LogicalLine, section: Section): boolean {
  if (line.promptMode !== undefined) return line.promptMode !== "config";
  if (reading.indented) return line.indent > 0;
  // Without indentation a command that is known to be global ends the section; anything else is taken for the section's.
  return opensSection(section) && !isKnownElsewhere(reading.cursor, section);
}

/** First words of commands outside the model that open a section. */
const openers =
  /^(?:router|line|ip sla \d|ip dhcp pool|ip inspect|class-map|policy-map|crypto (?:pki|ca|gdoi|key)|archive|track|event manager|voice|dial-peer|redundancy|control-plane|key chain|parameter-map|ipv6 (?:router|access-list)|vlan|zone|aaa group|telephony-service|gatekeeper|webvpn|ephone|bridge-domain|address-family|template|flow)\b/i;

/** Whether a section can have lines: one of the model, or one of those commands outside it that are known to open one. */
function opensSection(section: Section): boolean {
  return section.mode !== undefined || openers.test((section.element as KeptBlock).lines[0] ?? "");
}

function openBlock(reading: Reading, line: LogicalLine, state: LineState): void {
  const { drafts, router, sections } = reading;
  closeSections(reading);
  reading.blocks += 1;
  const name = String(reading.blocks);
  const text = line.kind === "verbatim" ? line.raw : line.text;
  const known = stepOfLine(text);
  const after = known === undefined ? reading.step?.id : undefined;
  const element: Draft<KeptBlock> = { name, lines: [text], ...(after === undefined ? {} : { after }) };
  reading.step = known ?? reading.step;
  reading.stepFrom = undefined;
  drafts.keptBlock.set(name, element);
  const owner = { router, kind: "keptBlock" as const, name };
  pushLine(reading, line, state, owner, text);
  sections.push({
    mode: undefined,
    owner,
    element,
    target: element,
    member: undefined,
    indent: line.indent,
    childIndent: -1,
    last: undefined,
  });
}

export function appendToBlock(reading: Reading, line: LogicalLine, section: Section, state: LineState): void {
  const depth = reading.indented ? Math.max(1, line.indent - section.indent) : 1;
  const text = " ".repeat(depth) + line.text;
  (section.element as Draft<KeptBlock>).lines.push(text);
  pushLine(reading, line, state, section.owner, text);
}

function keepInSection(reading: Reading, line: LogicalLine, section: Section, state: LineState): void {
  if (section.childIndent < 0) section.childIndent = line.indent;
  // Lines of a mode within the section keep their distance from its own lines.
  const depth = reading.indented ? Math.max(0, line.indent - section.childIndent) : 0;
  const text = " ".repeat(depth) + line.text;
  pushKept(section, { text });
  pushLine(reading, line, state, keptPlace(section), text);
}

function pushKept(section: Section, line: KeptLine): void {
  const target = section.target as { kept?: KeptLine[] };
  const kept = section.last === undefined ? line : { ...line, after: section.last };
  if (target.kept === undefined) target.kept = [kept];
  else target.kept.push(kept);
}

function keptPlace(section: Section): Section["owner"] {
  if (section.member !== undefined) return section.member;
  const { kind, name, router } = section.owner;
  const { kept } = section.target as { kept?: readonly KeptLine[] };
  return { router, kind, name, field: "kept", item: (kept?.length ?? 1) - 1 };
}
