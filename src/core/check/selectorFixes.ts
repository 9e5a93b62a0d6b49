import { permitEntries, type NetworkFlow } from "../edit/accessListLines.ts";
import { draftOf } from "../edit/designDraft.ts";
import { commonPartOfEntries, mirrorEntry, sameEntry, type ListPlace } from "../edit/mirrorOperations.ts";
import { exemptFromNat } from "../edit/natExemption.ts";
import type { Edit, Operation } from "../edit/edit.ts";
import type { AccessList } from "../model/accessList.ts";
import { EMPTY_DESIGN, type Design } from "../model/design.ts";
import type { RouterId } from "../model/router.ts";
import { prefixOfSet } from "../net/wildcard.ts";
import type { JudgedPeering, Refusal } from "../negotiate/trace.ts";
import type { Fix } from "./finding.ts";
import type { PeeringRouters } from "./rule.ts";

/** The two routers of a peering as a design of their own, for operations that plan on one. */
export function designOfPair({ a, b }: PeeringRouters): Design {
  return {
    ...EMPTY_DESIGN,
    routers: new Map([[a.id, a], ...(b ? [[b.id, b] as const] : [])]),
  };
}

/**
 * Ways to mend two access lists that miss each other: the far list mirrors the near entry, the near list mirrors the far entry, or both
 * are narrowed to what they have in common. Where each side has one entry without a partner, those two were most likely meant for each
 * other, so one takes the place of the other rather than standing beside it. All of them change what is protected: none is safe.
 */
export function selectorFixes(judged: JudgedPeering, routers: PeeringRouters, refusal: Refusal): readonly Fix[] {
  const asking = refusal.places[0]?.router;
  const { near = "", far = "", nearList = "", list = "", nearSequence = "", farSequence = "" } = refusal.data;
  const refusing = asking === routers.a.id ? routers.b?.id : routers.a.id;
  if (asking === undefined || refusing === undefined || nearList === "" || nearSequence === "" || list === "")
    return [];
  const ours = { router: asking, list: nearList, sequence: Number(nearSequence) };
  const theirs: ListPlace = { router: refusing, list };
  const counterpart = farSequence === "" ? lonelyEntry(judged, refusing) : Number(farSequence);
  const design = designOfPair(routers);
  const fix = (title: string, operation: Operation): readonly Fix[] => {
    const edits = withExemptions(design, operation.plan(design));
    return edits.length === 0 ? [] : [{ title, safe: false, edits }];
  };
  const place = counterpart === undefined ? "" : ` line ${String(counterpart)}`;
  const mirrored =
    counterpart === undefined
      ? `Permit the mirrored traffic in ACL ${list} on ${far}`
      : `Make ACL ${list}${place} on ${far} mirror ACL ${nearList} line ${nearSequence} on ${near}`;
  return [
    ...fix(mirrored, mirrorEntry(ours, theirs, counterpart)),
    ...(counterpart === undefined
      ? []
      : [
          ...fix(
            `Make ACL ${nearList} line ${nearSequence} on ${near} mirror ACL ${list}${place} on ${far}`,
            mirrorEntry({ ...theirs, sequence: counterpart }, ours, ours.sequence),
          ),
          ...fix(
            `Narrow both to what they have in common`,
            commonPartOfEntries(ours, { ...theirs, sequence: counterpart }),
          ),
        ]),
  ];
}

/** The only entry of a router that has no partner in this peering; undefined when there are none or several. */
function lonelyEntry(judged: JudgedPeering, router: RouterId): number | undefined {
  const side = judged.peering.a.router === router ? "a" : "b";
  const other = side === "a" ? "b" : "a";
  const lonely = judged.peering.flows.filter((flow) => flow[side] !== null && flow[other] === null);
  const [only] = lonely;
  return lonely.length === 1 ? (only?.[side] ?? undefined) : undefined;
}

/** The edits, and an exemption from address translation for what they newly protect: the translation would come first. */
function withExemptions(design: Design, edits: readonly Edit[]): readonly Edit[] {
  const draft = draftOf(design);
  for (const edit of edits) {
    draft.apply(edit);
    if (edit.op !== "put" || edit.key.kind !== "accessList") continue;
    const before = design.routers.get(edit.key.router)?.elements.accessList.get(edit.key.name);
    exemptFromNat(draft, edit.key.router, addedFlows(before, edit.element as AccessList));
  }
  return draft.edits();
}

/** The permits of a list that another version of it lacks, as networks; what is no prefix has no exemption either. */
function addedFlows(before: AccessList | undefined, after: AccessList): readonly NetworkFlow[] {
  const old = permitEntries(before);
  return permitEntries(after).flatMap((entry): readonly NetworkFlow[] => {
    if (old.some((one) => sameEntry(one, entry))) return [];
    if (entry.source.kind !== "addresses" || entry.destination.kind !== "addresses") return [];
    const [source, destination] = [prefixOfSet(entry.source), prefixOfSet(entry.destination)];
    return source && destination ? [{ source, destination }] : [];
  });
}
