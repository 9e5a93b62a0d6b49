import type { Place } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";

/** One thing that happens, or does not, while a remote client connects. */
export interface ClientStep {
  readonly stage: "reach" | "phase1" | "user" | "configuration" | "phase2" | "data";
  /** The message on the wire where the step is one: AM1 to AM3, QM1 to QM3; otherwise what is done. */
  readonly message: string;
  readonly from: "client" | "gateway";
  /** Null: can't be known. */
  readonly ok: boolean | null;
  /** A sentence or two with the values, without secrets. */
  readonly explains: string;
  readonly places: readonly Place[];
}

/** The account of a client's connection while it is being made: it ends with the first refusal. */
export interface ClientStory {
  readonly steps: ClientStep[];
  refusal: { readonly rule: RuleId | null; readonly reason: string } | undefined;
  doubt: { readonly rule: RuleId | null; readonly reason: string } | undefined;
}

export function newStory(): ClientStory {
  return { steps: [], refusal: undefined, doubt: undefined };
}

/** Where in the account something stands. */
export type Moment = Pick<ClientStep, "stage" | "message" | "from">;

export function tell(story: ClientStory, moment: Moment, explains: string, places: readonly Place[] = []): void {
  story.steps.push({ ...moment, ok: true, explains, places });
}

/** The connection ends here. `rule` names the finding that the checker reports for it; null where no rule could know. */
export function refuse(
  story: ClientStory,
  moment: Moment,
  rule: RuleId | null,
  reason: string,
  places: readonly Place[] = [],
): null {
  story.steps.push({ ...moment, ok: false, explains: reason, places });
  story.refusal ??= { rule, reason };
  return null;
}

/** The connection goes on, though the text does not tell whether it would. */
export function leaveOpen(
  story: ClientStory,
  moment: Moment,
  rule: RuleId | null,
  reason: string,
  places: readonly Place[] = [],
): void {
  story.steps.push({ ...moment, ok: null, explains: reason, places });
  story.doubt ??= { rule, reason };
}
