import { overheadOf } from "../derive/plaintextMtu.ts";
import { protocolName } from "../derive/selector.ts";
import type { TransformSet } from "../model/transformSet.ts";
import { formatIpv4, type Ipv4Address } from "../net/ipv4.ts";

/** One block of a packet, as it is drawn. */
export interface PacketBlock {
  readonly kind: "new-header" | "header" | "udp" | "ah" | "esp" | "transport" | "data" | "trailer" | "check";
  /** "IP", "ESP", "TCP". */
  readonly label: string;
  /** "198.51.100.2 → 203.0.113.2"; empty where there is nothing to add. */
  readonly detail: string;
  readonly bytes: number;
  /** Nobody on the way can read it. */
  readonly encrypted: boolean;
  /** Nobody on the way can change it unnoticed. */
  readonly authenticated: boolean;
}

/** A packet from its first byte to its last. */
export interface DrawnPacket {
  readonly blocks: readonly PacketBlock[];
  readonly bytes: number;
}

/** What a packet's headers say, and how long it is. */
export interface PacketFacts {
  readonly source: Ipv4Address;
  readonly destination: Ipv4Address;
  readonly protocol: number | undefined;
  readonly sourcePort: number | undefined;
  readonly destinationPort: number | undefined;
  /** The whole packet, in bytes. */
  readonly bytes: number;
  /** The IP header has options, as a traced or source-routed packet's has. */
  readonly options: boolean;
  /** It is itself what a tunnel has made of another packet. */
  readonly wrapped?: DrawnPacket;
}

const ipHeader = 20;
/** The shortest list of options fills four bytes. */
const optionsBytes = 4;
const udpHeader = 8;
const espHeader = 8;
/** Length of the padding and the next header's number. */
const espTrailer = 2;

/** Headers of the protocols that people send, in bytes. Source: RFC 792, 793, 768, 2784. */
const transportHeaders: ReadonlyMap<number, number> = new Map([
  [1, 8],
  [6, 20],
  [17, 8],
  [47, 4],
]);

/** The least that a packet can be long: its headers. */
export function leastBytes({ protocol, options }: Pick<PacketFacts, "protocol" | "options">): number {
  return ipHeader + (options ? optionsBytes : 0) + (protocol === undefined ? 0 : (transportHeaders.get(protocol) ?? 0));
}

/** A packet as it comes from its host. */
export function plainPacket(facts: PacketFacts): DrawnPacket {
  if (facts.wrapped) return facts.wrapped;
  const header = ipHeader + (facts.options ? optionsBytes : 0);
  const transport = facts.protocol === undefined ? 0 : (transportHeaders.get(facts.protocol) ?? 0);
  const ports =
    facts.sourcePort === undefined && facts.destinationPort === undefined
      ? ""
      : `${facts.sourcePort ?? "any"} → ${facts.destinationPort ?? "any"}`;
  const name = facts.protocol === undefined ? "IP" : protocolName(facts.protocol).toUpperCase();
  const data = Math.max(0, facts.bytes - header - transport);
  return packetOf([
    block("header", facts.options ? "IP + options" : "IP", endsText(facts.source, facts.destination), header),
    ...(transport > 0 ? [block("transport", name, ports, transport)] : []),
    ...(data > 0 ? [block("data", "Data", "", data)] : []),
  ]);
}

/** How a packet is wrapped. */
export interface Wrapping {
  readonly set: TransformSet;
  readonly mode: "tunnel" | "transport";
  /** Null where the text does not tell an address. */
  readonly from: Ipv4Address | null;
  readonly to: Ipv4Address | null;
  readonly spis: { readonly ah: number | undefined; readonly esp: number | undefined };
  /** ESP travels in UDP 4500, since a translator stands on the way. */
  readonly translated: boolean;
}

/** The packet inside its tunnel: what is put around it, in order, and what of it is encrypted and authenticated. */
export function wrappedPacket(facts: PacketFacts, wrapping: Wrapping): DrawnPacket {
  const { set, mode, translated } = wrapping;
  const { cipher, espCheck, ahBytes } = overheadOf(set);
  const encrypts = cipher !== undefined && !set.transforms.includes("esp-null") && set.transforms.some(isCipher);
  const plain = plainPacket(facts);
  const [header, ...rest] = plain.blocks;
  if (!header) return plain;
  const tunnel = mode === "tunnel";
  const inside = tunnel ? [noLongerNew(header), ...rest] : rest;
  const byEsp = (one: PacketBlock): PacketBlock => ({
    ...one,
    encrypted: encrypts || one.encrypted,
    authenticated: espCheck > 0 || one.authenticated,
  });
  const esp: readonly PacketBlock[] = cipher
    ? [
        ...(translated ? [block("udp", "UDP", "4500 → 4500", udpHeader)] : []),
        {
          ...block("esp", "ESP", spiText(wrapping.spis.esp, cipher.vector), espHeader + cipher.vector),
          authenticated: espCheck > 0,
        },
        ...inside.map(byEsp),
        byEsp(trailerOf(bytesOf(inside), cipher.block)),
        ...(espCheck > 0 ? [block("check", "ICV", "", espCheck)] : []),
      ]
    : inside;
  const outer = tunnel
    ? block("new-header", "New IP", endsText(wrapping.from, wrapping.to), ipHeader)
    : { ...header, kind: "header" as const };
  const body = ahBytes > 0 ? [block("ah", "AH", spiText(wrapping.spis.ah, 0), ahBytes), ...esp] : esp;
  const blocks = [outer, ...body];
  // AH covers all of the packet, and of the outer header what does not change on the way.
  return packetOf(ahBytes > 0 ? blocks.map((one) => ({ ...one, authenticated: true })) : blocks);
}

/** The header that a tunnel has put before a packet is an ordinary one to the next tunnel. */
function noLongerNew(header: PacketBlock): PacketBlock {
  return header.kind === "new-header" ? { ...header, kind: "header", label: "IP" } : header;
}

function isCipher(transform: string): boolean {
  return /^esp-(?!null\b)(?!gmac\b)/.test(transform) && !transform.endsWith("-hmac");
}

/** Padding fills the last block of the cipher. */
function trailerOf(inner: number, size: number): PacketBlock {
  const padding = (size - ((inner + espTrailer) % size)) % size;
  return block("trailer", "Trailer", padding > 0 ? `${padding} bytes of padding` : "", padding + espTrailer);
}

function spiText(spi: number | undefined, vector: number): string {
  const number = spi === undefined ? "" : `SPI 0x${spi.toString(16).toUpperCase()}`;
  return [number, vector > 0 ? `IV of ${vector} bytes` : ""].filter((part) => part !== "").join(", ");
}

function endsText(from: Ipv4Address | null, to: Ipv4Address | null): string {
  const text = (address: Ipv4Address | null) => (address === null ? "not told" : formatIpv4(address));
  return `${text(from)} → ${text(to)}`;
}

function block(kind: PacketBlock["kind"], label: string, detail: string, bytes: number): PacketBlock {
  return { kind, label, detail, bytes, encrypted: false, authenticated: false };
}

function packetOf(blocks: readonly PacketBlock[]): DrawnPacket {
  return { blocks, bytes: bytesOf(blocks) };
}

function bytesOf(blocks: readonly PacketBlock[]): number {
  return blocks.reduce((sum, one) => sum + one.bytes, 0);
}
