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

type SelectorRule = "p2-selector-none" | "p2-selector-oneway" | "p2-selector-reversed" | "p2-ports-not-swapped";

/** The two routers of a peering as a design of their own, for operations that plan on one. */
export function designOfPair({ a, b }: PeeringRouters): Design {
  return {
    ...EMPTY_DESIGN,
    routers: new Map([[a.id, a], ...(b ? [[b.id, b] as const] : [])]),
  };
}

/** Ways to mend two access lists that miss each other: one becomes the mirror of the other, or both are narrowed to what they share. */
export function selectorFixes(
  judged: JudgedPeering,
  routers: PeeringRouters,
  refusal: Refusal<SelectorRule>,
): readonly Fix[] {
  const { ours, theirs } = missingPair(judged, routers, refusal) ?? {};
  const { sequence } = theirs ?? {};
  const common =
    ours && theirs && sequence !== undefined
      ? plannedFix(
          routers,
          "Narrow both to what they have in common",
          commonPartOfEntries(ours, { ...theirs, sequence }),
        )
      : [];
  return [...mirrorFixes(judged, routers, refusal), ...common];
}

/**
 * The far list as the mirror of the near entry, or the near list as that of the far entry. Where each side has one entry without a
 * partner, those two were most likely meant for each other, so one takes the place of the other rather than standing beside it. All
 * of them change what is protected: none is safe.
 */
export function mirrorFixes(
  judged: JudgedPeering,
  routers: PeeringRouters,
  refusal: Refusal<SelectorRule>,
): readonly Fix[] {
  const { ours, theirs } = missingPair(judged, routers, refusal) ?? {};
  if (!ours || !theirs) return [];
  const { near, far } = refusal.data;
  const { sequence } = theirs;
  if (sequence === undefined) {
    return plannedFix(
      routers,
      `Permit the mirrored traffic in ACL ${theirs.list} on ${far}`,
      mirrorEntry(ours, theirs, undefined),
    );
  }
  const nearEntry = `ACL ${ours.list} line ${ours.sequence} on ${near}`;
  const farEntry = `ACL ${theirs.list} line ${sequence} on ${far}`;
  return [
    ...plannedFix(routers, `Make ${farEntry} mirror ${nearEntry}`, mirrorEntry(ours, theirs, sequence)),
    ...plannedFix(
      routers,
      `Make ${nearEntry} mirror ${farEntry}`,
      mirrorEntry({ ...theirs, sequence }, ours, ours.sequence),
    ),
  ];
}

interface MissingPair {
  readonly ours: ListPlace & { readonly sequence: number };
  /** The entry that is compared with ours, or that stands without a partner; else the whole list. */
  readonly theirs: ListPlace & { readonly sequence: number | undefined };
}

/** The near entry, and what the far end has for it; undefined where an end has no list. */
function missingPair(
  judged: JudgedPeering,
  { a, b }: PeeringRouters,
  refusal: Refusal<SelectorRule>,
): MissingPair | undefined {
  const asking = refusal.places[0]?.router;
  const { nearList, list, nearSequence, farSequence } = refusal.data;
  const refusing = asking === a.id ? b?.id : a.id;
  if (asking === undefined || refusing === undefined || nearSequence === "" || list === "") return undefined;
  const sequence = farSequence === "" ? lonelyEntry(judged, refusing) : Number(farSequence);
  return {
    ours: { router: asking, list: nearList, sequence: Number(nearSequence) },
    theirs: { router: refusing, list, sequence },
  };
}

function plannedFix(routers: PeeringRouters, title: string, operation: Operation): readonly Fix[] {
  const design = designOfPair(routers);
  const edits = withExemptions(design, operation.plan(design));
  return edits.length === 0 ? [] : [{ title, safe: false, edits }];
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
