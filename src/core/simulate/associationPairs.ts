import { formatSelector, mirrorSelector, type Selector } from "../derive/selector.ts";
import {
  commonTransformSet,
  transformProtocols,
  transformSetNamed,
  usableTransformSets,
  DEFAULT_TRANSFORM_SET,
} from "../derive/transforms.ts";
import type { RouterId } from "../model/router.ts";
import type { TransformSet } from "../model/transformSet.ts";
import { hasTranslatorOnPath } from "../negotiate/interfaceFilters.ts";
import type { Party } from "../negotiate/party.ts";
import { lifetimesOf } from "../negotiate/phase2Terms.ts";
import { agreedLifetime } from "../negotiate/positions.ts";
import type { Phase2Agreement } from "../negotiate/trace.ts";
import { formatIpv4 } from "../net/ipv4.ts";
import type { AssociationPair, FlowCounters, OneWayAssociation } from "./associations.ts";
import type { Exchange } from "./exchanges.ts";
import { ELAPSED_SECONDS, LOST_PACKETS, SENT_PACKETS, SPENT_KILOBYTES } from "./simulatedClock.ts";
import { spiSource, type SpiSource } from "./spi.ts";

/** A pair of associations as one end holds it. */
export interface InstalledPair {
  readonly own: Party;
  readonly other: Party;
  /** Its own networks are the source. */
  readonly selector: Selector;
  readonly port: 500 | 4500;
  readonly counters: FlowCounters;
  readonly associations: AssociationPair;
}

/** The IPsec associations of every router, a pair for each selector that came up. */
export function associationPairs(exchanges: readonly Exchange[]): ReadonlyMap<RouterId, readonly InstalledPair[]> {
  const ledger: Ledger = { pairs: new Map(), spis: new Map(), next: new Map(), known: new Set() };
  // What carries traffic comes first: an attempt of the other side then finds the associations there.
  for (const reach of ["traffic", "associations"] as const) {
    for (const exchange of exchanges) if (exchange.reach === reach) install(ledger, exchange);
  }
  return ledger.pairs;
}

interface Ledger {
  readonly pairs: Map<RouterId, InstalledPair[]>;
  readonly spis: Map<RouterId, SpiSource>;
  readonly next: Map<RouterId, number>;
  /** Pairs by both ends and selector, whoever started. */
  readonly known: Set<string>;
}

function install(ledger: Ledger, exchange: Exchange): void {
  const { initiator, responder, peering } = exchange;
  const terms = termsOf(exchange);
  if (!terms) return;
  for (const selector of exchange.selectors) {
    const id = pairKey({ from: initiator, to: responder, selector });
    if (ledger.known.has(id)) continue;
    ledger.known.add(id).add(pairKey({ from: responder, to: initiator, selector: mirrorSelector(selector) }));
    const { esp, ah } = transformProtocols(terms.sets.initiator);
    const protocols = [...(esp ? ["esp" as const] : []), ...(ah ? ["ah" as const] : [])];
    const spis = protocols.map((protocol) => ({
      protocol,
      toInitiator: spiOf(ledger, initiator, responder, protocol, selector, peering.kind === "manual"),
      toResponder: spiOf(ledger, responder, initiator, protocol, selector, peering.kind === "manual"),
    }));
    for (const [own, other] of [
      [initiator, responder],
      [responder, initiator],
    ] as const) {
      const starts = own === initiator;
      const associationsOf = (direction: "inbound" | "outbound"): readonly OneWayAssociation[] =>
        spis.map(({ protocol, toInitiator, toResponder }) => ({
          protocol,
          spi: (direction === "inbound") === starts ? toInitiator : toResponder,
          connectionId: numberFor(ledger, own.router.id),
        }));
      const list = ledger.pairs.get(own.router.id) ?? [];
      ledger.pairs.set(own.router.id, list);
      list.push({
        own,
        other,
        selector: starts ? selector : mirrorSelector(selector),
        port: hasTranslatorOnPath(own, other) ? 4500 : 500,
        counters: countersOf(exchange, starts),
        associations: {
          id,
          inbound: associationsOf("inbound"),
          outbound: associationsOf("outbound"),
          transformSet: starts ? terms.sets.initiator : terms.sets.responder,
          mode: terms.mode,
          pfs: terms.pfs,
          remainingSeconds:
            terms.lifetimeSeconds === null ? null : Math.max(0, terms.lifetimeSeconds - ELAPSED_SECONDS),
          remainingKilobytes:
            terms.lifetimeKilobytes === null ? null : Math.max(0, terms.lifetimeKilobytes - SPENT_KILOBYTES),
        },
      });
    }
  }
}

/** Packets of a ping and of its answers. Where they get lost, the place that is to blame tells on which way. Reference: section 6.4. */
function countersOf({ reach, negotiation, initiator, peering }: Exchange, starts: boolean): FlowCounters {
  // Manual associations stand before the first packet.
  const lost = peering.kind === "manual" ? 0 : LOST_PACKETS;
  const through = SENT_PACKETS - lost;
  const sendErrors = starts ? lost : 0;
  if (reach === "traffic") return { encapsulated: through, decapsulated: through, sendErrors };
  const atInitiator = negotiation.refusals[0]?.places[0]?.router === initiator.router.id;
  const filtered = /^acl-blocks|-through-nat$/.test(negotiation.rule ?? "");
  const arrives = !filtered || atInitiator;
  if (starts) return { encapsulated: through, decapsulated: 0, sendErrors };
  return {
    encapsulated: filtered && atInitiator ? through : 0,
    decapsulated: arrives ? through : 0,
    sendErrors,
  };
}

interface Terms extends Pick<Phase2Agreement, "mode" | "pfs" | "lifetimeSeconds" | "lifetimeKilobytes"> {
  readonly sets: { readonly initiator: TransformSet; readonly responder: TransformSet };
}

/** What quick mode settled. Where packets got lost afterwards, the verdict does not keep it, so that it is settled again. */
function termsOf({ initiator, responder, negotiation: { phase2 } }: Exchange): Terms | undefined {
  if (phase2) {
    const setOf = (party: Party) =>
      transformSetNamed(party.router.elements, phase2.transformSet[party.side]) ?? DEFAULT_TRANSFORM_SET;
    return { ...phase2, sets: { initiator: setOf(initiator), responder: setOf(responder) } };
  }
  const [offers, held] = [initiator, responder].map(({ router, view }) => usableTransformSets(router, view.body));
  const common = commonTransformSet(offers ?? [], held ?? []);
  if (!common) return undefined;
  const mine = lifetimesOf(initiator.router.elements, initiator.view.body);
  const theirs = lifetimesOf(responder.router.elements, responder.view.body);
  const { pfs } = initiator.view.body;
  return {
    sets: { initiator: common.offered, responder: common.held },
    mode: "tunnel",
    pfs: pfs === undefined ? null : `group${pfs === "bare" ? "1" : String(pfs)}`,
    lifetimeSeconds: agreedLifetime(mine.lifetimeSeconds, theirs.lifetimeSeconds),
    lifetimeKilobytes:
      mine.lifetimeKilobytes === null || theirs.lifetimeKilobytes === null
        ? (mine.lifetimeKilobytes ?? theirs.lifetimeKilobytes)
        : agreedLifetime(mine.lifetimeKilobytes, theirs.lifetimeKilobytes),
  };
}

/** The receiver chooses, or its configuration says. */
function spiOf(
  ledger: Ledger,
  receiver: Party,
  sender: Party,
  protocol: "ah" | "esp",
  selector: Selector,
  manual: boolean,
): number {
  if (manual) {
    const line = receiver.view.body.sessionKeys.find((one) => one.direction === "inbound" && one.protocol === protocol);
    if (line) return line.spi;
  }
  const source = ledger.spis.get(receiver.router.id) ?? spiSource();
  ledger.spis.set(receiver.router.id, source);
  const ends = [sender, receiver].map(
    ({ name, end }) => `${name} ${end.address === null ? "" : formatIpv4(end.address)}`,
  );
  return source.take(`${protocol} ${ends.join(" to ")} ${formatSelector(selector)}`);
}

function numberFor(ledger: Ledger, router: RouterId): number {
  const number = (ledger.next.get(router) ?? 0) + 1;
  ledger.next.set(router, number);
  return number;
}

function pairKey({ from, to, selector }: { from: Party; to: Party; selector: Selector }): string {
  const ends = [from, to].map(
    ({ router, end }) => `${router.id} ${end.cryptoMap} ${end.sequence} ${String(end.address)}`,
  );
  return `${ends.join(" ")} ${formatSelector(selector)}`;
}
