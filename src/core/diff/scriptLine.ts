import type { Place } from "../model/router.ts";

/** One line of a change script, to be pasted in configuration mode. */
export interface ScriptLine {
  /** A header stands at column 0; a command of a mode below it is indented as in a running-config. */
  readonly text: string;
  /** What the line changes; absent on a header that only opens its mode. */
  readonly place?: Place;
  /** The tunnels that go down at this line: map and sequence, or an interface, separated by commas. */
  readonly drops?: string;
  /** The tunnels that can come up again from this line on. */
  readonly restores?: string;
  /** What a person has to know or do here. */
  readonly note?: string;
}

/** The commands that make one configuration of another, in an order that is safe on a live router. */
export interface ChangeScript {
  readonly lines: readonly ScriptLine[];
  /** What no command of the script does, and a person has to. */
  readonly notes: readonly string[];
}
