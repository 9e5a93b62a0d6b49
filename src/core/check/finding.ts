import type { Place } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";
import type { Edit } from "../edit/edit.ts";

export type Severity = "error" | "warning" | "info";

/** A way to mend a finding: edits against the design that was checked. Fixes of one finding are alternatives, best first. */
export interface Fix {
  /** In the imperative: "Permit the mirrored traffic in ACL 110 on R2". */
  readonly title: string;
  /** True when it changes neither what is protected nor how. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
  /** What a person must say first; `edits` is then made by the rule's `complete` from the value. */
  readonly needs?: FixInput;
}

/** At least one place: whatever a person is asked about stands somewhere. */
export type Places = readonly [Place, ...Place[]];

/** A value that only a person can give. */
export interface FixInput {
  readonly label: string;
  /** What it is checked as, and what a field for it looks like. */
  readonly type: "address" | "name" | "key" | "number" | "choice";
  readonly choices?: readonly string[];
  /** A value to begin with. */
  readonly suggestion?: string;
}

/** Something that a rule has to say about a design. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** One sentence with the values, naming both ends where two routers disagree. */
  readonly message: string;
  /** The primary place first; the other peer's places follow. Lines are found through the source map. */
  readonly places: readonly Place[];
  readonly fixes: readonly Fix[];
  /** Ids of the peerings that it concerns. */
  readonly peerings: readonly string[];
  /** The reason that the owner of the design gave for accepting it. */
  readonly suppressed?: string;
  /** Where that is said: by a comment in a router's text, or in the design's own list. Beside `suppressed`. */
  readonly suppressedIn?: "text" | "design";
}
