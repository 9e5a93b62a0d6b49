import type { NormalAccessList } from "./cryptoAccessList.ts";
import type { EntryView } from "./cryptoMapSet.ts";
import type { Flow } from "./peering.ts";
import { mirror, RELATION_RANKS, relationOf, type ProxyIdentity } from "./proxyIdentity.ts";

/** The permits, by sequence, that belong to a peering where several entries of two routers name each other. */
export interface FlowShare {
  readonly a: ReadonlySet<number>;
  readonly b: ReadonlySet<number>;
}

/** An entry of the other end, and how the asking entry stands to its mirror image. */
export interface Counterpart {
  readonly identity: ProxyIdentity;
  readonly relation: Exclude<Flow["relation"], "accepts" | "none">;
}

/**
 * The flows of a peering: one per permit of a's list with its best counterpart, then those permits of b's that are nobody's
 * counterpart. A dynamic entry's list only filters what peers ask for, and holds permits for many of them, so there the static end
 * alone has flows. Without a share all permits count.
 */
export function flowsBetween(a: EntryView, b: EntryView, share?: FlowShare): readonly Flow[] {
  const ofA = permitsOf(a.accessList, share?.a);
  const ofB = permitsOf(b.accessList, share?.b);
  if (takesAny(b)) return ofA.map((one) => ({ a: one.sequence, b: null, relation: "accepts" }));
  if (takesAny(a)) return ofB.map((one) => ({ a: null, b: one.sequence, relation: "accepts" }));
  const paired = new Set<number>();
  const flows = a.dynamic
    ? []
    : ofA.map((one): Flow => {
        const found = bestCounterpart(one, b.accessList);
        if (found) paired.add(found.identity.sequence);
        return { a: one.sequence, b: found?.identity.sequence ?? null, relation: found?.relation ?? "none" };
      });
  const left = b.dynamic ? [] : ofB.filter((one) => !paired.has(one.sequence));
  return [
    ...flows,
    ...left.map((one): Flow => {
      const found = bestCounterpart(one, a.accessList);
      return {
        a: found?.identity.sequence ?? null,
        b: one.sequence,
        relation: found ? turned[found.relation] : "none",
      };
    }),
  ];
}

/** The permit of a list whose mirror image stands closest to an entry; undefined where none shares any traffic with it. */
export function bestCounterpart(one: ProxyIdentity, list: NormalAccessList | undefined): Counterpart | undefined {
  if (!list) return undefined;
  let best: Counterpart | undefined;
  for (const position of candidates(mirror(one), list)) {
    const identity = list.identities[position];
    if (identity?.action !== "permit") continue;
    const relation = relationOf(one, mirror(identity));
    if (relation === "none") continue;
    if (!best || RELATION_RANKS[relation] < RELATION_RANKS[best.relation]) best = { identity, relation };
  }
  return best;
}

/** The best relation that any permit of one list has with the other list. */
export function bestRelation(a: NormalAccessList | undefined, b: NormalAccessList | undefined): Flow["relation"] {
  let best: Flow["relation"] = "none";
  for (const one of a?.permits ?? []) {
    const relation = bestCounterpart(one, b)?.relation ?? "none";
    if (RELATION_RANKS[relation] < RELATION_RANKS[best]) best = relation;
    if (best === "exact") break;
  }
  return best;
}

/** Whether a list denies exactly the mirror image of what the other end's deny says. */
export function hasMirroredDeny(deny: ProxyIdentity, list: NormalAccessList | undefined): boolean {
  if (!list) return false;
  const wanted = mirror(deny);
  return candidates(wanted, list).some((position) => {
    const identity = list.identities[position];
    return identity?.action === "deny" && relationOf(identity, wanted) === "exact";
  });
}

/** A dynamic entry without `match address` takes whatever it is asked for. */
export function takesAny(view: EntryView): boolean {
  return view.dynamic !== undefined && view.body.matchAddress === undefined;
}

const turned = {
  exact: "exact",
  "a-subset": "a-superset",
  "a-superset": "a-subset",
  overlap: "overlap",
} as const satisfies Record<Counterpart["relation"], Flow["relation"]>;

function permitsOf(
  list: NormalAccessList | undefined,
  share: ReadonlySet<number> | undefined,
): readonly ProxyIdentity[] {
  const permits = list?.permits ?? [];
  return share ? permits.filter((one) => share.has(one.sequence)) : permits;
}

function candidates(wanted: ProxyIdentity, list: NormalAccessList): readonly number[] {
  const [only] = wanted.selectors;
  if (only && wanted.selectors.length === 1) return list.index.intersecting(only);
  return [...new Set(wanted.selectors.flatMap((selector) => list.index.intersecting(selector)))].sort(
    (one, other) => one - other,
  );
}
