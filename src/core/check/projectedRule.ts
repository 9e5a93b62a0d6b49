import type { EngineRule } from "../negotiate/engineRules.ts";
import type { JudgedPeering, Refusal } from "../negotiate/trace.ts";
import type { Fix, Severity } from "./finding.ts";
import { refusalsOf } from "./projection.ts";
import { peeringRule, type PeeringRouters, type PeeringRule } from "./rule.ts";

/** A pair rule: the engine finds it, and the rule words it and knows the way out. */
export interface ProjectedRule<M extends string, R extends EngineRule> extends Omit<
  PeeringRule<M>,
  "scope" | "projects" | "check" | "id"
> {
  readonly id: R;
  /** The message for a refusal. */
  readonly message: (refusal: Refusal<R>) => M;
  /** More values for the message than the engine gives; absent: those of the refusal. */
  readonly dataOf?: (refusal: Refusal<R>) => Readonly<Record<string, string | number>>;
  readonly fixes?: (judged: JudgedPeering, routers: PeeringRouters, refusal: Refusal<R>) => readonly Fix[];
  /** The fault is the same seen from either end, so what both directions say of it comes once. */
  readonly symmetric?: true;
  /** Where the severity depends on the case. */
  readonly severityOf?: (refusal: Refusal<R>, judged: JudgedPeering) => Severity;
}

/** Makes a rule that reports what the engine said under its name, and nothing else. */
export function projectedRule<const M extends string, R extends EngineRule>(rule: ProjectedRule<M, R>): PeeringRule<M> {
  const { message, dataOf, fixes, severityOf, symmetric, ...about } = rule;
  return peeringRule<M>({
    ...about,
    projects: true,
    check(judged, routers, report) {
      const refusals = refusalsOf(judged, rule.id);
      for (const refusal of symmetric ? fromOneEnd(refusals) : refusals) {
        report({
          message: message(refusal),
          data: dataOf ? dataOf(refusal) : refusal.data,
          places: refusal.places,
          ...(fixes && { fixes: fixes(judged, routers, refusal) }),
          ...(severityOf && { severity: severityOf(refusal, judged) }),
        });
      }
    },
  });
}

/** Without refusals that have the places of an earlier one the other way round. */
function fromOneEnd<R extends EngineRule>(refusals: readonly Refusal<R>[]): readonly Refusal<R>[] {
  const told = new Set<string>();
  return refusals.filter(({ places }) => {
    const key = JSON.stringify(places.map((place) => JSON.stringify(place)).sort());
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}
