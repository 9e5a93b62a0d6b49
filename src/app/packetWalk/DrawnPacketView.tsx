import { Lock, ShieldCheck } from "lucide-react";
import type { DrawnPacket, PacketBlock, SizeFacts } from "../../core/index.ts";

/** A packet as a row of blocks, with a bracket below what is encrypted and one below what is authenticated. */
export function DrawnPacketView({ packet }: { readonly packet: DrawnPacket }) {
  const { blocks } = packet;
  return (
    <figure className="packet" aria-label={spoken(packet)}>
      <div className="packet-blocks" style={{ gridTemplateColumns: blocks.map(widthOf).join(" ") }} aria-hidden>
        {blocks.map((one, index) => (
          <span
            key={index}
            className={`packet-block packet-${one.kind}`}
            data-encrypted={one.encrypted}
            title={one.detail}
          >
            <b>{one.label}</b>
            <span>{one.bytes}</span>
          </span>
        ))}
        <Bracket blocks={blocks} property="encrypted" />
        <Bracket blocks={blocks} property="authenticated" />
      </div>
      <figcaption className="packet-details">
        {blocks
          .filter(({ detail }) => detail !== "")
          .map(({ label, detail }, index) => (
            <span key={index}>
              <b>{label}</b> {detail}
            </span>
          ))}
        <span className="packet-total">{packet.bytes} bytes</span>
      </figcaption>
    </figure>
  );
}

/** Wide blocks are wider, but the shortest header still has room for its name. */
function widthOf({ bytes, label }: PacketBlock): string {
  return `minmax(${Math.max(34, label.length * 7 + 12)}px, ${Math.min(140, 20 + bytes)}fr)`;
}

interface BracketProps {
  readonly blocks: readonly PacketBlock[];
  readonly property: "encrypted" | "authenticated";
}

function Bracket({ blocks, property }: BracketProps) {
  const first = blocks.findIndex((one) => one[property]);
  if (first < 0) return null;
  const last = blocks.map((one) => one[property]).lastIndexOf(true);
  const Icon = property === "encrypted" ? Lock : ShieldCheck;
  return (
    <span className={`packet-bracket packet-bracket-${property}`} style={{ gridColumn: `${first + 1} / ${last + 2}` }}>
      <Icon size={11} /> {property}
    </span>
  );
}

function spoken({ blocks, bytes }: DrawnPacket): string {
  const parts = blocks.map(
    ({ label, bytes: size, encrypted }) => `${label} ${size} bytes${encrypted ? ", encrypted" : ""}`,
  );
  return `A packet of ${bytes} bytes: ${parts.join("; ")}`;
}

/** The packet's size before and after against what the way out takes. */
export function SizeBar({ size }: { readonly size: SizeFacts }) {
  const { before, after, pathMtu, plaintextMtu, pieces } = size;
  const full = Math.max(after, pathMtu);
  const share = (bytes: number) => `${(100 * bytes) / full}%`;
  const verdict =
    pieces === 0 ? "dropped for its size" : pieces === 1 ? "goes in one piece" : `goes in ${pieces} pieces`;
  return (
    <div className="size-bar" data-pieces={pieces}>
      <div className="size-track" aria-hidden>
        <span className="size-before" style={{ width: share(before) }} />
        <span className="size-added" style={{ width: share(after - before) }} />
        <span className="size-limit" style={{ left: share(pathMtu) }} />
      </div>
      <p>
        {before} bytes + {after - before} = <b>{after}</b> of {pathMtu}: {verdict}. Largest that goes whole:{" "}
        {plaintextMtu}.
      </p>
    </div>
  );
}
