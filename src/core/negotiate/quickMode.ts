import { objectionsTo, type Proposal } from "../derive/acceptance.ts";
import { entryView, type EntryView, type SetEntry } from "../derive/cryptoMapSet.ts";
import { dialectOf, refusesWeakAlgorithms } from "../derive/dialect.ts";
import { ownIdentity } from "../derive/isakmpIdentity.ts";
import { formatSelector, mirrorSelector } from "../derive/selector.ts";
import { canonicalTransform, commonTransformSet, usableTransformSets } from "../derive/transforms.ts";
import type { PerfectForwardSecrecy } from "../model/ipsec.ts";
import type { RuleId } from "../model/ruleId.ts";
import type { TransformSet } from "../model/transformSet.ts";
import { incompleteness, misplacement } from "./completeness.ts";
import type { Ledger } from "./ledger.ts";
import { entryName, entryPlace, placeAt, type Party } from "./party.ts";
import { explainDoubt, explainRefusal, pfsText } from "./quickModeRefusal.ts";
import { askedPlace, judgeWritingOfSelector, type Request } from "./quickModeRequest.ts";
import { settleLifetimes, settleMode, type Phase2Result } from "./phase2Terms.ts";

/** Plays quick mode: the responder looks for the first entry that takes peer, selectors, transforms and PFS. Reference: 2.4, 3.3. */
export function playQuickMode(
  ledger: Ledger,
  initiator: Party,
  responder: Party,
  request: Request,
): Phase2Result | undefined {
  const { view } = initiator;
  const offered = usableSets(initiator);
  const proposal: Proposal = {
    from: request.from,
    identity: ownIdentity(initiator.router.elements, view, initiator.seenAs),
    selectors: request.selectors.map(mirrorSelector),
    accessList: view.accessList,
    transformSets: offered.allowed,
    pfs: { pfs: view.body.pfs, dialect: dialectOf(initiator.router) },
  };
  const [from, to] = [initiator.router.id, responder.router.id];
  ledger.step?.({
    stage: "phase2",
    message: "QM1",
    from,
    to,
    ok: true,
    explains: `${initiator.name} asks for ${request.selectors.map(formatSelector).join("; ")} with ${
      offered.allowed.map((set) => set.name).join(", ") || "no transform set"
    }, ${pfsText(view.body.pfs)}.`,
    places: [entryPlace(initiator), ...askedPlace(initiator, request)],
  });
  const standing = misplacement(responder);
  if (standing) ledger.fails("phase2-proxy-identity", standing);
  const incomplete = incompleteness(responder);
  if (incomplete && !standing) ledger.fails("phase2-proxy-identity", incomplete);
  judgeWritingOfSelector(ledger, initiator, request);

  const chosen = incomplete ? undefined : acceptingView(responder, proposal);
  if (!chosen) {
    explainRefusal(ledger, initiator, responder, request, proposal);
    if (offered.refused && offered.allowed.length === 0) refuseWeak(ledger, initiator, offered.refused);
    return undefined;
  }
  const answering = withView(responder, chosen.view);
  const held = usableSets(answering);
  const sets = commonTransformSet(offered.allowed, held.allowed);
  if (!sets) {
    const weak = held.refused ?? offered.refused;
    if (weak) refuseWeak(ledger, held.refused ? responder : initiator, weak);
    return undefined;
  }
  refuseWeakGroup(ledger, initiator);
  refuseWeakGroup(ledger, answering);
  if (chosen.unsure) explainDoubt(ledger, initiator, responder, chosen.view, proposal);
  const mode = settleMode(ledger, initiator, answering, sets, request.selectors);
  if (!mode) return undefined;
  const lifetimes = settleLifetimes(ledger, initiator, answering);
  const pfs = agreedGroup(view.body.pfs, chosen.view.body.pfs);
  ledger.step?.({
    stage: "phase2",
    message: "QM2",
    from: to,
    to: from,
    ok: chosen.unsure ? null : true,
    explains: `${responder.name} accepts with entry ${entryName(answering)}: ${sets.held.transforms.join(" ")}, ${mode} mode, ${
      pfs ? `PFS ${pfs}` : "no PFS"
    }.`,
    compared: [
      {
        attribute: "transform set",
        offered: sets.offered.transforms.map(canonicalTransform).join(" "),
        held: sets.held.transforms.map(canonicalTransform).join(" "),
        agrees: true,
      },
      { attribute: "pfs", offered: pfsText(view.body.pfs), held: pfsText(chosen.view.body.pfs), agrees: true },
    ],
    places: [entryPlace(answering), entryPlace(initiator)],
  });
  ledger.step?.({
    stage: "phase2",
    message: "QM3",
    from,
    to,
    ok: true,
    explains: "Both ends install their security associations.",
  });
  return { ...sets, mode, pfs, ...lifetimes, answering };
}

/** The sets that an end may use, and the first that its release refuses. */
interface UsableSets {
  readonly allowed: readonly TransformSet[];
  readonly refused: { readonly set: TransformSet; readonly rule: RuleId } | undefined;
}

function usableSets(party: Party): UsableSets {
  const all = usableTransformSets(party.router, party.view.body);
  if (!refusesWeakAlgorithms(party.router)) return { allowed: all, refused: undefined };
  const weak = all.flatMap((set) => {
    const rule = weaknessOf(set);
    return rule ? [{ set, rule }] : [];
  });
  return { allowed: all.filter((set) => !weak.some((one) => one.set === set)), refused: weak[0] };
}

/** Why releases from 17.11 on refuse a set. Source: IOS-XE 17.11.1 release notes; reference section 2.7. */
function weaknessOf(set: TransformSet): RuleId | undefined {
  const has = (word: string) => set.transforms.some((transform) => transform.split(" ")[0] === word);
  if (has("esp-des")) return "weak-des";
  if (has("esp-3des")) return "weak-3des";
  if (has("esp-md5-hmac") || has("ah-md5-hmac")) return "weak-md5";
  if (has("esp-null")) return "null-encryption";
  return has("esp-gmac") ? "seal-gmac" : undefined;
}

function refuseWeak(ledger: Ledger, party: Party, { set, rule }: { set: TransformSet; rule: RuleId }): void {
  ledger.fails("phase2-proposal", {
    rule,
    reason: `${party.name} runs a release that refuses transform set ${set.name}.`,
    data: { near: party.name, set: set.name, transforms: set.transforms.join(" ") },
    places: [placeAt(party, "transformSet", set.name)],
  });
}

/** Weak groups are refused for PFS as they are in a policy. Which one a bare line stands for there, no release that refuses any tells. */
function refuseWeakGroup(ledger: Ledger, party: Party): void {
  const { pfs: group } = party.view.body;
  if (typeof group !== "number" || ![1, 2, 5].includes(group) || !refusesWeakAlgorithms(party.router)) return;
  ledger.fails("phase2-pfs", {
    rule: "weak-dh",
    reason: `${party.name} runs a release that refuses PFS with group ${group}.`,
    data: { near: party.name, group: String(group) },
    places: [entryPlace(party, "pfs")],
  });
}

/** An end with the entry that it answers with: most often the one that was meant, and then the very same end. */
function withView(party: Party, view: EntryView): Party {
  const isMeant = view.entry === party.view.entry && view.dynamic === party.view.dynamic;
  return isMeant ? party : { ...party, view };
}

interface Chosen {
  readonly view: EntryView;
  /** Some objection can't be settled from the text. */
  readonly unsure: boolean;
}

/** The responder's first entry, in ascending sequence, that takes the proposal; dynamic entries come where their anchor stands. */
function acceptingView(responder: Party, proposal: Proposal): Chosen | undefined {
  const { set, entry: meant } = responder.view;
  const listed = proposal.from === null ? [] : (set.byPeer.get(proposal.from) ?? []);
  // The entry that was meant may name its peer by a name that the text doesn't resolve.
  const entries =
    set.anchors.length === 0 && listed.includes(meant)
      ? listed
      : [...new Set([...listed, meant, ...set.anchors])].sort((one, other) => one.position - other.position);
  let unsure: EntryView | undefined;
  for (const entry of entries) {
    for (const view of viewsOf(responder.view, entry)) {
      if (entry.entry.type !== "ipsec-isakmp" || view.body.ikev2Profile !== undefined) continue;
      const all = objectionsTo(responder.router, view, proposal);
      const objections = all.length === 0 ? all : all.filter((one) => one.about !== "profile");
      if (objections.length === 0) return { view, unsure: false };
      if (objections.every((one) => one.unsure)) unsure ??= view;
    }
  }
  return unsure && { view: unsure, unsure: true };
}

function viewsOf(meant: EntryView, entry: SetEntry): readonly EntryView[] {
  const { set } = meant;
  if (entry.entry.dynamicMap !== undefined) {
    return entry.dynamicEntries.map((dynamic) => entryView(set, entry, dynamic));
  }
  return [entry === meant.entry ? meant : entryView(set, entry)];
}

/** The group that both use: the one that is asked for. */
function agreedGroup(asked: PerfectForwardSecrecy | undefined, held: PerfectForwardSecrecy | undefined): string | null {
  if (asked === undefined) return null;
  if (asked !== "bare") return `group${asked}`;
  return typeof held === "number" ? `group${held}` : "group1";
}
