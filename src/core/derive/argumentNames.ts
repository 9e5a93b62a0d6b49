import type { CommandHelp } from "../ios/lineHelp.ts";
import type { ElementKind } from "../model/router.ts";
import { DEFINITIONS, REFERENCES, type NameKind } from "./referenceTable.ts";

/** What a command's argument can be the name of: something that it refers to, or something that the command makes. */
export function namesOfArgument({ command, kind, argument }: CommandHelp): readonly NameKind[] {
  if (kind === undefined) return [];
  const { field } = command as { readonly field?: string };
  return [...fieldsOf(REFERENCES, kind), ...fieldsOf(DEFINITIONS, kind)]
    .filter((one) => one.field === argument || (field !== undefined && one.field === field))
    .map((one) => one.to);
}

function fieldsOf(table: typeof REFERENCES, kind: ElementKind): readonly { field: string; to: NameKind }[] {
  return table[kind] ?? [];
}
