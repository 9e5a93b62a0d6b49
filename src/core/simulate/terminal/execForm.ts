import type { Design } from "../../model/design.ts";
import type { Router, RouterId } from "../../model/router.ts";
import type { DebugLine } from "../debug/debugLine.ts";
import type { TypedValues, WordForm } from "../wordTree.ts";
import type { TerminalState } from "./terminalState.ts";

/** What a command reads. */
export interface ExecContext {
  readonly design: Design;
  readonly router: Router;
  readonly state: TerminalState;
}

/** What a command does: what it prints, what it changes, and what routers print because of it. */
export interface ExecResult {
  readonly text?: string;
  /** IOS refuses it, in its words. */
  readonly refused?: true;
  readonly state?: TerminalState;
  readonly lines?: ReadonlyMap<RouterId, readonly DebugLine[]>;
  /** Where what routers print stands in the text: behind so many characters; absent: before all. */
  readonly linesAt?: number;
}

/** A command of exec mode that does something. */
export interface ExecForm extends WordForm {
  readonly run: (context: ExecContext, values: TypedValues) => ExecResult;
}
