import { formatSelector, mirrorSelector } from "../derive/selector.ts";
import type { Design } from "../model/design.ts";
import { formatPolicy } from "../negotiate/isakmpPolicies.ts";
import { associationPairs, type InstalledPair } from "../simulate/associationPairs.ts";
import type { AssociationPair, IkeAssociation } from "../simulate/associations.ts";
import type { Exchange } from "../simulate/exchanges.ts";
import { ikeAssociations } from "../simulate/ikeAssociations.ts";
import { simulatedStates, standingPairs } from "../simulate/state.ts";
import type { LadderAssociations, LadderIkeAssociation, LadderIpsecAssociation } from "./ladder.ts";

/**
 * What stands when an exchange has ended, with the numbers that the routers' show commands have; null where nothing does. Seed 002:
 * one IKE association between two peers, and IPsec associations in pairs, the inbound one of one end being the outbound one of the
 * other.
 */
export function ladderAssociations(design: Design, exchange: Exchange): LadderAssociations | null {
  const ike = ikeAssociation(design, exchange);
  const pairs = pairsOf(design, exchange);
  if (!ike && pairs.length === 0) return null;
  const [first] = pairs;
  const { phase2 } = exchange.negotiation;
  return {
    ike,
    ipsec: pairs.flatMap(oneWayAssociations),
    transforms: first ? first.associations.transformSet.transforms.join(" ") : null,
    mode: first?.associations.mode ?? null,
    pfs: first?.associations.pfs ?? null,
    lifetimeSeconds: phase2 ? phase2.lifetimeSeconds : (first?.associations.remainingSeconds ?? null),
    lifetimeKilobytes: phase2 ? phase2.lifetimeKilobytes : (first?.associations.remainingKilobytes ?? null),
  };
}

function ikeAssociation(design: Design, exchange: Exchange): LadderIkeAssociation | null {
  const { initiator, responder, negotiation } = exchange;
  const rows = ikeAssociations([exchange]);
  const row = rows.get(initiator.router.id)?.[0] ?? rows.get(responder.router.id)?.[0];
  if (!row) return null;
  const numberAt = (one: typeof initiator, other: typeof initiator) => {
    const known = simulatedStates(design)
      .get(one.router.id)
      ?.ike.find((each) => each.peer === other.router.id && sameEnds(each, one.end.address, other.end.address));
    return known?.connectionId ?? rows.get(one.router.id)?.[0]?.connectionId ?? 0;
  };
  return {
    initiator: initiator.end.address,
    responder: responder.end.address,
    state: row.state,
    connectionId: { initiator: numberAt(initiator, responder), responder: numberAt(responder, initiator) },
    policy: row.policy ? formatPolicy(row.policy) : null,
    lifetimeSeconds: negotiation.phase1?.lifetimeSeconds ?? null,
    port: row.port,
  };
}

function sameEnds(row: IkeAssociation, local: number | null, remote: number | null): boolean {
  return row.local === local && row.remote === remote;
}

/** As the initiator holds them: those that the routers show, where this exchange is one of those that happen. */
function pairsOf(design: Design, exchange: Exchange): readonly InstalledPair[] {
  if (exchange.reach !== "traffic" && exchange.reach !== "associations") return [];
  const { initiator } = exchange;
  const wanted = exchange.selectors.map(formatSelector);
  const standing = (standingPairs(design).get(initiator.router.id) ?? []).filter(
    ({ own, other, selector }) =>
      own.end === initiator.end && other.end === exchange.responder.end && wanted.includes(formatSelector(selector)),
  );
  return standing.length > 0 ? standing : (associationPairs([exchange]).get(initiator.router.id) ?? []);
}

/** What each end holds of the first pair that an exchange makes; nothing where it makes none. */
export function installedPairs(
  design: Design,
  exchange: Exchange,
): { readonly initiator: AssociationPair | undefined; readonly responder: AssociationPair | undefined } {
  const initiator = pairsOf(design, exchange)[0]?.associations;
  const far = exchange.responder.router.id;
  const held = [...(standingPairs(design).get(far) ?? []), ...(associationPairs([exchange]).get(far) ?? [])];
  return { initiator, responder: held.find(({ associations }) => associations.id === initiator?.id)?.associations };
}

function oneWayAssociations({ own, other, selector, associations }: InstalledPair): readonly LadderIpsecAssociation[] {
  const out = formatSelector(selector);
  const [near, far] = [own.router.id, other.router.id];
  return [
    ...associations.outbound.map(({ protocol, spi }) => ({ from: near, to: far, protocol, spi, selector: out })),
    ...associations.inbound.map(({ protocol, spi }) => ({
      from: far,
      to: near,
      protocol,
      spi,
      selector: formatSelector(mirrorSelector(selector)),
    })),
  ];
}
