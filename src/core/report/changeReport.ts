import type { RouterChange } from "../diff/changeScripts.ts";
import type { ChangeScript, ScriptLine } from "../diff/scriptLine.ts";

/** The shape of `diff --format json`, version 1. It only ever grows. */
export interface ChangeReport {
  readonly version: 1;
  readonly routers: readonly ReportedChange[];
}

export interface ReportedChange {
  readonly name: string;
  readonly kind: RouterChange["kind"];
  readonly change: readonly ReportedScriptLine[];
  readonly back: readonly ReportedScriptLine[];
  /** What a person has to do besides, for the change and for the way back. */
  readonly notes: readonly string[];
  readonly backNotes: readonly string[];
}

export type ReportedScriptLine = Pick<ScriptLine, "text" | "drops" | "restores" | "note">;

/** Change scripts in the words that other programs hold on to. */
export function changeReport(changes: readonly RouterChange[]): ChangeReport {
  return {
    version: 1,
    routers: changes.map(({ back, change, kind, name }) => ({
      name,
      kind,
      change: change.lines.map(reported),
      back: back.lines.map(reported),
      notes: change.notes,
      backNotes: back.notes,
    })),
  };
}

function reported({ drops, note, restores, text }: ScriptLine): ReportedScriptLine {
  return {
    text,
    ...(drops !== undefined && { drops }),
    ...(restores !== undefined && { restores }),
    ...(note !== undefined && { note }),
  };
}

/**
 * A script as a text that can be pasted whole, from the privileged prompt: what a person has to know stands in comments, behind
 * the line that it is about.
 */
export function scriptText({ lines, notes }: ChangeScript): string {
  const comments = notes.map((note) => `! ${note}`);
  if (lines.length === 0) return [...comments, "! Nothing to paste."].join("\n") + "\n";
  const commands = lines.flatMap(({ drops, note, restores, text }) => [
    text,
    ...(drops === undefined ? [] : [`! ${drops} ${drops.includes(", ") ? "go" : "goes"} down.`]),
    ...(restores === undefined ? [] : [`! ${restores} can come up.`]),
    ...(note === undefined ? [] : [`! ${note}`]),
  ]);
  return [...comments, "configure terminal", ...commands, "end"].join("\n") + "\n";
}

/** All scripts, each under a heading of its own, the ways back behind the changes. */
export function changeText(changes: readonly RouterChange[]): string {
  if (changes.length === 0) return "! Nothing differs.\n";
  const headings = { added: "new: its whole configuration", removed: "gone: nothing to paste", changed: "change" };
  return [
    ...changes.map(({ change, kind, name }) => `! === ${name}: ${headings[kind]} ===\n${scriptText(change)}`),
    ...changes
      .filter(({ kind }) => kind !== "added")
      .map(({ back, name }) => `! === ${name}: the way back ===\n${scriptText(back)}`),
  ].join("\n");
}
