import { primaryAddress } from "../../derive/interfaceAddresses.ts";
import { nameIn, routerNames } from "../../derive/routerNames.ts";
import type { Selector } from "../../derive/selector.ts";
import type { Design } from "../../model/design.ts";
import type { Interface } from "../../model/interface.ts";
import type { Router } from "../../model/router.ts";
import { parseIpv4, type Ipv4Address } from "../../net/ipv4.ts";
import { cryptoLists, isAny } from "../cryptoLists.ts";
import { entryPlace, staticEntries } from "../cryptoEntries.ts";
import { perRouter } from "../perRouter.ts";
import { designRule } from "../rule.ts";

/** A tunnel interface protects everything, a crypto map what its list says. */
export const selectorAnyPeerMismatch = designRule({
  id: "selector-any-peer-mismatch",
  severity: "warning",
  fix: "man",
  docs: {
    what: "A crypto map entry has as its peer a router that ends the tunnel in an IPsec tunnel interface.",
    why: "The tunnel interface asks for any to any, and the crypto map's list permits less, so neither takes the other's proxy identities.",
    remedy: "Use a tunnel interface at both ends, or a crypto map at both.",
    source: "Cisco IOS Security Configuration Guide, IPsec Virtual Tunnel Interfaces: the proxy identities are any any",
  },
  messages: {
    mixed: "{near} protects only what ACL {list} says for its peer {far}, whose {tunnel} asks for any to any.",
  },
  check(design, _peerings, report) {
    const tunnels = ipsecTunnels(design);
    if (tunnels.size === 0) return;
    const names = routerNames(design.routers);
    for (const router of design.routers.values()) {
      const lists = new Map(cryptoLists(router).map((one) => [one.list.name, one]));
      for (const entry of staticEntries(router)) {
        const list = entry.body.matchAddress;
        const crypto = list === undefined ? undefined : lists.get(list);
        if (!crypto || crypto.permits.some(({ identity }) => identity.selectors.some(isAnyToAny))) continue;
        entry.body.peers.forEach(({ peer }, position) => {
          const facing = peer.kind === "address" ? (tunnels.get(peer.address) ?? []) : [];
          const tunnel = facing.find((one) => one.router !== router && leadsTo(one, router));
          if (!tunnel) return;
          report({
            message: "mixed",
            data: {
              near: nameIn(names, router.id),
              far: nameIn(names, tunnel.router.id),
              list: crypto.list.name,
              tunnel: tunnel.one.name,
            },
            places: [
              entryPlace(entry, "peers", position),
              { router: tunnel.router.id, kind: "interface", name: tunnel.one.name, field: "tunnel", item: "mode" },
            ],
          });
        });
      }
    }
  },
});

interface IpsecTunnel {
  readonly router: Router;
  readonly one: Interface;
  readonly address: Ipv4Address;
}

/** IPsec tunnel interfaces without a policy of their own, by the address that they speak from. */
function ipsecTunnels(design: Design): ReadonlyMap<Ipv4Address, readonly IpsecTunnel[]> {
  const tunnels = new Map<Ipv4Address, IpsecTunnel[]>();
  for (const tunnel of tunnelsOf(design)) {
    const others = tunnels.get(tunnel.address);
    if (others) others.push(tunnel);
    else tunnels.set(tunnel.address, [tunnel]);
  }
  return tunnels;
}

const tunnelsOf = perRouter((router): readonly IpsecTunnel[] => {
  const interfaces = router.elements.interface;
  return [...interfaces.values()].flatMap((one) => {
    const { tunnel } = one;
    if (!tunnel?.mode?.startsWith("ipsec ipv4") || tunnel.protectionPolicy !== undefined) return [];
    const source = tunnel.source ?? "";
    const address = parseIpv4(source) ?? primaryAddress(interfaces.get(source), interfaces);
    return address === null ? [] : [{ router, one, address }];
  });
});

/** Whether a tunnel's destination is an address of a router; one that takes anybody leads to all. */
function leadsTo({ one }: IpsecTunnel, router: Router): boolean {
  const destination = parseIpv4(one.tunnel?.destination ?? "");
  if (destination === undefined) return one.tunnel?.destination === "dynamic";
  const { interface: interfaces } = router.elements;
  return [...interfaces.values()].some((own) => primaryAddress(own, interfaces) === destination);
}

function isAnyToAny({ source, destination, protocol }: Selector): boolean {
  return protocol === "ip" && isAny(source) && isAny(destination);
}
