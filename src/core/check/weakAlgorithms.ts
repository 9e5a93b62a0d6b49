import { refusesWeakAlgorithms } from "../derive/dialect.ts";
import { memoByIdentity } from "../derive/identityMemo.ts";
import { derivePeerings } from "../derive/peerings.ts";
import { nameIn, routerNames } from "../derive/routerNames.ts";
import { transformContent } from "../derive/transforms.ts";
import { draftOf } from "../edit/designDraft.ts";
import type { Edit } from "../edit/edit.ts";
import type { Design } from "../model/design.ts";
import type { PerfectForwardSecrecy } from "../model/ipsec.ts";
import type { IsakmpPolicy } from "../model/isakmp.ts";
import type { Place, Router, RouterId } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";
import type { TransformSet } from "../model/transformSet.ts";
import { ownPolicies, wholePolicy, type WholePolicy } from "../negotiate/isakmpPolicies.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import { changeEntry, cryptoEntries, entryPlace, entryTitle, staticEntries } from "./cryptoEntries.ts";
import type { Severity } from "./finding.ts";
import { perRouter } from "./perRouter.ts";
import { allRefusals } from "./projection.ts";
import { designRule, type DesignRule, type Report, type RuleDocs } from "./rule.ts";

/** Where a rule of this kind finds its algorithm: in ISAKMP policies, transform sets and `set pfs`. */
export type WeakMessage = "policy" | "set" | "pfs";

/** A rule about an algorithm, found wherever a router may use it. Absent tests look at nothing. */
export interface WeakAlgorithm<M extends WeakMessage> {
  readonly id: RuleId;
  readonly severity: Severity;
  readonly docs: RuleDocs;
  readonly messages: Readonly<Record<M, string>>;
  /** What its fix does, in the words before the element's: "Replace DES in". */
  readonly remedy: string;
  /** The question that its fix asks, and the answers, best first. */
  readonly question: string;
  readonly choices: readonly string[];
  /** What a policy has of it, as its message says: {value}; undefined where it has none. */
  readonly inPolicy?: (
    policy: WholePolicy,
  ) => { readonly value: string; readonly field: keyof IsakmpPolicy } | undefined;
  /** What a transform set has of it, likewise. */
  readonly inSet?: (transforms: readonly string[]) => string | undefined;
  readonly inPfs?: (pfs: PerfectForwardSecrecy) => boolean;
  readonly changePolicy?: (policy: WholePolicy, choice: string) => Partial<IsakmpPolicy>;
  readonly changeSet?: (transforms: readonly string[], choice: string) => readonly string[];
  readonly changePfs?: (choice: string) => PerfectForwardSecrecy | undefined;
}

type WeakTests = Omit<WeakAlgorithm<WeakMessage>, "messages">;

interface Occurrence {
  readonly router: Router;
  readonly message: WeakMessage;
  readonly name: string;
  readonly value: string;
  readonly place: Place;
  /** Nothing else is left to the router if its release refuses this one. */
  readonly only: boolean;
  /** Manual keys are as long as the transforms want them, so those can't be changed by themselves. */
  readonly fixable: boolean;
}

/**
 * Makes a rule about an algorithm. It warns; where the router's release refuses the algorithm and has nothing else to use, or the
 * engine fails a tunnel for it, it is an error. Its fix changes the routers that are linked by tunnels together, so that what they
 * had in common stays in common.
 */
export function weakAlgorithmRule<const M extends WeakMessage>(rule: WeakAlgorithm<M>): DesignRule<M> {
  const { id, severity, docs, messages, remedy, question, choices } = rule;
  const occurrences = perRouter((router) => occurrencesIn(rule, router));
  // The very same report says that nothing has changed.
  const reportOf = memoByIdentity((one: Occurrence, router: string, isError: boolean): Report<M> => ({
    message: one.message as M,
    ...(isError && { severity: "error" }),
    data: { router, name: one.name, value: one.value },
    places: [one.place],
    fixes: one.fixable
      ? [
          {
            title: `${remedy} ${one.name}, and where its peers have the same`,
            safe: false,
            edits: [],
            needs: { label: question, type: "choice", choices },
          },
        ]
      : [],
  }));
  return designRule<M>({
    id,
    severity,
    fix: "ask",
    docs,
    messages,
    *check(design, peerings, report) {
      const found = yield* occurrences.gradually(design);
      if (found.length === 0) return;
      const names = routerNames(design.routers);
      const failing = failedPlaces(design, peerings, id);
      for (const one of found) {
        const refused = one.only && refusable.has(id) && refusesWeakAlgorithms(one.router);
        report(reportOf(one, nameIn(names, one.router.id), refused || failing.has(keyOf(one.place))));
      }
    },
    complete: (design, _fix, [place], value) => replaced(rule, design, place, value),
  });
}

/** Rules whose algorithms a release from 17.11 on refuses. Source: IOS-XE 17.11.1 release notes. */
const refusable: ReadonlySet<RuleId> = new Set([
  "weak-des",
  "weak-3des",
  "weak-md5",
  "weak-dh",
  "null-encryption",
  "seal-gmac",
]);

function occurrencesIn(rule: WeakTests, router: Router): readonly Occurrence[] {
  const found: Occurrence[] = [];
  enterPolicies(found, rule, router);
  enterSets(found, rule, router);
  enterPfs(found, rule, router);
  return found.length === 0 ? none : found;
}

const none: readonly Occurrence[] = [];

function enterPolicies(found: Occurrence[], { inPolicy }: WeakTests, router: Router): void {
  const { isakmpPolicy } = router.elements;
  if (!inPolicy || isakmpPolicy.size === 0) return;
  for (const policy of ownPolicies(isakmpPolicy)) {
    const weak = inPolicy(policy);
    if (!weak) continue;
    const { priority } = policy;
    found.push({
      router,
      message: "policy",
      name: `ISAKMP policy ${priority}`,
      value: weak.value,
      place: { router: router.id, kind: "isakmpPolicy", name: String(priority), field: weak.field },
      only: isakmpPolicy.size === 1,
      fixable: true,
    });
  }
}

function enterSets(found: Occurrence[], { inSet }: WeakTests, router: Router): void {
  if (!inSet) return;
  for (const { name, transforms } of router.elements.transformSet.values()) {
    const value = inSet(transforms);
    if (value === undefined) continue;
    const fixable = !manualSets(router).includes(name);
    found.push({
      router,
      message: "set",
      name: `transform set ${name}`,
      value,
      place: { router: router.id, kind: "transformSet", name },
      only: fixable && isOnlyOffer(router, name),
      fixable,
    });
  }
}

/** Whether some entry has no other set. */
function isOnlyOffer(router: Router, set: string): boolean {
  return cryptoEntries(router).some(
    ({ body: { transformSets } }) => transformSets.length === 1 && transformSets[0] === set,
  );
}

function enterPfs(found: Occurrence[], { inPfs }: WeakTests, router: Router): void {
  if (!inPfs) return;
  for (const entry of cryptoEntries(router)) {
    const { pfs } = entry.body;
    if (pfs === undefined || !inPfs(pfs)) continue;
    found.push({
      router,
      message: "pfs",
      name: entryTitle(entry),
      value: String(pfs),
      place: entryPlace(entry, "pfs"),
      // The engine does not hold a release's compliance against PFS.
      only: false,
      fixable: true,
    });
  }
}

/** Elements for which the engine fails a direction under the rule's name. */
function failedPlaces(design: Design, peerings: readonly JudgedPeering[], rule: RuleId): ReadonlySet<string> {
  if (!refusable.has(rule) || refusingRouters(design).length === 0) return noPlaces;
  return new Set(
    peerings.flatMap((judged) =>
      allRefusals(judged)
        .filter((refusal) => refusal.rule === rule && refusal.failedAt !== undefined)
        .flatMap(({ places }) => places.map(keyOf)),
    ),
  );
}

const noPlaces: ReadonlySet<string> = new Set();

const refusingRouters = perRouter((router) => (refusesWeakAlgorithms(router) ? [router] : []));

function replaced(rule: WeakTests, design: Design, place: Place, choice: string): readonly Edit[] {
  const origin = design.routers.get(place.router);
  if (!origin) return [];
  const draft = draftOf(design);
  const together = linkedRouters(design, place.router);
  const policy = place.kind === "isakmpPolicy" ? origin.elements.isakmpPolicy.get(place.name) : undefined;
  const set = place.kind === "transformSet" ? origin.elements.transformSet.get(place.name) : undefined;
  for (const router of together) {
    if (policy) {
      for (const other of router.elements.isakmpPolicy.values()) {
        if (!isSameProposal(policy, other)) continue;
        draft.put(router.id, "isakmpPolicy", { ...other, ...rule.changePolicy?.(wholePolicy(other), choice) });
      }
    } else if (set) {
      const manual = new Set(manualSets(router));
      for (const other of router.elements.transformSet.values()) {
        if (manual.has(other.name) || transformContent(set) !== transformContent(other)) continue;
        const transforms = rule.changeSet?.(other.transforms, choice) ?? other.transforms;
        draft.put(router.id, "transformSet", { ...other, transforms } satisfies TransformSet);
      }
    } else {
      const pfs = rule.changePfs?.(choice);
      const old = cryptoEntries(origin).find((one) => one.kind === place.kind && one.name === place.name)?.body.pfs;
      for (const entry of cryptoEntries(router)) {
        if (pfs !== undefined && entry.body.pfs !== undefined && meets(entry.body.pfs, old)) {
          draft.apply(changeEntry(entry, { pfs }));
        }
      }
    }
  }
  return draft.edits();
}

/** As responder a bare `set pfs` takes groups 1 and 2, so it has to change with them. */
function meets(pfs: PerfectForwardSecrecy, old: PerfectForwardSecrecy | undefined): boolean {
  return pfs === old || (pfs === "bare" && (old === 1 || old === 2));
}

/** The router and all that tunnels link it to, near or far. */
function linkedRouters(design: Design, start: RouterId): readonly Router[] {
  const neighbours = new Map<RouterId, RouterId[]>();
  const enter = (one: RouterId, other: RouterId) => {
    neighbours.set(one, [...(neighbours.get(one) ?? []), other]);
  };
  for (const { a, b } of derivePeerings(design)) {
    if (!b) continue;
    enter(a.router, b.router);
    enter(b.router, a.router);
  }
  const reached = new Set([start]);
  // A set yields what is added to it while it is walked.
  for (const router of reached) for (const next of neighbours.get(router) ?? []) reached.add(next);
  return [...reached].flatMap((id) => design.routers.get(id) ?? []);
}

function manualSets(router: Router): readonly string[] {
  return staticEntries(router)
    .filter(({ entry }) => entry.type === "ipsec-manual")
    .flatMap(({ body }) => body.transformSets);
}

function isSameProposal(one: IsakmpPolicy, other: IsakmpPolicy): boolean {
  const [first, second] = [wholePolicy(one), wholePolicy(other)];
  return (["encryption", "hash", "authentication", "group"] as const).every((field) => first[field] === second[field]);
}

function keyOf({ router, kind, name }: Place): string {
  return `${router} ${kind} ${name}`;
}
