import { memoByIdentity } from "../derive/identityMemo.ts";
import type { Attachment, Design } from "../model/design.ts";
import type { Interface } from "../model/interface.ts";
import type { Elements, RouterId } from "../model/router.ts";
import { isPrivate, prefixContains, prefixOfMask, type Ipv4Address, type Ipv4Prefix } from "../net/ipv4.ts";
import { staticAddresses } from "./addressPlan.ts";
import { exitToward } from "./routeExit.ts";

/**
 * The interface that a router reaches the other sites through: the one with a crypto map, else the one that the default route
 * leaves by, else one on a prefix shared with `toward`, else one at a cloud, else an outside or public one. Undefined where
 * nothing tells.
 */
export function wanInterface(design: Design, router: RouterId, toward?: RouterId): Interface | undefined {
  const elements = design.routers.get(router)?.elements;
  if (!elements) return undefined;
  const able = [...elements.interface.values()].filter(
    (one) => !one.shutdown && one.address !== undefined && !/^(Loopback|Tunnel|Virtual-Template)/.test(one.name),
  );
  const exit = defaultRouteInterface(elements);
  const defaultExit = able.find((one) => one.name === exit);
  const shared = toward === undefined ? undefined : sharedInterface(design, able, toward);
  const withMap = able.filter((one) => one.cryptoMap);
  if (withMap.length > 0) {
    return withMap.find((one) => one === shared) ?? withMap.find((one) => one === defaultExit) ?? withMap[0];
  }
  return (
    shared ??
    defaultExit ??
    able.find((one) => isAttached(design.clouds.values(), router, one.name)) ??
    able.find((one) => one.nat === "outside") ??
    able.find((one) => one.address?.kind === "dhcp" || one.address?.kind === "negotiated") ??
    able.find(
      (one) =>
        staticAddresses(one).some(({ address }) => isPublic(address)) &&
        !isAttached(design.subnets.values(), router, one.name),
    )
  );
}

/** The interfaces behind which a router's own networks lie: neither its WAN nor a tunnel, nor a cable to another router. */
export function lanInterfaces(
  design: Design,
  router: RouterId,
  wan = wanInterface(design, router),
): readonly Interface[] {
  const elements = design.routers.get(router)?.elements;
  if (!elements) return [];
  const exit = defaultRouteInterface(elements);
  const inside = [...elements.interface.values()].filter(
    (one) =>
      one.name !== wan?.name &&
      one.name !== exit &&
      one.vrf === wan?.vrf &&
      !one.shutdown &&
      !one.cryptoMap &&
      one.nat !== "outside" &&
      !one.tunnel &&
      !/^(Tunnel|Virtual-Template)/.test(one.name) &&
      !isAttached(design.clouds.values(), router, one.name) &&
      lanPrefixes(one).length > 0,
  );
  const segments = inside.filter((one) => !one.name.startsWith("Loopback"));
  if (segments.length > 0) return segments;
  // A laboratory router has no LAN but a loopback that stands for one; its endpoint's loopback is none.
  const endpoints = new Set([...elements.cryptoMap.values()].map((map) => map.localAddress));
  const loopbacks = inside.filter((one) => !endpoints.has(one.name));
  const wide = loopbacks.filter((one) => lanPrefixes(one).some((prefix) => prefix.length < 32));
  return wide.length > 0 ? wide : loopbacks;
}

/** The prefixes of an interface that hosts can be in; a /30 or /31 joins two routers and holds none. */
export function lanPrefixes(one: Interface): readonly Ipv4Prefix[] {
  return staticAddresses(one).flatMap(({ address, mask }) => {
    const prefix = prefixOfMask(address, mask);
    return !prefix || prefix.length === 30 || prefix.length === 31 ? [] : [prefix];
  });
}

/** The networks that a router protects when it is linked: those of its LAN interfaces, each once. */
export function protectedPrefixes(design: Design, router: RouterId, wan?: Interface): readonly Ipv4Prefix[] {
  const seen = new Map<string, Ipv4Prefix>();
  for (const one of lanInterfaces(design, router, wan ?? wanInterface(design, router))) {
    for (const prefix of lanPrefixes(one)) seen.set(`${prefix.network}/${prefix.length}`, prefix);
  }
  return [...seen.values()];
}

/** An interface that stands in the configuration and does nothing yet, such as a port that is shut down. */
export function idleInterface(design: Design, router: RouterId): Interface | undefined {
  const elements = design.routers.get(router)?.elements;
  if (!elements) return undefined;
  const all = [...elements.interface.values()];
  return all.find(
    (one) =>
      physicalName.test(one.name) &&
      one.address === undefined &&
      one.secondaryAddresses.length === 0 &&
      one.vrf === undefined &&
      !one.cryptoMap &&
      !one.tunnel &&
      !one.dot1q &&
      !one.accessGroupIn &&
      !one.accessGroupOut &&
      !one.kept.some((line) => /switchport|channel-group|bridge-group|pppoe|service instance/.test(line.text)) &&
      !all.some((other) => other.name.startsWith(`${one.name}.`)) &&
      !isAttached(design.clouds.values(), router, one.name) &&
      !isAttached(design.subnets.values(), router, one.name),
  );
}

/** The name of a port that the router does not have yet, in the manner of those that it has: GigabitEthernet0/2. */
export function freeInterfaceName(elements: Elements): string {
  const stem =
    [...elements.interface.keys()].map((name) => physicalName.exec(name)?.[1]).find((found) => found !== undefined) ??
    "GigabitEthernet0/";
  for (let number = 0; ; number += 1) {
    const name = `${stem}${number}`;
    if (!elements.interface.has(name)) return name;
  }
}

/** The interface that the default route leaves by. */
function defaultRouteInterface(elements: Elements): string | undefined {
  for (const route of elements.staticRoute.values()) {
    if (route.network !== 0 || route.mask !== 0 || route.vrf !== undefined) continue;
    const exit = route.interface ?? (route.nextHop === undefined ? undefined : exitToward(elements, route.nextHop));
    if (exit !== undefined) return exit;
  }
  return undefined;
}

/** Whether an address can be reached over the Internet: not private, shared, link-local, loopback or multicast. */
export function isPublic(address: Ipv4Address): boolean {
  return (
    !isPrivate(address) &&
    address >>> 22 !== 0x6440 >>> 6 &&
    address >>> 16 !== 0xa9fe &&
    address >>> 24 !== 127 &&
    address >>> 28 < 14
  );
}

const physicalName = /^((?:TenGigabit|TwoGigabit|FiveGigabit|Gigabit|Fast|)Ethernet(?:\d+\/)*)\d+$/;

function sharedInterface(design: Design, able: readonly Interface[], toward: RouterId): Interface | undefined {
  const theirs = design.routers.get(toward)?.elements;
  if (!theirs) return undefined;
  const addresses = [...theirs.interface.values()].flatMap((one) => staticAddresses(one).map(({ address }) => address));
  return able.find((one) =>
    // A segment with hosts on it may be a LAN that two routers of one site share; a cable between routers is small.
    staticAddresses(one).some(({ address, mask }) => {
      const prefix = prefixOfMask(address, mask);
      return (
        prefix !== undefined &&
        addresses.some((their) => their !== address && prefixContains(prefix, their)) &&
        (prefix.length >= 29 || one.cryptoMap !== undefined || isPublic(address))
      );
    }),
  );
}

function isAttached(
  objects: Iterable<{ readonly attachments: readonly Attachment[] }>,
  router: RouterId,
  name: string,
): boolean {
  const end = endKey(router, name);
  for (const object of objects) if (attachedEnds(object.attachments).has(end)) return true;
  return false;
}

/** An Internet of thousands of routers is asked for each of them. */
const attachedEnds = memoByIdentity(
  (attachments: readonly Attachment[]): ReadonlySet<string> =>
    new Set(attachments.map((end) => endKey(end.router, end.interface))),
);

function endKey(router: RouterId, name: string): string {
  return `${router} ${name}`;
}
