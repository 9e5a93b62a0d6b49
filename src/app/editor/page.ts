import type { StoreApi } from "zustand/vanilla";
import type { AcceptanceScope, CheckResult, Finding, Fix } from "../../core/index.ts";
import type { Stores } from "../stores.tsx";
import type { Drafting } from "./drafting.ts";
import type { SelectionFollower } from "./selectionFollower.ts";

/** A fix that was chosen in the text and waits for a value. */
export interface AskedFix {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** A finding that is to be accepted, as it was chosen in the text. */
export interface AskedAcceptance {
  readonly finding: Finding;
  readonly scope: AcceptanceScope;
}

/** What the editor shares with the page, whether Monaco is there or not. */
export interface EditorPage {
  readonly stores: Stores;
  readonly drafting: Drafting;
  readonly follower: SelectionFollower;
  readonly askedFix: StoreApi<{ readonly asked: AskedFix | null }>;
  readonly askedAcceptance: StoreApi<{ readonly asked: AskedAcceptance | null }>;
  /** Shows a short message that goes away by itself, and says it too. */
  readonly notify: (message: string) => void;
  /** The findings and peerings that squiggles and marks are made of. */
  check(): CheckResult;
}
