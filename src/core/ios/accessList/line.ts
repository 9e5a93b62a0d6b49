import type { AccessList, AccessListLine } from "../../model/accessList.ts";
import type { Dialect } from "../../model/router.ts";
import { extendedEntry, standardEntry, type EntryBody } from "../accessListArguments.ts";
import type { ArgumentType } from "../argumentType.ts";
import { globalCommand, sectionCommand, type Command, type Draft, type GlobalCommand } from "../command.ts";
import { isPrintedAsSection } from "./ipAccessList.ts";
import { addLine, removeLine, sortLines, type LineBody } from "./lines.ts";

interface LineArguments {
  sequence?: number;
  /** The line's number where the dialect does not print it: what the line is told apart by. */
  itemSequence?: number;
  text?: string;
  entry?: EntryBody;
}

const words = {
  name: "A number of the list's kind.",
  sequence: "Place in the list, 1 to 2147483647. Without one the line goes last, ten above the one before.",
  permit: "In a crypto access list: protect. On an interface: let pass.",
  deny: "In a crypto access list: leave to the next crypto map entry. On an interface: drop.",
  remark: "A note for people, at most 100 characters.",
  any: "All addresses.",
  host: "One address.",
  "object-group": "The addresses or services of a group.",
  log: "Logs packets that match.",
  "log-input": "Logs packets that match, with the interface that they came in by.",
  established: "TCP segments with ACK or RST, so replies alone.",
  fragments: "Fragments that are not the first.",
  dscp: "Packets of one class of service.",
  "time-range": "Holds at some times only.",
  ip: "All protocols.",
  esp: "Encapsulating Security Payload, protocol 50: the packets of a tunnel.",
  ahp: "Authentication Header, protocol 51.",
  gre: "Generic routing encapsulation, protocol 47.",
  isakmp: "UDP port 500, where IKE negotiates.",
  "non500-isakmp": "UDP port 4500, where IKE and ESP go once a translator was found.",
};

const summary = {
  extended:
    "Permits or denies traffic by protocol, source, destination and ports. The first entry that matches decides; what none matches is denied.",
  standard: "Permits or denies by source. The first entry that matches decides; what none matches is denied.",
};

const source = "Cisco IOS Security Command Reference, permit (IP); deny (IP); remark; access-list (IP extended)";

function sectionLine(kind: keyof typeof summary, type: ArgumentType<EntryBody>): Command {
  return sectionCommand<AccessList, LineArguments>({
    syntax: `[<sequence:1-2147483647>] {<entry:${kind}-entry> | remark [<text:remark>]}`,
    field: "lines",
    read: readLine,
    write: (list, dialect) =>
      isPrintedAsSection(list, dialect) ? list.lines.map((line) => argumentsOf(line, dialect)) : [],
    item: (args) => args.itemSequence,
    remove: (list, args) => remove(list, args, type),
    summary: summary[kind],
    source,
    words,
  });
}

function numberedLine(kind: keyof typeof summary): GlobalCommand {
  return globalCommand<"accessList", LineArguments & { name: string }>({
    syntax: `access-list <name:${kind}-list-number> {<entry:${kind}-entry> | remark [<text:remark>]}`,
    kind: "accessList",
    field: "lines",
    name: (args) => args.name,
    create: (args) => ({ name: args.name, type: kind, lines: [] }),
    read: readLine,
    write: (list, dialect) =>
      list.type !== kind || isPrintedAsSection(list, dialect)
        ? []
        : list.lines.map((line) => ({ ...argumentsOf(line, dialect), name: list.name })),
    item: (args) => args.itemSequence,
    // IOS takes the whole list away, whatever follows its number.
    removesElement: true,
    summary: summary[kind],
    source,
    words,
  });
}

export const extendedLine = sectionLine("extended", extendedEntry);
export const standardLine = sectionLine("standard", standardEntry);
export const numberedExtendedLine = numberedLine("extended");
export const numberedStandardLine = numberedLine("standard");

function readLine(list: Draft<AccessList>, args: LineArguments): number {
  const body: LineBody = args.entry ?? { kind: "remark", sequence: 0, text: args.text ?? "" };
  return addLine(list, args.sequence, body);
}

function remove(list: Draft<AccessList>, args: LineArguments, type: ArgumentType<EntryBody>): void {
  sortLines(list);
  const { entry, text } = args;
  const says =
    entry !== undefined
      ? (line: AccessListLine) =>
          line.kind === "entry" && type.format(line, "classic") === type.format(entry, "classic")
      : (line: AccessListLine) => line.kind === "remark" && (text === undefined || line.text === text);
  removeLine(list, args.sequence, says);
}

/** Classic IOS hides sequence numbers, IOS-XE shows them. */
function argumentsOf(line: AccessListLine, dialect: Dialect): LineArguments & { itemSequence: number } {
  const args: LineArguments & { itemSequence: number } = { itemSequence: line.sequence };
  if (dialect === "xe17") args.sequence = line.sequence;
  if (line.kind === "entry") args.entry = line;
  else if (line.text !== "") args.text = line.text;
  return args;
}
