import { routingTable } from "../derive/routes.ts";
import type { Elements } from "../model/router.ts";
import type { Ipv4Address } from "../net/ipv4.ts";

/** The interface that the router's own routes send an address out of; undefined where they don't tell. */
export function exitToward(elements: Elements, address: Ipv4Address, vrf?: string): string | undefined {
  const answer = routingTable(elements).lookUp({ network: address, length: 32 }, vrf);
  return answer.kind === "known" ? answer.choices[0]?.interface : undefined;
}
