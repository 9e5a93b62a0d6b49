import type { PortSet } from "../../derive/portRanges.ts";
import { ownName } from "../../derive/routerNames.ts";
import type { Selector } from "../../derive/selector.ts";
import type { UnnumberedLine } from "../../edit/accessListLines.ts";
import type { AccessListEntry, AccessListPorts } from "../../model/accessList.ts";
import { cryptoLists, insertBefore, linePlaces, type CryptoList, type CryptoPermit } from "../cryptoLists.ts";
import type { Fix } from "../finding.ts";
import { routerRule } from "../rule.ts";

/** More lines than this are no help to anybody. */
const mostLines = 256;

/** An object group stands for many entries, and crypto maps learned to read that late. */
export const aclObjectGroup = routerRule({
  id: "acl-object-group",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "A crypto access list names an object group.",
    why: "Crypto maps long took no lists with object groups, and it depends on the release whether yours does.",
    remedy: "Write the entries that the group stands for.",
    source: "Cisco IOS Security Configuration Guide, Object Groups for ACLs: restrictions",
  },
  messages: {
    group:
      "{router}: ACL {list} names {group}; whether a crypto map takes a list with object groups depends on the release.",
    missing: "{router}: ACL {list} names {group}, not defined here, so the entry protects nothing.",
  },
  check(router, report) {
    for (const crypto of cryptoLists(router)) {
      for (const permit of crypto.permits) {
        const groups = groupsOf(permit.entry);
        if (groups.length === 0) continue;
        const missing = groups.filter((name) => !router.elements.objectGroup.has(name));
        report({
          message: missing.length > 0 ? "missing" : "group",
          data: {
            router: ownName(router),
            list: crypto.list.name,
            group: groupsInWords(missing.length > 0 ? missing : groups),
          },
          places: linePlaces(crypto, permit.entry),
          fixes: missing.length > 0 ? [] : () => expansion(crypto, permit),
        });
      }
    }
  },
});

function groupsInWords(names: readonly string[]): string {
  return `${names.length === 1 ? "object group" : "object groups"} ${names.join(" and ")}`;
}

function expansion({ router, list }: CryptoList, permit: CryptoPermit): readonly Fix[] {
  const lines = expanded(permit);
  if (lines.length === 0 || lines.length > mostLines) return [];
  return [
    {
      title:
        lines.length === 1
          ? "Write the entry that it stands for"
          : `Write the ${lines.length} entries that it stands for`,
      safe: true,
      edits: [insertBefore(router, list, permit.entry.sequence, lines, false)],
    },
  ];
}

function groupsOf({ serviceGroup, source, destination }: AccessListEntry): readonly string[] {
  return [
    ...(serviceGroup === undefined ? [] : [serviceGroup]),
    ...[source, destination].flatMap((one) => (one.kind === "object-group" ? [one.name] : [])),
  ];
}

function expanded({ entry, identity }: CryptoPermit): readonly UnnumberedLine[] {
  const { options, action } = entry;
  return identity.selectors.flatMap((selector) =>
    writtenPorts(selector.sourcePorts).flatMap((sourcePorts) =>
      writtenPorts(selector.destinationPorts).map((destinationPorts): UnnumberedLine => ({
        kind: "entry",
        action,
        ...addressesOf(selector),
        ...(sourcePorts && { sourcePorts }),
        ...(destinationPorts && { destinationPorts }),
        options,
        ...(entry.log && { log: entry.log }),
      })),
    ),
  );
}

function addressesOf({ protocol, source, destination }: Selector) {
  return {
    protocol,
    source: { kind: "addresses", ...source },
    destination: { kind: "addresses", ...destination },
  } as const;
}

/** One for each run of ports; undefined stands for all ports. */
function writtenPorts(ports: PortSet): readonly (AccessListPorts | undefined)[] {
  if (ports === null) return [undefined];
  return ports.map(({ first, last }) =>
    first === last ? { operator: "eq", ports: [first] } : { operator: "range", ports: [first, last] },
  );
}
