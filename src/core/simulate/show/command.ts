import type { Design } from "../../model/design.ts";
import type { Dialect, Router } from "../../model/router.ts";
import type { ClientSession } from "../../negotiate/clientGateway.ts";
import type { SimulatedState } from "../associations.ts";
import type { TypedValues, WordForm } from "../wordTree.ts";

/** What a show command reads. */
export interface ShowContext {
  readonly design: Design;
  readonly router: Router;
  readonly dialect: Dialect;
  readonly state: SimulatedState;
  /** Whether keys may be shown. */
  readonly secrets: boolean;
  /** The remote clients that are connected to the router. */
  readonly clients: readonly ClientSession[];
}

/** One form of a show command. */
export interface ShowForm extends WordForm {
  readonly run: (context: ShowContext, values: TypedValues) => readonly string[];
}

/** What stands for a key that is not to be shown. */
export const HIDDEN = "<hidden>";
