import { cryptoMapSets, endpointOn, peerAddress, type CryptoMapSet, type SetEntry } from "../derive/cryptoMapSet.ts";
import { formatSelector, type Selector } from "../derive/selector.ts";
import type { Interface } from "../model/interface.ts";
import type { Router } from "../model/router.ts";
import type { Ipv4Address } from "../net/ipv4.ts";
import type { ProtectedFlow } from "./associations.ts";
import type { InstalledPair } from "./associationPairs.ts";
import type { Exchange } from "./exchanges.ts";
import { SENT_PACKETS } from "./simulatedClock.ts";

/**
 * What `show crypto ipsec sa` has a group for: every permit of every entry on every interface that carries a map, whether it has come
 * up or not, and what peers have asked for beyond that. Reference: section 5.2.
 */
export function protectedFlows(
  router: Router,
  installed: readonly InstalledPair[],
  exchanges: readonly Exchange[],
): readonly ProtectedFlow[] {
  const sets = cryptoMapSets(router.elements);
  const context: Context = { router, installed, exchanges };
  return [...router.elements.interface.values()].flatMap((carrier) => {
    const set = carrier.cryptoMap && sets.get(carrier.cryptoMap.name);
    return set ? set.entries.flatMap((entry) => flowsOfEntry(context, carrier, set, entry)) : [];
  });
}

interface Context {
  readonly router: Router;
  readonly installed: readonly InstalledPair[];
  readonly exchanges: readonly Exchange[];
}

function flowsOfEntry(
  { router, installed, exchanges }: Context,
  carrier: Interface,
  set: CryptoMapSet,
  entry: SetEntry,
): readonly ProtectedFlow[] {
  const { elements } = router;
  const local = endpointOn(elements, set, carrier).address;
  const everywhere = set.settings?.localAddress !== undefined;
  const pairs = installed.filter(
    ({ own: { end } }) =>
      end.cryptoMap === set.name &&
      end.sequence === entry.entry.sequence &&
      (everywhere || end.interface === carrier.name),
  );
  const common = { carrier, map: set.name, entry, local };
  const ofPair = (pair: InstalledPair, line: number | undefined): ProtectedFlow => ({
    ...common,
    origin: entry.entry.dynamicMap === undefined ? "crypto map" : "dynamic crypto map",
    ...(pair.own.end.dynamicMap && { dynamicMap: pair.own.end.dynamicMap }),
    line,
    selector: pair.selector,
    peer: pair.other.end.address,
    port: pair.port,
    counters: pair.counters,
    associations: pair.associations,
  });
  if (entry.entry.dynamicMap !== undefined) return pairs.map((pair) => ofPair(pair, undefined));

  const shown = new Set<InstalledPair>();
  const [up] = pairs;
  const peer = up ? up.other.end.address : firstPeer(router, entry);
  const lines = (peer === undefined ? [] : (entry.accessList?.permits ?? [])).flatMap((permit) =>
    permit.selectors.map((selector): ProtectedFlow => {
      const pair = pairs.find((one) => !shown.has(one) && same(one.selector, selector));
      if (pair) {
        shown.add(pair);
        return ofPair(pair, permit.sequence);
      }
      return {
        ...common,
        origin: "crypto map",
        line: permit.sequence,
        selector,
        peer: peer ?? null,
        port: 500,
        counters: { encapsulated: 0, decapsulated: 0, sendErrors: sendErrors(router, entry, selector, exchanges) },
        associations: undefined,
      };
    }),
  );
  return [...lines, ...pairs.filter((pair) => !shown.has(pair)).map((pair) => ofPair(pair, undefined))];
}

/** The peer that is tried first; undefined where the entry names none, null for a name that nothing resolves. */
function firstPeer(router: Router, { entry }: SetEntry): Ipv4Address | null | undefined {
  const first = entry.peers.find((one) => one.default) ?? entry.peers[0];
  return first && peerAddress(router.elements, first);
}

/** The peer that an entry's associations stand with, else the one that is tried first. */
export function currentPeerOf(
  router: Router,
  entry: SetEntry,
  flows: readonly ProtectedFlow[],
): Ipv4Address | null | undefined {
  const up = flows.find((flow) => flow.entry === entry && flow.associations);
  return up ? up.peer : firstPeer(router, entry);
}

/** Packets dropped because their negotiation failed; none where nothing was ever sent towards the tunnel. */
function sendErrors(router: Router, { entry }: SetEntry, selector: Selector, exchanges: readonly Exchange[]): number {
  const failed = exchanges.some(
    ({ initiator, reach, selectors }) =>
      (reach === "negotiating" || reach === "phase1") &&
      initiator.router.id === router.id &&
      initiator.end.cryptoMap === entry.map &&
      initiator.end.sequence === entry.sequence &&
      selectors.some((one) => same(one, selector)),
  );
  return failed ? SENT_PACKETS : 0;
}

function same(one: Selector, other: Selector): boolean {
  return formatSelector(one) === formatSelector(other);
}
