import { formatIpv4, type Design, type JudgedPeering } from "../../core/index.ts";
import type { PacketFields } from "./packetFields.ts";

/** A packet that shows one rule of how a router handles traffic. */
export interface ReadyExample {
  readonly group: "Outgoing" | "Incoming" | "What IPsec can’t protect";
  readonly label: string;
  readonly fields: PacketFields;
}

/** A host that no router of a design has: an address for documentation. */
const STRANGER = "192.0.2.80";

/**
 * The rules for outgoing and incoming traffic, as packets of this design: `plain` is one that its tunnel is for. How each ends is for
 * the walk to tell; a design that is broken ends otherwise than the rule says. Source: seeds 004 and 001.
 */
export function readyExamples(
  design: Design,
  peering: JudgedPeering["peering"] | undefined,
  plain: PacketFields,
): readonly ReadyExample[] {
  const far = peering?.b ?? undefined;
  const carrier = far && design.routers.get(far.router)?.elements.interface.get(far.interface ?? "");
  const enters = far && carrier ? `${far.router}|${carrier.name}` : undefined;
  const incoming = (label: string, change: Partial<PacketFields>): readonly ReadyExample[] =>
    enters === undefined ? [] : [{ group: "Incoming", label, fields: { ...plain, enters, ...change } }];
  return [
    { group: "Outgoing", label: "Matches the crypto access list", fields: plain },
    { group: "Outgoing", label: "Matches no entry", fields: { ...plain, destination: STRANGER } },
    ...incoming("In clear, and should be protected", {}),
    ...incoming("In clear, and need not be protected", { source: STRANGER }),
    ...incoming("IPsec for somebody else", { source: STRANGER, protocol: "esp" }),
    ...(far === undefined || far.address === null
      ? []
      : incoming("IPsec for the router, under an SPI it does not know", {
          source: STRANGER,
          destination: formatIpv4(far.address),
          protocol: "esp",
        })),
    {
      group: "What IPsec can’t protect",
      label: "Too long, and may not be fragmented",
      fields: { ...plain, bytes: "1500", dontFragment: true },
    },
    { group: "What IPsec can’t protect", label: "With IP options", fields: { ...plain, options: true } },
    {
      group: "What IPsec can’t protect",
      label: "To a multicast group",
      fields: { ...plain, destination: "224.0.0.5" },
    },
  ];
}
