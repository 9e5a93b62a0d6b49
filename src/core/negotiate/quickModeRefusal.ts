import { objectionsTo, type Proposal } from "../derive/acceptance.ts";
import type { EntryView } from "../derive/cryptoMapSet.ts";
import { mirror } from "../derive/proxyIdentity.ts";
import { formatSelector } from "../derive/selector.ts";
import { usableTransformSets } from "../derive/transforms.ts";
import type { PerfectForwardSecrecy } from "../model/ipsec.ts";
import type { Place } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";
import type { TransformSet } from "../model/transformSet.ts";
import { denyWords } from "./denyRefusal.ts";
import type { Ledger } from "./ledger.ts";
import {
  addressText,
  endpointPlace,
  entryName,
  entryPlace,
  inOrder,
  linePlace,
  peerPlace,
  placeAt,
  type Party,
} from "./party.ts";
import { askedPlace, type Request } from "./quickModeRequest.ts";
import { heldText, selectorRefusal } from "./selectorRefusal.ts";

/** Tells what the text leaves open where an entry would take the proposal otherwise. */
export function explainDoubt(
  ledger: Ledger,
  initiator: Party,
  responder: Party,
  view: EntryView,
  proposal: Proposal,
): void {
  for (const { about } of objectionsTo(responder.router, view, proposal)) {
    if (about === "peer") {
      const configured = responder.end.peer?.configured ?? "";
      ledger.unknown({
        rule: "endpoint-unknown",
        reason:
          proposal.from === null
            ? `${initiator.name}'s address is not in its text, so whether ${responder.name} has an entry for it can't be told.`
            : `${responder.name} names its peer ${configured}, and no ip host line tells whether that is ${initiator.name}.`,
        data: {
          near: responder.name,
          far: initiator.name,
          address: proposal.from === null ? addressText(null) : configured,
        },
        places: proposal.from === null ? [endpointPlace(initiator), peerPlace(responder)] : [peerPlace(responder)],
      });
    } else if (about === "pfs") {
      ledger.unknown({
        rule: "p2-pfs-bare",
        reason: `Which group a bare "set pfs" stands for depends on the release.`,
        data: { near: initiator.name, far: responder.name },
        places: [entryPlace(initiator, "pfs"), entryPlace(responder, "pfs")],
      });
    }
  }
}

type Refuse = (
  failedAt: "phase2-proxy-identity" | "phase2-proposal" | "phase2-pfs",
  rule: RuleId,
  reason: string,
  /** Over `near`, the initiator, and `far`, the responder. */
  data: Readonly<Record<string, string>>,
  places: readonly Place[],
  compared: readonly [attribute: string, offered: string, held: string],
) => void;

/** Names everything that keeps the entry which was meant from taking the proposal. */
export function explainRefusal(
  ledger: Ledger,
  initiator: Party,
  responder: Party,
  request: Request,
  proposal: Proposal,
): void {
  const refuse: Refuse = (failedAt, rule, reason, data, places, [attribute, offered, held]) => {
    ledger.step?.({
      stage: "phase2",
      message: "QM1 refused",
      from: responder.router.id,
      to: initiator.router.id,
      ok: false,
      explains: reason,
      compared: [{ attribute, offered, held, agrees: false }],
      places,
    });
    ledger.fails(failedAt, { rule, reason, data: { near: initiator.name, far: responder.name, ...data }, places });
  };
  for (const { about, unsure } of objectionsTo(responder.router, responder.view, proposal)) {
    if (unsure) continue;
    switch (about) {
      case "peer": {
        const dynamicName = responder.view.body.peers.find((peer) => peer.dynamic);
        const source = addressText(proposal.from);
        const rule = dynamicName ? "peer-hostname-dynamic-responder" : "peer-not-reciprocal";
        const reason = dynamicName
          ? `${responder.name} resolves its peer's name only when it starts itself, so it can't answer ${source}.`
          : `${initiator.name} speaks from ${source}, but entry ${entryName(responder)} of ${responder.name} names ${
              responder.end.peer?.configured ?? "another peer"
            }.`;
        const data = { address: source, configured: responder.end.peer?.configured ?? "" };
        refuse(
          "phase2-proxy-identity",
          rule,
          reason,
          data,
          [peerPlace(responder), endpointPlace(initiator)],
          ["peer", source, responder.end.peer?.configured ?? ""],
        );
        break;
      }
      case "profile":
        break;
      case "selector":
        refuseSelector(initiator, responder, request, refuse);
        break;
      case "transform": {
        const held = usableTransformSets(responder.router, responder.view.body);
        if (held.length === 0 || proposal.transformSets.length === 0) break;
        const [near, far] = inOrder(initiator, responder);
        const [nearSets, farSets] =
          near === initiator ? [proposal.transformSets, held] : [held, proposal.transformSets];
        const [nearValue, farValue] = [nearSets, farSets].map((sets) =>
          sets.map((set) => `${set.name} (${set.transforms.join(" ")})`).join(", "),
        ) as [string, string];
        refuse(
          "phase2-proposal",
          "p2-no-common-transform",
          `${near.name} has ${nearValue}; ${far.name} has ${farValue}: no transform set is the same.`,
          { near: near.name, far: far.name, nearValue, farValue },
          [...setPlaces(near, nearSets), ...setPlaces(far, farSets)],
          near === initiator ? ["transform set", nearValue, farValue] : ["transform set", farValue, nearValue],
        );
        break;
      }
      case "pfs":
        refusePfs(initiator, responder, refuse);
        break;
      default:
        about satisfies never;
    }
  }
}

/** Without PFS of its own an initiator is refused; with another group it is, whoever starts. Reference: PFS matrix of 2.4. */
function refusePfs(initiator: Party, responder: Party, refuse: Refuse): void {
  const [mine, theirs] = [pfsText(initiator.view.body.pfs), pfsText(responder.view.body.pfs)];
  if (initiator.view.body.pfs === undefined) {
    refuse(
      "phase2-pfs",
      "p2-pfs-oneway",
      `${responder.name} wants ${theirs}, but ${initiator.name} offers none.`,
      { nearValue: mine, farValue: theirs },
      [entryPlace(initiator), entryPlace(responder, "pfs")],
      ["pfs", mine, theirs],
    );
    return;
  }
  const [near, far] = inOrder(initiator, responder);
  const [nearValue, farValue] = near === initiator ? [mine, theirs] : [theirs, mine];
  refuse(
    "phase2-pfs",
    "p2-pfs-group",
    `${near.name} uses ${nearValue}, but ${far.name} uses ${farValue}.`,
    { near: near.name, far: far.name, nearValue, farValue },
    [entryPlace(near, "pfs"), entryPlace(far, "pfs")],
    ["pfs", mine, theirs],
  );
}

function refuseSelector(initiator: Party, responder: Party, { identity, selectors }: Request, refuse: Refuse): void {
  const list = responder.view.accessList;
  if (!list) return;
  const { rule, near } = selectorRefusal(identity, initiator.view.accessList, list);
  const asked = selectors.map(formatSelector).join("; ");
  if (rule === "deny-not-mirrored" && near) {
    const words = denyWords(responder, initiator, near);
    refuse("phase2-proxy-identity", rule, words.reason, words.data, words.places, [
      "proxy identity",
      asked,
      heldText(near),
    ]);
    return;
  }
  const wanted = mirror({ ...identity, selectors })
    .selectors.map(formatSelector)
    .join("; ");
  const held = heldText(near);
  refuse(
    "phase2-proxy-identity",
    rule,
    `${initiator.name} asks for ${asked}; access list ${list.name} of ${responder.name} would have to permit ${wanted}, and has ${held}.`,
    {
      list: list.name,
      nearList: initiator.view.accessList?.name ?? "",
      nearSequence: String(identity.sequence),
      farSequence: near ? String(near.sequence) : "",
      asked,
      wanted,
      held,
    },
    [
      ...askedPlace(initiator, { identity }),
      near ? linePlace(responder, list.name, near.sequence) : placeAt(responder, "accessList", list.name),
    ],
    ["proxy identity", asked, held],
  );
}

function setPlaces(party: Party, sets: readonly TransformSet[]): readonly Place[] {
  const [first] = sets;
  return [
    entryPlace(party, "transformSets"),
    ...(first && party.router.elements.transformSet.has(first.name)
      ? [placeAt(party, "transformSet", first.name)]
      : []),
  ];
}

export function pfsText(pfs: PerfectForwardSecrecy | undefined): string {
  if (pfs === undefined) return "no PFS";
  return pfs === "bare" ? "PFS without a group" : `PFS group ${pfs}`;
}
