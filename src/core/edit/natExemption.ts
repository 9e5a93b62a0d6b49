import type { AccessList, AccessListEntry } from "../model/accessList.ts";
import type { RouterId } from "../model/router.ts";
import { ANY_ADDRESS, setOfPrefix, setsEqual } from "../net/wildcard.ts";
import {
  flowEntry,
  indexOfFirstPermit,
  insertLines,
  ipEntry,
  numberedList,
  withoutLines,
  type NetworkFlow,
} from "./accessListLines.ts";
import type { DesignDraft } from "./designDraft.ts";
import { freeName } from "./freeName.ts";

/**
 * Lets flows past translation, which comes before the crypto map and would change their source: a deny for each in front of the
 * first permit that touches it, in every list that a translation rule reads.
 */
export function exemptFromNat(draft: DesignDraft, router: RouterId, flows: readonly NetworkFlow[]): void {
  const { interface: interfaces, natRule } = draft.elements(router);
  if (![...interfaces.values()].some((one) => one.nat === "outside")) return;
  for (const rule of natRule.values()) {
    if (rule.match.kind === "list") {
      const name = exemptInList(draft, router, rule.match.name, flows);
      // A rule is named by its match, so that pointing it to another list renames it at its place.
      const before = `list ${rule.match.name} ${rule.vrf ?? ""}`.trim();
      if (name !== rule.match.name) draft.put(router, "natRule", { ...rule, match: { kind: "list", name } }, before);
    } else exemptInRouteMap(draft, router, rule.match.name, flows);
  }
}

function exemptInRouteMap(draft: DesignDraft, router: RouterId, map: string, flows: readonly NetworkFlow[]): void {
  const entries = [...draft.elements(router).routeMapEntry.values()]
    .filter((entry) => entry.map === map)
    .sort((one, other) => one.sequence - other.sequence);
  for (const entry of entries) {
    if (entry.action !== "permit") continue;
    const matchAddress = entry.matchAddress.map((name) => exemptInList(draft, router, name, flows));
    if (matchAddress.some((name, index) => name !== entry.matchAddress[index])) {
      draft.put(router, "routeMapEntry", { ...entry, matchAddress });
    }
  }
}

/** Answers the name of the list that now exempts the flows: another one where the old list can't name destinations. */
function exemptInList(draft: DesignDraft, router: RouterId, name: string, flows: readonly NetworkFlow[]): string {
  const lists = draft.elements(router).accessList;
  const list = lists.get(name);
  if (!list) return name;
  const able =
    list.type === "extended"
      ? list
      : asExtended(
          list,
          freeName("NAT", (one) => lists.has(one)),
        );
  const exempt = flows.reduce(exemptFlow, able);
  if (exempt === able) return name;
  draft.putList(router, exempt);
  return exempt.name;
}

function exemptFlow(list: AccessList, flow: NetworkFlow): AccessList {
  const index = indexOfFirstPermit(list, flow);
  return index === undefined ? list : insertLines(list, index, [flowEntry("deny", flow)]);
}

/** A standard list knows sources only; the extended one says the same with any destination. */
function asExtended(list: AccessList, name: string): AccessList {
  return numberedList(
    name,
    list.lines.map((line) =>
      line.kind === "remark"
        ? { kind: "remark", text: line.text }
        : { ...withoutSequence(line), destination: { kind: "addresses", ...ANY_ADDRESS } },
    ),
  );
}

function withoutSequence({ sequence: _sequence, ...line }: AccessListEntry): Omit<AccessListEntry, "sequence"> {
  return line;
}

/** Takes the exemptions of flows out of every list that a translation rule reads; other denies stay. */
export function withdrawExemptions(draft: DesignDraft, router: RouterId, flows: readonly AccessListEntry[]): void {
  const { natRule, routeMapEntry } = draft.elements(router);
  const lists = new Set(
    [...natRule.values()].flatMap((rule) =>
      rule.match.kind === "list"
        ? [rule.match.name]
        : [...routeMapEntry.values()]
            .filter((entry) => entry.map === rule.match.name)
            .flatMap((entry) => entry.matchAddress),
    ),
  );
  for (const name of lists) {
    const list = draft.elements(router).accessList.get(name);
    if (!list) continue;
    const left = withoutLines(
      list,
      (line) => line.kind === "entry" && line.action === "deny" && flows.some((flow) => sameNetworks(line, flow)),
    );
    if (left.lines.length < list.lines.length) draft.putList(router, left);
  }
}

/** Whether two entries select the same protocol between the same addresses, whatever they do with it. */
export function sameNetworks(one: AccessListEntry, other: AccessListEntry): boolean {
  return (
    one.protocol === other.protocol &&
    one.source.kind === "addresses" &&
    other.source.kind === "addresses" &&
    one.destination.kind === "addresses" &&
    other.destination.kind === "addresses" &&
    setsEqual(one.source, other.source) &&
    setsEqual(one.destination, other.destination)
  );
}

/** Translation of everything from the given networks to an interface's address, as `ip nat inside source list … overload`. */
export function natList(name: string, networks: readonly Parameters<typeof setOfPrefix>[0][]): AccessList {
  return numberedList(
    name,
    networks.map((network) => ipEntry("permit", setOfPrefix(network), ANY_ADDRESS)),
  );
}
