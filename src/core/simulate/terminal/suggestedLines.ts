import { primaryAddress } from "../../derive/interfaceAddresses.ts";
import type { Design } from "../../model/design.ts";
import type { RouterId } from "../../model/router.ts";
import { formatIpv4 } from "../../net/ipv4.ts";
import { setContains } from "../../net/wildcard.ts";
import { simulatedStates } from "../state.ts";

/** Lines that are worth typing on a router: what stands, and a ping that its first protected flow takes, where it has one. */
export function suggestedLines(design: Design, router: RouterId): readonly string[] {
  const ping = pingThroughTunnel(design, router);
  return [
    "show crypto session",
    "show crypto isakmp sa",
    "show crypto ipsec sa",
    "debug crypto isakmp",
    "clear crypto session",
    ...(ping === undefined ? [] : [ping]),
  ];
}

/** From an address of the router within the flow's own networks to the first host of the other side. */
function pingThroughTunnel(design: Design, router: RouterId): string | undefined {
  const elements = design.routers.get(router)?.elements;
  if (!elements) return undefined;
  for (const { selector } of simulatedStates(design).get(router)?.flows ?? []) {
    const source = [...elements.interface.values()]
      .map((one) => primaryAddress(one, elements.interface))
      .find((address) => address !== null && setContains(selector.source, address));
    if (source === null || source === undefined) continue;
    const { base, wildcard } = selector.destination;
    const destination = wildcard === 0 ? base : (base | 1) >>> 0;
    return `ping ${formatIpv4(destination)} source ${formatIpv4(source)}`;
  }
  return undefined;
}
