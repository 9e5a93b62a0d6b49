import type { NatRule, StaticNat } from "../model/nat.ts";
import type { Elements, Place } from "../model/router.ts";
import { formatIpv4, prefixOf } from "../net/ipv4.ts";
import { hostSet, prefixOfSet } from "../net/wildcard.ts";
import { normalAccessList } from "../derive/cryptoAccessList.ts";
import { firstMatches, type MatchedPart } from "../derive/firstMatch.ts";
import { routingTable } from "../derive/routes.ts";
import { selectorsIntersect, subtractSelector, type Selector } from "../derive/selector.ts";
import { placeAt, type Party } from "./party.ts";
import type { RuleId } from "../model/ruleId.ts";

/** What the translator does with some traffic on its way out. It works before the crypto map (appendix C). */
export interface Translation {
  /** The traffic that keeps its source, and so can match the crypto access list. */
  readonly untouched: readonly Selector[];
  /** Why some of it, or all, is translated; undefined when none is. */
  readonly cause: TranslationCause | undefined;
}

export interface TranslationCause {
  readonly translator: NatRule | StaticNat;
  readonly rule: Extract<RuleId, "nat-not-exempt" | "nat-deny-after-permit">;
  /** "list NAT", "static 10.1.0.9". */
  readonly by: string;
  readonly places: readonly Place[];
}

/** The router that translates, and the routing table that the traffic comes from. */
export type Translator = Pick<Party, "router" | "insideVrf">;

/** What a router's `ip nat` lines do with traffic that leaves by one of the given interfaces. */
export function translate(party: Translator, traffic: Selector, exits: readonly string[]): Translation {
  const untouched = { untouched: [traffic], cause: undefined };
  const { elements } = party.router;
  if (elements.natRule.size === 0 && elements.staticNat.size === 0) return untouched;
  const outside = exits.filter((name) => elements.interface.get(name)?.nat === "outside");
  if (outside.length === 0 || !comesFromInside(party, traffic)) return untouched;

  let rest: readonly Selector[] = [traffic];
  let cause: TranslationCause | undefined;
  for (const one of elements.staticNat.values()) {
    const local = staticSource(one);
    if (one.protocol !== undefined || (one.vrf ?? "") !== party.insideVrf) continue;
    const caught = { ...traffic, source: local };
    if (!rest.some((piece) => selectorsIntersect(piece, caught))) continue;
    if (one.routeMap !== undefined && !routeMapPermits(party, one.routeMap, rest, outside)) continue;
    rest = rest.flatMap((piece) => subtractSelector(piece, { ...piece, source: local }));
    // One host among many is the business of the rule about static translations; the flow itself still runs.
    cause ??= {
      translator: one,
      rule: "nat-not-exempt",
      by: `static ${formatIpv4(one.local)}`,
      places: [placeAt(party, "staticNat", staticName(elements, one))],
    };
  }
  if (rest.length > 0) cause = undefined;
  for (const rule of elements.natRule.values()) {
    if ((rule.vrf ?? "") !== party.insideVrf) continue;
    const [only] = rest;
    const parts =
      only && rest.length === 1
        ? matchedBy(party, rule, only, outside)
        : rest.flatMap((piece) => matchedBy(party, rule, piece, outside));
    const caught = parts.filter((part) => part.identity?.action === "permit");
    if (caught.length === 0) continue;
    cause ??= causeOf(party, rule, caught);
    rest = parts.filter((part) => part.identity?.action !== "permit").map((part) => part.traffic);
    if (rest.length === 0) break;
  }
  return { untouched: rest, cause };
}

/** Inside source translation looks at packets that come in by an `ip nat inside` interface; the router's own are left alone. */
function comesFromInside(party: Translator, traffic: Selector): boolean {
  const { elements } = party.router;
  const source = prefixOfSet(traffic.source) ?? prefixOf(traffic.source.base, 32);
  const answer = routingTable(elements).lookUp(source, party.insideVrf);
  if (answer.kind === "known" && answer.prefix.length > 0) {
    return answer.choices.some((choice) => elements.interface.get(choice.interface)?.nat === "inside");
  }
  return [...elements.interface.values()].some((one) => one.nat === "inside");
}

function staticSource(one: StaticNat) {
  if (one.networkMask === undefined) return hostSet(one.local);
  return { base: (one.local & one.networkMask) >>> 0, wildcard: ~one.networkMask >>> 0 };
}

function staticName(elements: Elements, wanted: StaticNat): string {
  for (const [name, one] of elements.staticNat) if (one === wanted) return name;
  return formatIpv4(wanted.local);
}

function routeMapPermits(
  party: Translator,
  map: string,
  pieces: readonly Selector[],
  exits: readonly string[],
): boolean {
  return pieces.some((piece) =>
    routeMapParts(party, map, piece, exits).some((part) => part.identity?.action === "permit"),
  );
}

function matchedBy(
  party: Translator,
  rule: NatRule,
  traffic: Selector,
  exits: readonly string[],
): readonly MatchedPart[] {
  if (rule.match.kind === "route-map") return routeMapParts(party, rule.match.name, traffic, exits);
  const list = normalAccessList(party.router.elements, rule.match.name);
  // A list that doesn't exist translates nothing.
  return list ? firstMatches(list, traffic) : [{ traffic, identity: undefined }];
}

/** A route map's entries are tried in order; within an entry its lists permit, and the entry's own word decides. */
function routeMapParts(
  party: Translator,
  map: string,
  traffic: Selector,
  exits: readonly string[],
): readonly MatchedPart[] {
  const { elements } = party.router;
  const entries = [...elements.routeMapEntry.values()]
    .filter((entry) => entry.map === map)
    .sort((one, other) => one.sequence - other.sequence);
  const decided: MatchedPart[] = [];
  let rest: readonly Selector[] = [traffic];
  for (const entry of entries) {
    if (!matchesExit(entry.kept, exits)) continue;
    if (entry.matchAddress.length === 0) {
      const all = { sequence: entry.sequence, action: entry.action, selectors: [], extras: [], singlePorts: true };
      decided.push(...rest.map((piece) => ({ traffic: piece, identity: all })));
      rest = [];
      break;
    }
    for (const name of entry.matchAddress) {
      const list = normalAccessList(elements, name);
      if (!list) continue;
      const parts = rest.flatMap((piece) => firstMatches(list, piece));
      for (const part of parts) {
        if (part.identity?.action === "permit") {
          decided.push({ traffic: part.traffic, identity: { ...part.identity, action: entry.action } });
        }
      }
      rest = parts.filter((part) => part.identity?.action !== "permit").map((part) => part.traffic);
    }
  }
  return [...decided, ...rest.map((piece) => ({ traffic: piece, identity: undefined }))];
}

/** `match interface` asks for the way out. Other conditions of a route map are not modelled and don't narrow it here. */
function matchesExit(kept: readonly { readonly text: string }[], exits: readonly string[]): boolean {
  const wanted = kept.flatMap(({ text }) => {
    const match = /^match interface (.+)$/.exec(text);
    return match?.[1]?.split(/\s+/) ?? [];
  });
  return wanted.length === 0 || wanted.some((name) => exits.includes(name));
}

function causeOf(party: Translator, rule: NatRule, caught: readonly MatchedPart[]): TranslationCause {
  const { elements } = party.router;
  const list = rule.match.kind === "list" ? normalAccessList(elements, rule.match.name) : undefined;
  const first = caught[0]?.traffic;
  const permit = caught[0]?.identity;
  const rulePlace = placeAt(party, "natRule", natRuleName(elements, rule));
  const by = `${rule.match.kind} ${rule.match.name}`;
  if (!list || !permit || !first) return { translator: rule, rule: "nat-not-exempt", by, places: [rulePlace] };
  const permitPlace = placeAt(party, "accessList", list.name, "lines", permit.sequence);
  // An exemption that stands behind the permit was meant, and comes too late.
  const late = list.index
    .intersecting(first)
    .map((position) => list.identities[position])
    .find((identity) => identity?.action === "deny" && identity.sequence > permit.sequence);
  return late
    ? {
        translator: rule,
        rule: "nat-deny-after-permit",
        by,
        places: [placeAt(party, "accessList", list.name, "lines", late.sequence), permitPlace],
      }
    : { translator: rule, rule: "nat-not-exempt", by, places: [permitPlace, rulePlace] };
}

function natRuleName(elements: Elements, wanted: NatRule): string {
  for (const [name, one] of elements.natRule) if (one === wanted) return name;
  return `${wanted.match.kind} ${wanted.match.name}`;
}
