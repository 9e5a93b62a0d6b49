import { formatSelector, mirrorSelector, type Selector } from "../derive/selector.ts";
import { transformProtocols } from "../derive/transforms.ts";
import type { TransformSet } from "../model/transformSet.ts";
import { hasTranslatorOnPath, passProtectedTraffic } from "./interfaceFilters.ts";
import type { Ledger } from "./ledger.ts";
import { walkMap } from "./mapWalk.ts";
import { entryName, entryPlace, inOrder, placeAt, type Party } from "./party.ts";
import { followRoute } from "./pathway.ts";
import { rivalPlaces, translated } from "./trigger.ts";

/** Whether traffic flows once the associations stand: protected packets get in, and the answer finds its way back into the tunnel. */
export function playDataPath(
  ledger: Ledger,
  initiator: Party,
  responder: Party,
  traffic: Selector,
  set: TransformSet,
  backup: boolean,
): void {
  crossTranslator(ledger, initiator, responder, set);
  passProtectedTraffic(ledger, initiator, responder, set);
  const answer = mirrorSelector(traffic);
  const exits = followRoute(ledger, responder, answer.destination, { purpose: "return route", backup });
  const kept = translated(ledger, responder, answer, exits, "inbound-check");
  keepAnswerInTunnel(ledger, initiator, responder, kept.length > 0 ? kept : [answer]);
}

/** AH protects the outer header, so no translator may touch it; ESP needs UDP around it where ports are translated. */
export function crossTranslator(ledger: Ledger, initiator: Party, responder: Party, set: TransformSet): void {
  if (!hasTranslatorOnPath(initiator, responder)) return;
  const { esp, ah } = transformProtocols(set);
  const [near, far] = inOrder(initiator, responder);
  const data = { near: near.name, far: far.name };
  if (ah) {
    const reason = `A translator stands between ${near.name} and ${far.name}, and AH protects the addresses that it changes.`;
    ledger.step?.({
      stage: "data",
      message: "AH",
      from: initiator.router.id,
      to: responder.router.id,
      ok: false,
      explains: reason,
    });
    ledger.fails("inbound-check", {
      rule: "ah-through-nat",
      reason,
      data,
      places: [near, far].map((one) => entryPlace(one, "transformSets")),
    });
  }
  const disabling = [initiator, responder].filter(
    (one) => one.router.elements.ipsecSettings.get("")?.natTransparencyDisabled,
  );
  if (esp && disabling.length > 0) {
    ledger.unknown({
      rule: "esp-through-nat",
      reason: `A translator stands between ${near.name} and ${far.name}, and NAT traversal is off: ESP passes only if no ports are translated.`,
      data,
      places: disabling.map((one) => placeAt(one, "ipsecSettings", "", "natTransparencyDisabled")),
    });
  }
}

/** The responder's own map must send the answer through this tunnel, not through an earlier entry's. */
function keepAnswerInTunnel(ledger: Ledger, initiator: Party, responder: Party, answer: readonly Selector[]): void {
  const { view } = responder;
  const walk = walkMap(view.set, view, answer);
  if (walk.kind !== "other") return;
  const taker = walk.entry.entry;
  // An earlier entry for the same peer brings the answer to the same place.
  const samePeer = initiator.seenAs !== null && (view.set.byPeer.get(initiator.seenAs) ?? []).includes(walk.entry);
  if (samePeer || taker.dynamicMap !== undefined) return;
  const flow = answer.map(formatSelector).join("; ");
  const reason = `${responder.name} sends the answer ${flow} into entry ${taker.map} ${taker.sequence}, which leads elsewhere.`;
  ledger.step?.({ stage: "data", message: "answer", from: responder.router.id, ok: false, explains: reason });
  ledger.fails("inbound-check", {
    rule: walk.rule,
    reason,
    data: { near: responder.name, flow, entry: entryName(responder), other: String(taker.sequence) },
    places: rivalPlaces(responder, walk),
  });
}
