import { normalAccessList } from "../derive/cryptoAccessList.ts";
import { formatAddressSet } from "../derive/selector.ts";
import type { ClientGroup } from "../model/remoteAccess.ts";
import { formatIpv4, type Ipv4Address } from "../net/ipv4.ts";
import type { AddressSet } from "../net/wildcard.ts";
import { entryView } from "../derive/cryptoMapSet.ts";
import { boundProfile } from "../derive/isakmpIdentity.ts";
import { placeAtGateway, type ClientSession, type Gateway } from "./clientGateway.ts";
import { refuse, tell, type ClientStory } from "./clientStory.ts";

/** What a gateway hands to a client in configuration mode. */
export interface ClientConfiguration {
  readonly address: Ipv4Address;
  readonly pool: string;
  readonly dns: readonly Ipv4Address[];
  readonly wins: readonly Ipv4Address[];
  readonly domain: string | null;
  readonly splitDns: readonly string[];
  /** The networks that the client reaches through the tunnel; null: everything goes through it. */
  readonly splitTunnel: readonly AddressSet[] | null;
}

/** Configuration mode: the client asks for an address, and gets it from its group's pool with all else that the group says. */
export function assignConfiguration(
  story: ClientStory,
  gateway: Gateway,
  group: ClientGroup,
  connected: readonly ClientSession[],
): ClientConfiguration | null {
  const { router, name, set, anchor } = gateway;
  const moment = { stage: "configuration", message: "configuration mode", from: "gateway" } as const;
  const profile = boundProfile(router.elements, entryView(set, anchor, anchor.dynamicEntries[0]));
  const modes = [...(set.settings?.clientConfigurationAddress ?? []), ...(profile?.clientConfigurationAddress ?? [])];
  if (modes.length === 0) {
    return refuse(
      story,
      moment,
      "ra-no-config-address",
      `${name}: crypto map ${set.name} has no client configuration address line, so the client asks for an address and gets none.`,
      [placeAtGateway(gateway, "cryptoMap", set.name)],
    );
  }
  const poolName = group.pool ?? router.elements.isakmpSettings.get("")?.addressPoolLocal;
  const groupAt = placeAtGateway(gateway, "clientGroup", group.name, "pool");
  if (poolName === undefined) {
    return refuse(story, moment, "ra-pool-undefined", `Group ${group.name} of ${name} names no pool.`, [groupAt]);
  }
  const pool = router.elements.localPool.get(poolName);
  if (!pool) {
    return refuse(
      story,
      moment,
      "ra-pool-undefined",
      `Group ${group.name} of ${name} names the pool ${poolName}, and there is no ip local pool ${poolName}.`,
      [groupAt],
    );
  }
  const { start, end = start } = pool;
  const poolAt = placeAtGateway(gateway, "localPool", poolName);
  if (start > end) {
    return refuse(story, moment, "ra-pool-reversed", `Pool ${poolName} of ${name} ends before it starts.`, [poolAt]);
  }
  const taken = new Set(connected.map((one) => one.address));
  const address = firstFree(start, end, taken);
  if (address === undefined) {
    return refuse(story, moment, null, `Every address of pool ${poolName} is taken.`, [poolAt]);
  }
  const splitTunnel = splitNetworks(gateway, group);
  tell(
    story,
    moment,
    `${modes.includes("initiate") && !modes.includes("respond") ? `${name} offers` : `The client asks, and ${name} gives it`} ${formatIpv4(address)} from pool ${poolName}${extras(group)}.`,
    [poolAt, groupAt],
  );
  tell(
    story,
    moment,
    splitTunnel === null
      ? `Group ${group.name} ${group.acl === undefined ? "has no split-tunnel list" : `names list ${group.acl}, which permits nothing`}: everything that the client sends goes through the tunnel.`
      : `By list ${group.acl ?? ""} the client sends only what is for ${splitTunnel.map(formatAddressSet).join(", ")} through the tunnel.`,
    [group.acl === undefined ? groupAt : placeAtGateway(gateway, "clientGroup", group.name, "acl")],
  );
  return {
    address,
    pool: poolName,
    dns: group.dns,
    wins: group.wins,
    domain: group.domain ?? null,
    splitDns: group.splitDns,
    splitTunnel,
  };
}

/** The list is written as the gateway sees it, so the client reaches its sources. A list that is missing splits nothing. */
function splitNetworks({ router }: Gateway, group: ClientGroup): readonly AddressSet[] | null {
  const permits = normalAccessList(router.elements, group.acl)?.permits ?? [];
  if (permits.length === 0) return null;
  return permits.flatMap(({ selectors }) => selectors.map(({ source }) => source));
}

function firstFree(start: Ipv4Address, end: Ipv4Address, taken: ReadonlySet<Ipv4Address>): Ipv4Address | undefined {
  for (let address = start; address <= end; address += 1) if (!taken.has(address)) return address;
  return undefined;
}

function extras({ dns, domain, splitDns }: ClientGroup): string {
  const parts = [
    ...(dns.length > 0 ? [`name servers ${dns.map(formatIpv4).join(" and ")}`] : []),
    ...(domain === undefined ? [] : [`the domain ${domain}`]),
    ...(splitDns.length > 0 ? [`split DNS for ${splitDns.join(", ")}`] : []),
  ];
  return parts.length === 0 ? "" : `, with ${parts.join(", ")}`;
}
