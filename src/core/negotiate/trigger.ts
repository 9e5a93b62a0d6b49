import { formatSelector, type Selector } from "../derive/selector.ts";
import type { ProxyIdentity } from "../derive/proxyIdentity.ts";
import type { Place } from "../model/router.ts";
import { incompleteness, misplacement } from "./completeness.ts";
import type { Ledger } from "./ledger.ts";
import { unsupportedDeny, walkMap, type MapWalk } from "./mapWalk.ts";
import { entryName, entryPlace, linePlace, placeAt, type Party } from "./party.ts";
import { followRoute } from "./pathway.ts";
import { translate } from "./translation.ts";

/** The permit that a first packet matched, and the traffic that matched it. */
export interface Trigger {
  readonly identity: ProxyIdentity;
  readonly traffic: Selector;
}

/** Plays the way of a first packet out of its router: route, translation, crypto map. Reference: section 2.1. */
export function playTrigger(
  ledger: Ledger,
  party: Party,
  traffic: readonly Selector[],
  backup: boolean,
): Trigger | undefined {
  const standing = misplacement(party) ?? incompleteness(party);
  if (standing) {
    ledger.step?.({
      stage: "trigger",
      message: "crypto map",
      from: party.router.id,
      ok: false,
      explains: standing.reason,
      places: standing.places,
    });
    ledger.fails("crypto-map", standing);
    return undefined;
  }
  const [first] = traffic;
  if (!first) return undefined;
  const exits = followRoute(ledger, party, first.destination, { purpose: "route", backup });
  const kept = traffic.flatMap((selector) => translated(ledger, party, selector, exits, "nat"));
  return evaluateMap(ledger, party, kept.length > 0 ? kept : traffic);
}

/** The traffic whose source the translator leaves alone; a fault is noted where it touches any. */
export function translated(
  ledger: Ledger,
  party: Party,
  traffic: Selector,
  exits: readonly string[],
  failedAt: "nat" | "inbound-check",
): readonly Selector[] {
  const { untouched, cause } = translate(party, traffic, exits);
  if (!cause) return untouched;
  const all = untouched.length === 0;
  const reason = `${party.name} translates ${all ? "" : "part of "}${formatSelector(traffic)} by ${cause.by} before the crypto map sees it.`;
  const words = {
    rule: cause.rule,
    reason,
    data: { near: party.name, flow: formatSelector(traffic), by: cause.by, extent: all ? "all" : "part" },
    places: [...cause.places, ...listPlace(party)],
  };
  ledger.step?.({
    stage: failedAt === "nat" ? "trigger" : "data",
    message: "nat",
    from: party.router.id,
    ok: !all,
    explains: reason,
    places: cause.places,
  });
  if (all) ledger.fails(failedAt, words);
  else ledger.warns(words);
  return untouched;
}

function evaluateMap(ledger: Ledger, party: Party, traffic: readonly Selector[]): Trigger | undefined {
  const { view } = party;
  const walk = walkMap(view.set, view, traffic);
  const flow = () => traffic.map(formatSelector).join("; ");
  const list = view.accessList?.name ?? "";
  const step =
    ledger.step &&
    ((ok: boolean, explains: string) =>
      ledger.step?.({
        stage: "trigger",
        message: "crypto map",
        from: party.router.id,
        ok,
        explains,
        places: [entryPlace(party), ...listPlace(party)],
      }));
  switch (walk.kind) {
    case "own": {
      const passed = walk.tried.length - 1;
      step?.(
        true,
        `${flow()} matches entry ${entryName(party)}${passed > 0 ? ` after ${passed === 1 ? "one entry" : `${passed} entries`} that ${passed === 1 ? "does" : "do"} not take all of it` : ""}.`,
      );
      const unsupported = unsupportedDeny(view.set, view, [walk.traffic]);
      if (unsupported) {
        ledger.unknown({
          rule: "acl-deny-then-permit",
          reason: `${party.name}: entry ${unsupported.entry.entry.sequence} denies this flow and then permits it, which Cisco does not support.`,
          data: {
            near: party.name,
            flow: flow(),
            entry: entryName(party),
            other: String(unsupported.entry.entry.sequence),
          },
          places: [
            linePlace(party, unsupported.entry.accessList?.name ?? list, unsupported.deny.sequence),
            ...listPlace(party),
          ],
        });
      }
      return { identity: walk.identity, traffic: walk.traffic };
    }
    case "other": {
      const taker = walk.entry.entry;
      const reason = `${party.name}: entry ${taker.map} ${taker.sequence} takes ${flow()} before entry ${entryName(party)} is asked.`;
      step?.(false, reason);
      ledger.fails("crypto-map", {
        rule: walk.rule,
        reason,
        data: { near: party.name, flow: flow(), entry: entryName(party), other: String(taker.sequence) },
        places: rivalPlaces(party, walk),
      });
      return undefined;
    }
    case "clear": {
      const reason = walk.denied
        ? `${party.name}: access list ${list} denies ${flow()}, so it leaves in clear.`
        : `${party.name}: no entry of crypto map ${view.set.name} permits ${flow()}, so it leaves in clear.`;
      step?.(false, reason);
      // Traffic that nobody means to protect is no fault; the conclusion says that nothing was triggered.
      if (!walk.denied) return undefined;
      ledger.fails("crypto-map", {
        rule: "ace-shadowed",
        reason,
        data: { near: party.name, flow: flow(), list },
        places: [linePlace(party, list, walk.denied.sequence), ...listPlace(party)],
      });
      return undefined;
    }
    default:
      return walk satisfies never;
  }
}

/** Where an earlier entry takes traffic of this one, as the rules about one crypto map tell it. */
export function rivalPlaces(
  party: Party,
  { entry, list, identity, rule }: MapWalk & { kind: "other" },
): readonly Place[] {
  const taker = `${entry.entry.map} ${entry.entry.sequence}`;
  if (rule === "acl-shared") {
    return [entryPlace(party, "matchAddress"), placeAt(party, "cryptoMapEntry", taker, "matchAddress")];
  }
  if (rule === "dynamic-not-last") return [placeAt(party, "cryptoMapEntry", taker), entryPlace(party)];
  return [linePlace(party, list.name, identity.sequence), ...listPlace(party)];
}

function listPlace(party: Party) {
  return party.view.accessList ? [placeAt(party, "accessList", party.view.accessList.name)] : [];
}
