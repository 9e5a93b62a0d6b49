import type { Design } from "../../model/design.ts";
import type { Dialect, Router } from "../../model/router.ts";
import type { SimulatedState } from "../associations.ts";

/** What a show command reads. */
export interface ShowContext {
  readonly design: Design;
  readonly router: Router;
  readonly dialect: Dialect;
  readonly state: SimulatedState;
  /** Whether keys may be shown. */
  readonly secrets: boolean;
}

/** One form of a show command. */
export interface ShowForm {
  /** Words as IOS spells them; `<name>` is a value, `<interface>` an interface name in one or two words. */
  readonly syntax: string;
  /** What the last word means, as `?` tells it. */
  readonly meaning: string;
  readonly run: (context: ShowContext, values: Readonly<Record<string, string>>) => readonly string[];
}

/** What stands for a key that is not to be shown. */
export const HIDDEN = "<hidden>";
