import type { AccessList, AccessListEntry } from "../../model/accessList.ts";
import type { ShowContext, ShowForm } from "./command.ts";
import { entryWords } from "./wording.ts";

/** `show access-lists` and `show ip access-lists`. Layout: reference, section 5.5. */
export const accessLists: readonly ShowForm[] = ["show access-lists", "show ip access-lists"].flatMap(
  (syntax): readonly ShowForm[] => [
    {
      syntax,
      meaning: "List access lists",
      run: (context) => [...context.router.elements.accessList.values()].flatMap((list) => listBlock(context, list)),
    },
    {
      syntax: `${syntax} <name>`,
      meaning: "ACL name or number",
      run: (context, { name }) =>
        [...context.router.elements.accessList.values()]
          .filter((list) => list.name === name)
          .flatMap((list) => listBlock(context, list)),
    },
  ],
);

/** Remarks are not shown. */
function listBlock(context: ShowContext, list: AccessList): readonly string[] {
  return [
    `${list.type === "extended" ? "Extended" : "Standard"} IP access list ${list.name}`,
    ...list.lines.flatMap((line) => (line.kind === "entry" ? [lineText(context, list, line)] : [])),
  ];
}

function lineText(context: ShowContext, list: AccessList, line: AccessListEntry): string {
  const matches = matchesOf(context, list.name, line.sequence);
  return `    ${String(line.sequence)} ${entryWords(line, list.type, context.dialect)}${
    matches === 0 ? "" : ` (${String(matches)} matches)`
  }`;
}

/** A crypto access list counts what a map looked at: what went out through it, and what was dropped for want of an association. */
function matchesOf({ state }: ShowContext, list: string, sequence: number): number {
  return state.flows
    .filter((flow) => flow.line === sequence && flow.entry.entry.matchAddress === list)
    .reduce((sum, { counters }) => sum + counters.encapsulated + counters.sendErrors, 0);
}
