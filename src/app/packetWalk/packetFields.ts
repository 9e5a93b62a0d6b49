import {
  formatIpv4,
  parseIpv4,
  protocolName,
  protocolNumber,
  type PacketWalkRequest,
  type RouterId,
  type WalkedPacket,
} from "../../core/index.ts";

/** The form as it is typed. */
export interface PacketFields {
  readonly source: string;
  readonly destination: string;
  /** "icmp", "tcp", "udp", "ip" or a number. */
  readonly protocol: string;
  readonly sourcePort: string;
  readonly destinationPort: string;
  readonly bytes: string;
  readonly dontFragment: boolean;
  readonly options: boolean;
  readonly associations: PacketWalkRequest["associations"];
  /** "router id|interface", or empty where the source tells. */
  readonly enters: string;
  readonly lastHeard: string;
}

/** The form as it opens for two hosts: a ping of theirs. */
export function pingBetween(source: string, destination: string): PacketFields {
  return {
    source,
    destination,
    protocol: "icmp",
    sourcePort: "",
    destinationPort: "",
    bytes: "100",
    dontFragment: false,
    options: false,
    associations: "standing",
    enters: "",
    lastHeard: "",
  };
}

/** A packet as the form shows it: one of any protocol as a ping. */
export function fieldsOf({ destination, destinationPort, protocol, source, sourcePort }: WalkedPacket): PacketFields {
  return {
    ...pingBetween(formatIpv4(source), formatIpv4(destination)),
    ...(protocol !== undefined && { protocol: protocolName(protocol) }),
    sourcePort: sourcePort === undefined ? "" : String(sourcePort),
    destinationPort: destinationPort === undefined ? "" : String(destinationPort),
  };
}

/** The same packet on its way back. */
export function turned(fields: PacketFields): PacketFields {
  return {
    ...fields,
    source: fields.destination,
    destination: fields.source,
    sourcePort: fields.destinationPort,
    destinationPort: fields.sourcePort,
  };
}

/** What is wrong with a field; empty where nothing is. */
export type FieldProblems = Readonly<Partial<Record<keyof PacketFields, string>>>;

export type ReadFields =
  | { readonly kind: "request"; readonly request: PacketWalkRequest }
  | { readonly kind: "problems"; readonly problems: FieldProblems };

/** Reads the form; nothing is walked while a field can't be read. */
export function readFields(fields: PacketFields): ReadFields {
  const problems: { -readonly [F in keyof FieldProblems]: FieldProblems[F] } = {};
  const source = parseIpv4(fields.source.trim());
  const destination = parseIpv4(fields.destination.trim());
  if (source === undefined) problems.source = "An IPv4 address, such as 10.1.0.10";
  if (destination === undefined) problems.destination = "An IPv4 address, such as 10.2.0.10";
  const protocol = fields.protocol === "ip" ? undefined : protocolNumber(fields.protocol.trim());
  if (fields.protocol !== "ip" && protocol === undefined) problems.protocol = "A name of IOS, or 0 to 255";
  const port = (field: "sourcePort" | "destinationPort") => {
    const text = fields[field].trim();
    if (text === "") return undefined;
    if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return Number(text);
    problems[field] = "0 to 65535";
    return undefined;
  };
  const [sourcePort, destinationPort] = hasPorts(fields.protocol)
    ? [port("sourcePort"), port("destinationPort")]
    : [undefined, undefined];
  const bytes = Number(fields.bytes);
  if (!/^\d{1,5}$/.test(fields.bytes.trim()) || bytes < 20 || bytes > 65535) problems.bytes = "20 to 65535 bytes";
  if (source === undefined || destination === undefined || Object.keys(problems).length > 0) {
    return { kind: "problems", problems };
  }
  const packet: WalkedPacket = {
    source,
    destination,
    ...(protocol !== undefined && { protocol }),
    ...(sourcePort !== undefined && { sourcePort }),
    ...(destinationPort !== undefined && { destinationPort }),
    bytes,
    dontFragment: fields.dontFragment,
    options: fields.options,
  };
  const [router, name] = fields.enters.split("|");
  return {
    kind: "request",
    request: {
      packet,
      associations: fields.associations,
      ...(router && { enters: { router: router as RouterId, ...(name && { interface: name }) } }),
      ...(fields.lastHeard !== "" && { lastHeard: fields.lastHeard }),
    },
  };
}

export function hasPorts(protocol: string): boolean {
  return ["tcp", "udp", "6", "17"].includes(protocol);
}
