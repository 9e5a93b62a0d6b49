import { formatIpv4, routerNames, type Design, type JudgedPeering } from "../../core/index.ts";
import { turned, type PacketFields } from "./packetFields.ts";

/** A packet that shows one rule of how a router handles traffic. */
export interface ReadyExample {
  readonly group: "Outgoing" | "Incoming" | "Who starts" | "What IPsec can’t protect";
  readonly label: string;
  readonly fields: PacketFields;
}

/** A host that no router of a design has: an address for documentation. */
const STRANGER = "192.0.2.80";

/**
 * The cases of the figures on crypto access lists: who starts asks for what its own list says, which the other end's list has to
 * permit; and a list is read backwards for what comes back. Source: seed 001, figures 2 and 3.
 */
function whoStarts(
  design: Design,
  peering: JudgedPeering["peering"] | undefined,
  plain: PacketFields,
): readonly ReadyExample[] {
  const names = routerNames(design.routers);
  const [near, far] = [peering?.a, peering?.b].map((end) => end && names.get(end.router));
  if (near === undefined || far === undefined) return [];
  const group = "Who starts";
  return [
    { group, label: `${near} starts, nothing stands yet`, fields: { ...plain, associations: "none" } },
    { group, label: `${far} starts, nothing stands yet`, fields: { ...turned(plain), associations: "none" } },
    { group, label: `From ${far} once the tunnel stands`, fields: turned(plain) },
  ];
}

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
    ...whoStarts(design, peering, plain),
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
