import type { AccessList } from "../../model/accessList.ts";
import type { Dialect } from "../../model/router.ts";
import { globalCommand } from "../command.ts";
import { isExtendedListNumber, isStandardListNumber } from "../nameArguments.ts";

const words = { name: "A name, or a number of the list's kind." };

/**
 * Classic IOS prints a numbered list as lines of global mode. Such lines say neither that a list is empty, nor what was not
 * understood in it, nor that its number is one of the other kind.
 */
export function isPrintedAsSection({ kept = [], lines, name, type }: AccessList, dialect: Dialect): boolean {
  if (dialect === "xe17" || lines.length === 0 || kept.length > 0) return true;
  const fits = type === "extended" ? isExtendedListNumber : isStandardListNumber;
  // Most names are no numbers, which their first letter shows.
  if (name.charCodeAt(0) > 57) return true;
  return !(String(Number(name)) === name && fits(Number(name)));
}

export const ipAccessListExtended = globalCommand<"accessList", { name: string }>({
  syntax: "ip access-list extended <name:name>",
  kind: "accessList",
  opens: "extended-access-list",
  removesElement: true,
  name: (args) => args.name,
  create: (args) => ({ name: args.name, type: "extended", lines: [] }),
  write: (list, dialect) =>
    list.type === "extended" && isPrintedAsSection(list, dialect) ? [{ name: list.name }] : [],
  summary:
    "Opens an extended access list: it selects by protocol, source, destination and ports. Crypto maps take no other.",
  source: "Cisco IOS Security Command Reference, ip access-list",
  words,
});

export const ipAccessListStandard = globalCommand<"accessList", { name: string }>({
  syntax: "ip access-list standard <name:name>",
  kind: "accessList",
  opens: "standard-access-list",
  removesElement: true,
  name: (args) => args.name,
  create: (args) => ({ name: args.name, type: "standard", lines: [] }),
  write: (list, dialect) =>
    list.type === "standard" && isPrintedAsSection(list, dialect) ? [{ name: list.name }] : [],
  summary: "Opens a standard access list: it selects by source alone, and can't serve a crypto map.",
  source: "Cisco IOS Security Command Reference, ip access-list",
  words,
});
