import type { RouterId, Place } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";
import type { RefusalData } from "./engineRules.ts";
import type { Comparison, FailedAt, NegotiationStep, Refusal } from "./trace.ts";

/** What a stage found: it fails the direction, leaves it open, or only warns. */
export interface Objection {
  readonly effect: "fails" | "unknown" | "warns";
  readonly refusal: Refusal;
  readonly reason: string;
}

/** One line of the account: a step that was taken, or what was found on the way. */
export type Entry =
  { readonly kind: "step"; readonly words: StepWords } | { readonly kind: "objection"; readonly objection: Objection };

/** The account of a negotiation while it is written. Stages write on even where an earlier one failed, so that all faults are told. */
export interface Ledger {
  readonly entries: Entry[];
  /** Undefined where nobody wants to read the steps: a verdict needs no words, and there are many more verdicts than readers. */
  readonly step: ((words: StepWords) => void) | undefined;
  fails<R extends RuleId>(failedAt: FailedAt, objection: ObjectionWords<R>): void;
  unknown<R extends RuleId>(objection: ObjectionWords<R>): void;
  warns<R extends RuleId>(objection: ObjectionWords<R>): void;
}

export interface StepWords {
  readonly stage: NegotiationStep["stage"];
  readonly message: string;
  readonly from: RouterId;
  readonly to?: RouterId;
  readonly ok: boolean | null;
  readonly explains: string;
  readonly compared?: readonly Comparison[];
  readonly places?: readonly Place[];
}

export interface ObjectionWords<R extends RuleId = RuleId> {
  readonly rule: R;
  /** A sentence. */
  readonly reason: string;
  readonly data: RefusalData<R>;
  /** The place to blame first. */
  readonly places: readonly Place[];
}

/** An empty account. One that is `told` takes down every step, else only what was found on the way. */
export function newLedger(told = false): Ledger {
  return new Account(told);
}

/** A class, since there are four of these for every peering, and nearly all stay empty. */
class Account implements Ledger {
  readonly entries: Entry[] = [];
  readonly step: Ledger["step"];

  constructor(told: boolean) {
    this.step = told ? (words) => this.entries.push({ kind: "step", words }) : undefined;
  }

  fails(failedAt: FailedAt, words: ObjectionWords): void {
    this.#object("fails", words, failedAt);
  }

  unknown(words: ObjectionWords): void {
    this.#object("unknown", words);
  }

  warns(words: ObjectionWords): void {
    this.#object("warns", words);
  }

  #object(effect: Objection["effect"], { reason, ...refusal }: ObjectionWords, failedAt?: FailedAt): void {
    this.entries.push({
      kind: "objection",
      objection: { effect, reason, refusal: failedAt === undefined ? refusal : { ...refusal, failedAt } },
    });
  }
}

/** A step in full. */
export function stepOf({
  stage,
  message,
  from,
  to = from,
  ok,
  explains,
  compared = [],
  places = [],
}: StepWords): NegotiationStep {
  return { stage, message, from, to, ok, explains, compared, places };
}
