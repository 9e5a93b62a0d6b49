import type { AccessList } from "../../model/accessList.ts";
import type { Dialect } from "../../model/router.ts";
import { globalCommand } from "../command.ts";

const words = { name: "A name, or a number of the list's kind." };

/** Classic IOS prints a numbered list as lines of global mode; an empty one has none, and is printed as a section. */
export function isPrintedAsSection(list: AccessList, dialect: Dialect): boolean {
  return dialect === "xe17" || !/^\d+$/.test(list.name) || list.lines.length === 0;
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
