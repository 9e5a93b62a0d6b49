import { identityAt } from "../derive/cryptoAccessList.ts";
import type { Peering } from "../derive/peering.ts";
import { viewOfEnd } from "../derive/peerings.ts";
import type { PortSet } from "../derive/portRanges.ts";
import { mirrorSelector } from "../derive/selector.ts";
import type { Design } from "../model/design.ts";
import type { Ipv4Address } from "../net/ipv4.ts";
import { hostSet, setCovers, type AddressSet } from "../net/wildcard.ts";
import type { PlayedPacket } from "../negotiate/negotiateBetween.ts";

/** Two hosts that a person would take for an example. */
export interface LikelyHosts {
  readonly source: Ipv4Address;
  readonly destination: Ipv4Address;
}

/**
 * A packet that the first flow of a tunnel is for, from the side whose name comes first: between the likely hosts, where that flow
 * selects them. Undefined where no access list says what the tunnel is for.
 */
export function tunnelPacket(design: Design, { a, b, flows }: Peering, likely?: LikelyHosts): PlayedPacket | undefined {
  for (const flow of flows) {
    for (const [end, sequence] of [[a, flow.a] as const, [b, flow.b] as const]) {
      const router = end && design.routers.get(end.router);
      const list = router && viewOfEnd(router, end)?.accessList;
      const selector = list && sequence !== null ? identityAt(list, sequence)?.selectors[0] : undefined;
      if (!selector) continue;
      const { destination, destinationPorts, protocol, source, sourcePorts } =
        end === a ? selector : mirrorSelector(selector);
      const [from, to] = [portOf(sourcePorts), portOf(destinationPorts)];
      return {
        source: hostIn(source, likely?.source),
        destination: hostIn(destination, likely?.destination),
        ...(protocol !== "ip" && { protocol }),
        ...(from !== undefined && { sourcePort: from }),
        ...(to !== undefined && { destinationPort: to }),
      };
    }
  }
  return undefined;
}

/** The likely host where the set has it, else its tenth address, else the one that it begins with. */
function hostIn(set: AddressSet, likely: Ipv4Address | undefined): Ipv4Address {
  if (likely !== undefined && setCovers(set, hostSet(likely))) return likely;
  const tenth = (set.base + 10) >>> 0;
  return setCovers(set, hostSet(tenth)) ? tenth : set.base;
}

function portOf(ports: PortSet): number | undefined {
  return ports?.[0]?.first;
}
