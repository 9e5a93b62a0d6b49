import { cryptoMapSets, endpointsTowards, peerAddress, type CryptoMapSet } from "../../derive/cryptoMapSet.ts";
import { addressOwners } from "../../derive/addressOwners.ts";
import { ownName } from "../../derive/routerNames.ts";
import { formatSelector, type Selector } from "../../derive/selector.ts";
import { ipEntry } from "../../edit/accessListLines.ts";
import type { Router } from "../../model/router.ts";
import { formatIpv4, type Ipv4Address } from "../../net/ipv4.ts";
import { hostSet, setContains } from "../../net/wildcard.ts";
import { insertBefore, isAny, linePlace } from "../cryptoLists.ts";
import type { StaticCryptoEntry } from "../cryptoEntries.ts";
import { entryPlace, entryTitle } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";

/** A tunnel whose own packets are among those that it protects. */
export const peerInProtectedNet = routerRule({
  id: "peer-in-protected-net",
  severity: "error",
  fix: "auto",
  docs: {
    what: "A permit of the crypto access list holds both endpoints of the tunnel.",
    why: "IKE and ESP between the endpoints would be for the tunnel themselves, and a tunnel can't carry what builds it.",
    remedy: "Deny the traffic between the endpoints before that permit, or permit the inner networks only.",
    source: "Engineering judgement; Cisco, Security for VPNs with IPsec, Crypto Access Lists",
  },
  messages: { inside: "{router}: {entry} protects {traffic}, which holds its own endpoints {local} and {peer}." },
  check(router, report) {
    for (const { entry, local, peer, sequence, selector } of endpointPermits(router)) {
      const list = router.elements.accessList.get(entry.body.matchAddress ?? "");
      if (!list) continue;
      report({
        message: "inside",
        data: {
          router: ownName(router),
          entry: entryTitle(entry),
          traffic: formatSelector(selector),
          local: formatIpv4(local),
          peer: formatIpv4(peer),
        },
        places: [linePlace(router, list.name, sequence), entryPlace(entry, "peers")],
        fixes: ({ design }) => {
          // A deny that the other end lacks would make that end's request be refused, so it is offered where the peer is outside.
          if (addressOwners(design.routers).has(peer)) return [];
          return [
            {
              title: `Deny the traffic between ${formatIpv4(local)} and ${formatIpv4(peer)} in ACL ${list.name}`,
              safe: false,
              edits: [insertBefore(router, list, sequence, [ipEntry("deny", hostSet(local), hostSet(peer))], true)],
            },
          ];
        },
      });
    }
  },
});

interface EndpointPermit {
  readonly entry: StaticCryptoEntry;
  readonly local: Ipv4Address;
  readonly peer: Ipv4Address;
  readonly sequence: number;
  readonly selector: Selector;
}

function endpointPermits(router: Router): readonly EndpointPermit[] {
  return [...cryptoMapSets(router.elements).values()].flatMap((set) => permitsOfSet(router, set));
}

function permitsOfSet(router: Router, set: CryptoMapSet): readonly EndpointPermit[] {
  return set.entries.flatMap(({ entry, accessList }): EndpointPermit[] => {
    if (entry.dynamicMap !== undefined || entry.type === "gdoi") return [];
    const name = `${entry.map} ${entry.sequence}`;
    const one: StaticCryptoEntry = { router, kind: "cryptoMapEntry", name, body: entry, entry };
    for (const peer of entry.peers) {
      const address = peerAddress(router.elements, peer);
      if (address === null) continue;
      for (const { address: local } of endpointsTowards(router.elements, set, address)) {
        if (local === null) continue;
        for (const identity of accessList?.identities ?? []) {
          const selector = identity.selectors.find((wanted) => holdsTunnel(wanted, local, address));
          if (!selector) continue;
          // The first line that holds the endpoints decides. A permit for just these two hosts is how endpoints protect their own
          // traffic, and IOS keeps IKE out of it; `any` to `any` is another rule's.
          return identity.action === "deny" || isHostPair(selector) || isEverything(selector)
            ? []
            : [{ entry: one, local, peer: address, sequence: identity.sequence, selector }];
        }
      }
    }
    return [];
  });
}

/** Protocols of the tunnel's own packets: UDP for IKE, ESP and AH. */
const tunnelProtocols: ReadonlySet<number | "ip"> = new Set(["ip", 17, 50, 51]);

/** Whether traffic holds what passes between two endpoints. */
function holdsTunnel(
  { protocol, source, destination, sourcePorts, destinationPorts }: Selector,
  local: number,
  peer: number,
): boolean {
  return (
    tunnelProtocols.has(protocol) &&
    sourcePorts === null &&
    destinationPorts === null &&
    setContains(source, local) &&
    setContains(destination, peer)
  );
}

function isHostPair({ source, destination }: Selector): boolean {
  return source.wildcard === 0 && destination.wildcard === 0;
}

function isEverything({ source, destination }: Selector): boolean {
  return isAny(source) && isAny(destination);
}
