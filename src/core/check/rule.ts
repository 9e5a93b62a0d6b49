import type { Design } from "../model/design.ts";
import type { Place, Router } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import type { Edit } from "../edit/edit.ts";
import type { Fix, Places, Severity } from "./finding.ts";

/** What a rule says about itself; every field is required, so that no rule can be a bare message. */
export interface RuleDocs {
  /** What is wrong, in one sentence. */
  readonly what: string;
  /** What it does to the tunnel, or why it is discouraged. */
  readonly why: string;
  readonly remedy: string;
  /** Where the fact comes from: a Cisco guide, an RFC, a published configuration. */
  readonly source: string;
}

/** The catalogue's word for a rule's fix: `auto`, `ask` (needs a value or a choice from a person), `man` and `none` offer none. */
export type FixKind = "auto" | "ask" | "man" | "none";

/** One report of a rule. `message` names one of the rule's messages, `data` fills its {placeholders}. */
export interface Report<M extends string = string> {
  readonly message: M;
  readonly data: Readonly<Record<string, string | number>>;
  readonly places: readonly Place[];
  /** A function is asked only when somebody looks at the fixes, and may read the whole design even in a rule about one router. */
  readonly fixes?: readonly Fix[] | ((around: FixContext) => readonly Fix[]);
  /** Where the rule's severity depends on the case or the dialect. */
  readonly severity?: Severity;
}

/** What fixes may be made from: the design that was checked, with its peerings. */
export interface FixContext {
  readonly design: Design;
  readonly peerings: readonly JudgedPeering[];
}

interface RuleBase<M extends string> {
  readonly id: RuleId;
  /** The severity in the catalogue. */
  readonly severity: Severity;
  readonly fix: FixKind;
  readonly docs: RuleDocs;
  readonly messages: Readonly<Record<M, string>>;
  /** What a rule about one router warns of is an error where the engine fails a direction for it, at the same element. */
  readonly errorWhenFailing?: true;
  /** Makes a fix's edits from the value that a person gave; required where a fix has `needs`. */
  readonly complete?: (design: Design, fix: Fix, places: Places, value: string) => readonly Edit[];
}

/** A rule about one router on its own: memoised by the router's identity, so `check` may read nothing else. */
export interface RouterRule<M extends string = string> extends RuleBase<M> {
  readonly scope: "router";
  check(router: Router, report: (report: Report<M>) => void): void;
}

/** A rule about one peering: memoised by the judged peering's identity. `routers` are the two ends. */
export interface PeeringRule<M extends string = string> extends RuleBase<M> {
  readonly scope: "peering";
  /** It words what the engine refused under the rule's own name and looks for nothing else, so where that is nothing it is not asked. */
  readonly projects?: true;
  check(judged: JudgedPeering, routers: PeeringRouters, report: (report: Report<M>) => void): void;
}

export interface PeeringRouters {
  readonly a: Router;
  /** Null where nobody answers. */
  readonly b: Router | null;
  /** Unique display names: hostname, else file stem, else "Router". */
  readonly nameA: string;
  readonly nameB: string;
}

/** A rule that needs the whole design: run anew after each edit, so it must be cheap. One that has much to look at pauses now and then. */
export interface DesignRule<M extends string = string> extends RuleBase<M> {
  readonly scope: "design";
  check(
    design: Design,
    peerings: readonly JudgedPeering[],
    report: (report: Report<M>) => void,
  ): Generator<undefined, void> | undefined;
}

export type Rule<M extends string = string> = RouterRule<M> | PeeringRule<M> | DesignRule<M>;

/** A rule about one router, its messages' names checked. */
export function routerRule<const M extends string>(rule: Omit<RouterRule<M>, "scope">): RouterRule<M> {
  return { ...rule, scope: "router" };
}

/** A rule about one peering, its messages' names checked. */
export function peeringRule<const M extends string>(rule: Omit<PeeringRule<M>, "scope">): PeeringRule<M> {
  return { ...rule, scope: "peering" };
}

/** A rule about the whole design, its messages' names checked. */
export function designRule<const M extends string>(rule: Omit<DesignRule<M>, "scope">): DesignRule<M> {
  return { ...rule, scope: "design" };
}
