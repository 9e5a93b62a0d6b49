import {
  formatIpv4,
  formatPrefix,
  lengthOfMask,
  parseIpv4,
  prefixContains,
  prefixOf,
  routerNames,
  type Design,
  type Ipv4Address,
  type JudgedPeering,
  type Router,
} from "../../core/index.ts";
import type { ObjectReference } from "../../store/viewStore.ts";

/** An address that a person may mean: a host of a LAN, or a router itself. */
export interface KnownHost {
  readonly address: Ipv4Address;
  /** "a host on 10.1.0.0/24 of HQ", "HQ, GigabitEthernet0/0". */
  readonly label: string;
  /** What stands for it on the canvas. */
  readonly object: string;
}

/** A host of every LAN first, then the routers' own addresses. */
export function knownHosts(design: Design): readonly KnownHost[] {
  const names = routerNames(design.routers);
  const lans: KnownHost[] = [];
  const own: KnownHost[] = [];
  for (const router of design.routers.values()) {
    const name = names.get(router.id) ?? router.id;
    for (const one of router.elements.interface.values()) {
      if (one.address?.kind !== "static" || one.shutdown) continue;
      const { address, mask } = one.address;
      own.push({ address, label: `${name}, ${one.name}`, object: router.id });
      const length = lengthOfMask(mask);
      // A network of two hosts joins routers, and the one that carries the map leads outside.
      if (length === undefined || length > 29 || one.cryptoMap || one.nat === "outside") continue;
      const network = prefixOf(address, length);
      const subnet = [...design.subnets.values()].find(({ attachments }) =>
        attachments.some((at) => at.router === router.id && at.interface === one.name),
      );
      lans.push({
        address: hostOf(network.network, address),
        label: `a host on ${formatPrefix(network)} of ${name}`,
        object: subnet?.id ?? router.id,
      });
    }
  }
  return [...lans, ...own];
}

/** The LAN on the canvas that holds an address, by id. */
export function lanOfAddress(design: Design, text: string): string | undefined {
  const address = parseIpv4(text.trim());
  if (address === undefined) return undefined;
  for (const subnet of design.subnets.values()) {
    if (prefixContains(subnet.prefix, address)) return subnet.id;
    for (const at of subnet.attachments) {
      const one = design.routers.get(at.router)?.elements.interface.get(at.interface);
      const length = one?.address?.kind === "static" ? lengthOfMask(one.address.mask) : undefined;
      if (one?.address?.kind !== "static" || length === undefined) continue;
      if (prefixContains(prefixOf(one.address.address, length), address)) return subnet.id;
    }
  }
  return undefined;
}

/** The tenth address of a network, or the one behind it where a router has that. */
function hostOf(network: Ipv4Address, taken: Ipv4Address): Ipv4Address {
  return network + 10 === taken ? network + 11 : network + 10;
}

/** The host that something on the canvas stands for: of a LAN its tenth address, of a router the address that it has inside. */
export function hostOfObject(hosts: readonly KnownHost[], { id }: ObjectReference): KnownHost | undefined {
  return hosts.find(({ object }) => object === id);
}

/** Two hosts to begin with: those of the first flow of a tunnel, else of the first two LANs. */
export function firstHosts(
  design: Design,
  hosts: readonly KnownHost[],
  peering: JudgedPeering["peering"] | undefined,
): readonly [string, string] {
  const text = (host: KnownHost | undefined) => (host ? formatIpv4(host.address) : "");
  const ofRouter = (router: Router | undefined) =>
    hosts.find(({ label, object }) => {
      if (!router) return false;
      if (object === router.id) return label.startsWith("a host");
      return [...design.subnets.values()].some(
        (subnet) => subnet.id === object && subnet.attachments.some((at) => at.router === router.id),
      );
    });
  const [one, other] = [peering?.a.router, peering?.b?.router].map((id) =>
    ofRouter(id === undefined ? undefined : design.routers.get(id)),
  );
  if (one && other) return [text(one), text(other)];
  return [text(hosts[0]), text(hosts[1])];
}
