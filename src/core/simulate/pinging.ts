import { primaryAddress } from "../derive/interfaceAddresses.ts";
import type { Peering } from "../derive/peering.ts";
import { connectedPrefixes, routingTable } from "../derive/routes.ts";
import { selectorsIntersect, type Selector } from "../derive/selector.ts";
import type { Design } from "../model/design.ts";
import type { Router, RouterId } from "../model/router.ts";
import { judgePeerings, partyAt } from "../negotiate/judge.ts";
import { negotiateBetween, type PlayedNegotiation } from "../negotiate/negotiateBetween.ts";
import { formatIpv4, prefixContains, prefixOf, type Ipv4Address } from "../net/ipv4.ts";
import { hostSet } from "../net/wildcard.ts";
import type { FlowCounters, ProtectedFlow } from "./associations.ts";
import { logged, type DebugLine, type PlayedExchange } from "./debug/debugLine.ts";
import { exchangeLines } from "./debug/exchangeLines.ts";
import { flowAt, holdersOf, pairAt, stateAfter, type NetworkState } from "./networkState.ts";
import { spiWord, addressWord } from "./show/wording.ts";
import { simulatedStates } from "./state.ts";

/** Five echo requests, and what they set off. */
export interface Ping {
  readonly network: NetworkState;
  /** Which of the five were answered. */
  readonly answered: readonly boolean[];
  /** What routers print meanwhile, of all that can be debugged. */
  readonly lines: ReadonlyMap<RouterId, readonly DebugLine[]>;
  /** Why nobody can know how it ends. */
  readonly doubt?: string;
}

const all = [true, true, true, true, true];
const butTheFirst = [false, true, true, true, true];
const none = [false, false, false, false, false];
const nothing: ReadonlyMap<RouterId, readonly DebugLine[]> = new Map();

/** The address that a router pings from unless told: that of the interface that the packets leave by. */
export function defaultSource({ elements }: Router, destination: Ipv4Address): Ipv4Address | null {
  const answer = routingTable(elements).lookUp(prefixOf(destination, 32));
  const exit = answer.kind === "known" ? answer.choices[0]?.interface : undefined;
  const carrier = [...elements.interface.values()].find((one) => one.cryptoMap !== undefined);
  const one = exit === undefined ? carrier : elements.interface.get(exit);
  return primaryAddress(one, elements.interface);
}

/** Sends a ping from a router. What it protects, negotiates or loses is what the verdict on such a packet says. */
export function sendPing(
  design: Design,
  network: NetworkState,
  router: RouterId,
  source: Ipv4Address,
  destination: Ipv4Address,
): Ping {
  const packet: Selector = {
    protocol: 1,
    source: hostSet(source),
    sourcePorts: null,
    destination: hostSet(destination),
    destinationPorts: null,
  };
  const played = playedFor(design, router, source, destination);
  const startable = played?.negotiation.outcome !== "not-triggered";
  const waits = played?.negotiation.rule === "dynamic-responder-initiates";
  const standing = startable || waits ? standingFlow(design, network, router, packet) : undefined;
  if (standing) return throughTunnel(design, network, router, standing);
  if (!played) return inClear(design, network, router, destination);
  const { negotiation } = played;
  if (negotiation.outcome === "unknown") {
    return { network, answered: none, lines: nothing, doubt: negotiation.reason ?? "The design does not tell." };
  }
  if (negotiation.outcome === "not-triggered") return { network, answered: none, lines: nothing };
  return startsNegotiation(design, network, router, packet, played);
}

/** How a packet of this router fares: by the entry that it triggers, else by the first that tells why it triggers none. */
function playedFor(
  design: Design,
  router: RouterId,
  source: Ipv4Address,
  destination: Ipv4Address,
): PlayedNegotiation | undefined {
  const packet = { source, destination, protocol: 1 };
  const peers = new Set(
    judgePeerings(design).flatMap(({ peering: { a, b } }) => {
      if (a.router === router) return b ? [b.router] : a.peer?.router ? [a.peer.router] : [];
      return b?.router === router ? [a.router] : [];
    }),
  );
  const all = [...peers].flatMap((peer) => negotiateBetween(design, router, peer, { packet }) ?? []);
  const triggered = all.find(({ negotiation }) => negotiation.outcome !== "not-triggered");
  if (triggered) return triggered;
  // An entry that names the packet's networks tells why it is not protected; others have nothing to do with it.
  return all.find(({ peering, negotiation }) => concerns(design, router, peering, source, destination) && negotiation);
}

function concerns(
  design: Design,
  router: RouterId,
  peering: Peering,
  source: Ipv4Address,
  destination: Ipv4Address,
): boolean {
  const own = peering.a.router === router ? peering.a : peering.b;
  if (!own) return false;
  const { view } = partyAt(design, own === peering.a ? "a" : "b", own);
  const packet: Selector = {
    protocol: 1,
    source: hostSet(source),
    sourcePorts: null,
    destination: hostSet(destination),
    destinationPorts: null,
  };
  // A dynamic entry without a list takes whatever its peer asks for.
  if (view.dynamic && !view.accessList) return true;
  return (view.accessList?.permits ?? []).some(({ selectors }) =>
    selectors.some((selector) => selectorsIntersect(selector, packet)),
  );
}

/** The first flow with associations that takes the packet. */
function standingFlow(
  design: Design,
  network: NetworkState,
  router: RouterId,
  packet: Selector,
): ProtectedFlow | undefined {
  return stateAfter(design, network, router)?.flows.find(
    ({ associations, selector }) => associations && selectorsIntersect(selector, packet),
  );
}

function throughTunnel(design: Design, network: NetworkState, router: RouterId, flow: ProtectedFlow): Ping {
  const id = flow.associations?.id ?? "";
  const far = (holdersOf(design).get(id) ?? []).find((one) => one.router !== router);
  const sent = { encapsulated: 5, decapsulated: 0, sendErrors: 0 };
  if (far && network.gonePairs.has(pairAt(far.router, id)))
    return intoTheVoid(design, network, router, flow, far.router);
  // What the simulation's own ping found out holds for every later one.
  const original = simulatedStates(design)
    .get(router)
    ?.flows.find(({ associations }) => associations?.id === id)?.counters;
  const comesBack = original !== undefined && original.decapsulated > 0;
  const arrives = far !== undefined && far.flow.counters.decapsulated > 0;
  let counters = counted(network, router, flow, { ...sent, decapsulated: comesBack ? 5 : 0 });
  if (far) {
    const held = stateAfter(design, network, far.router)?.flows.find(({ associations }) => associations?.id === id);
    const answer = far.flow.counters.encapsulated > 0 ? 5 : 0;
    if (held)
      counters = counted({ ...network, counters }, far.router, held, {
        encapsulated: arrives ? answer : 0,
        decapsulated: arrives ? 5 : 0,
        sendErrors: 0,
      });
  }
  return { network: { ...network, counters }, answered: comesBack ? all : none, lines: nothing };
}

/** The other end has let its association go, and does not know the SPI. */
function intoTheVoid(
  design: Design,
  network: NetworkState,
  router: RouterId,
  flow: ProtectedFlow,
  far: RouterId,
): Ping {
  const pair = flow.associations;
  const counters = counted(network, router, flow, { encapsulated: 5, decapsulated: 0, sendErrors: 0 });
  const says = (pair?.outbound ?? []).map((one) =>
    logged(
      `%CRYPTO-4-RECVD_PKT_INV_SPI: decaps: rec'd IPSEC packet has invalid spi for destaddr=${addressWord(flow.peer)}, prot=${
        one.protocol === "esp" ? "50" : "51"
      }, spi=${spiWord(one.spi)}, srcaddr=${addressWord(flow.local)}`,
    ),
  );
  // With recovery, the router that knows the SPI no more starts IKE and says so.
  const recovers = design.routers.get(far)?.elements.isakmpSettings.get("")?.invalidSpiRecovery === true;
  const gonePairs = recovers && pair ? new Set([...network.gonePairs, pairAt(router, pair.id)]) : network.gonePairs;
  return { network: { ...network, counters, gonePairs }, answered: none, lines: new Map([[far, says]]) };
}

function startsNegotiation(
  design: Design,
  network: NetworkState,
  router: RouterId,
  packet: Selector,
  { negotiation, peering }: PlayedNegotiation,
): Ping {
  const own = peering.a.router === router ? ("a" as const) : ("b" as const);
  const [ownEnd, farEnd] = own === "a" ? [peering.a, peering.b] : [peering.b, peering.a];
  const states = simulatedStates(design);
  const state = states.get(router);
  const wanted = (flow: ProtectedFlow) =>
    flow.entry.entry.map === ownEnd?.cryptoMap &&
    flow.entry.entry.sequence === ownEnd.sequence &&
    selectorsIntersect(flow.selector, packet);
  const flow = state?.flows.find((one) => wanted(one) && one.associations) ?? state?.flows.find(wanted);
  if (!ownEnd || !flow) return { network, answered: none, lines: nothing };
  const came = negotiation.outcome === "established" || negotiation.failedAt === "inbound-check";
  const pair = came ? flow.associations : undefined;
  const ike = state?.ike.find((one) => one.remote === flow.peer && one.local === flow.local);
  const phase1Stands = ike?.state === "QM_IDLE" && !network.goneIke.has(ike.id);

  const rounds = new Map(network.rounds);
  const again = (id: string) => rounds.set(id, (rounds.get(id) ?? 0) + 1);
  const goneIke = new Set(network.goneIke);
  const starters = new Map(network.starters);
  if (ike && goneIke.delete(ike.id)) {
    again(ike.id);
    starters.set(ike.id, router);
  }
  const gonePairs = new Set(network.gonePairs);
  if (pair) {
    for (const { router: holder } of holdersOf(design).get(pair.id) ?? []) gonePairs.delete(pairAt(holder, pair.id));
    again(pair.id);
  }
  const after = { ...network, rounds, starters, goneIke, gonePairs };

  const answered = negotiation.outcome === "established" && pair ? butTheFirst : none;
  const through = pair ? 4 : 0;
  const back = answered === butTheFirst ? 4 : 0;
  let counters = counted(after, router, flow, {
    encapsulated: through,
    decapsulated: back,
    sendErrors: 5 - through,
  });
  const far = pair && (holdersOf(design).get(pair.id) ?? []).find((one) => one.router !== router);
  if (far) {
    const arrives = back > 0 || far.flow.counters.decapsulated > 0;
    counters = counted({ ...after, counters }, far.router, far.flow, {
      encapsulated: back > 0 || (arrives && far.flow.counters.encapsulated > 0) ? 4 : 0,
      decapsulated: arrives ? 4 : 0,
      sendErrors: 0,
    });
  }
  const done = { ...after, counters };
  if (!farEnd) return { network: done, answered, lines: nothing };

  const held = (at: RouterId) => stateAfter(design, done, at);
  const pairAtEnd = (at: RouterId) =>
    pair && held(at)?.flows.find(({ associations }) => associations?.id === pair.id)?.associations;
  const numberAt = (at: RouterId) => held(at)?.ike.find(({ id }) => id === ike?.id)?.connectionId ?? 0;
  const exchange: PlayedExchange = {
    initiator: partyAt(design, own, ownEnd),
    responder: partyAt(design, own === "a" ? "b" : "a", farEnd),
    negotiation,
    selector: flow.selector,
    phase1Stands,
    connectionIds: { initiator: numberAt(ownEnd.router), responder: numberAt(farEnd.router) },
    pairs: { initiator: pairAtEnd(ownEnd.router), responder: pairAtEnd(farEnd.router) },
  };
  return {
    network: done,
    answered,
    lines: new Map([
      [ownEnd.router, exchangeLines(exchange, "initiator")],
      [farEnd.router, exchangeLines(exchange, "responder")],
    ]),
  };
}

/** No entry has to do with the packet: it goes its way in clear, and is answered where the address is a neighbour's or an endpoint's. */
function inClear(design: Design, network: NetworkState, router: RouterId, destination: Ipv4Address): Ping {
  const interfaces = [...(design.routers.get(router)?.elements.interface.values() ?? [])];
  const near = interfaces.some((one) => connectedPrefixes(one).some((prefix) => prefixContains(prefix, destination)));
  const endpoint = [...design.routers.values()].some(({ elements }) =>
    [...elements.interface.values()].some(
      (one) =>
        one.cryptoMap !== undefined &&
        !one.shutdown &&
        one.address?.kind === "static" &&
        one.address.address === destination,
    ),
  );
  return { network, answered: near || endpoint ? all : none, lines: nothing };
}

/** The counters with those of a flow grown by what was sent and received. */
function counted(
  network: NetworkState,
  router: RouterId,
  flow: ProtectedFlow,
  more: FlowCounters,
): ReadonlyMap<string, FlowCounters> {
  const key = flowAt(router, flow);
  const before = network.counters.get(key) ?? flow.counters;
  return new Map([
    ...network.counters,
    [
      key,
      {
        encapsulated: before.encapsulated + more.encapsulated,
        decapsulated: before.decapsulated + more.decapsulated,
        sendErrors: before.sendErrors + more.sendErrors,
      },
    ],
  ]);
}

/** What `ping` prints. */
export function pingText(
  source: Ipv4Address,
  destination: Ipv4Address,
  fromOther: boolean,
  answered: readonly boolean[],
): string {
  const count = answered.filter(Boolean).length;
  return [
    "Type escape sequence to abort.",
    `Sending 5, 100-byte ICMP Echos to ${formatIpv4(destination)}, timeout is 2 seconds:`,
    ...(fromOther ? [`Packet sent with a source address of ${formatIpv4(source)} `] : []),
    answered.map((one) => (one ? "!" : ".")).join(""),
    `Success rate is ${String(count * 20)} percent (${String(count)}/5)${
      count > 0 ? ", round-trip min/avg/max = 1/2/4 ms" : ""
    }`,
    "",
  ].join("\n");
}
