import { sameItems } from "../derive/identityMemo.ts";
import type { PeeringEnd } from "../derive/peering.ts";
import type { CryptoMapEntryBody } from "../model/cryptoMap.ts";
import type { Design } from "../model/design.ts";
import type { ElementKind, Place } from "../model/router.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import type { Found } from "./found.ts";
import { refusalsByRule, refusalsOf } from "./projection.ts";

/**
 * Findings with the peerings that each concerns: those whose ends are made of an element that it is about, and those that the engine
 * fails or leaves open under its rule for the same element. Rules about one router can't know this themselves, nor that what they
 * warn of keeps a tunnel down.
 */
export function withPeerings(
  routers: Design["routers"],
  peerings: readonly JudgedPeering[],
  findings: readonly Found[],
): readonly Found[] {
  if (findings.length === 0 || peerings.length === 0) return findings;
  const linkOf = linking(findings);
  const concerned = new Map<number, string[]>();
  const failing = new Set<number>();
  for (const judged of peerings) {
    const link = linkOf({ routers, judged });
    for (const index of link.concerned) enter(concerned, index, judged.peering.id);
    for (const index of link.failing) failing.add(index);
  }
  return findings.map((finding, index) => {
    const more = concerned.get(index);
    return more ? concerning(finding, more, failing.has(index)) : finding;
  });
}

/** A judged peering with the routers that it was judged among. */
export interface LinkedPeering {
  readonly routers: Design["routers"];
  readonly judged: JudgedPeering;
}

/** Whether two verdicts on a peering have to do with the same ones of some findings. */
export function sameLinks(findings: readonly Found[], one: LinkedPeering, other: LinkedPeering): boolean {
  const linkOf = linking(findings);
  const [first, second] = [linkOf(one), linkOf(other)];
  return sameItems(first.concerned, second.concerned) && sameItems(first.failing, second.failing);
}

/** By position among the findings, ascending. */
interface Link {
  readonly concerned: readonly number[];
  readonly failing: readonly number[];
}

const noLink: Link = { concerned: [], failing: [] };

/** Fewer findings than this are each looked up among what a peering is made of, rather than the other way round. */
const fewFindings = 12;

function linking(findings: readonly Found[]): (peering: LinkedPeering) => Link {
  if (findings.length < fewFindings) {
    const parts = partsIn(findings);
    return (peering) =>
      refusalsByRule(peering.judged).size > 0 ? linkOfFew(peering, findings) : linkOfParts(peering, parts);
  }
  const byElement = elementsIn(findings);
  return (peering) => linkOfMany(peering, findings, byElement);
}

/** A place of a finding, in an element of which peerings are made. */
interface PartOfFinding {
  readonly index: number;
  readonly place: Place;
}

function partsIn(findings: readonly Found[]): readonly PartOfFinding[] {
  return findings.flatMap(({ places }, index) =>
    places.filter(({ kind }) => partKinds.has(kind)).map((place) => ({ index, place })),
  );
}

/** Where the engine refused nothing, a peering has to do with what its ends are made of, which most often is nothing of it. */
function linkOfParts(peering: LinkedPeering, parts: readonly PartOfFinding[]): Link {
  let concerned: number[] | undefined;
  for (const { index, place } of parts) {
    if (concerned?.at(-1) !== index && isMadeOf(peering, place)) (concerned ??= []).push(index);
  }
  return concerned ? { concerned, failing: noLink.failing } : noLink;
}

function linkOfFew(peering: LinkedPeering, findings: readonly Found[]): Link {
  const concerned: number[] = [];
  const failing: number[] = [];
  findings.forEach(({ rule, places }, index) => {
    const blames = refusalsOf(peering.judged, rule).filter((refusal) =>
      refusal.places.some((place) => places.some((own) => isSameElement(own, place))),
    );
    if (blames.length > 0 || places.some((place) => isMadeOf(peering, place))) concerned.push(index);
    if (blames.some(({ failedAt }) => failedAt !== undefined)) failing.push(index);
  });
  return { concerned, failing };
}

function linkOfMany(
  { routers, judged }: LinkedPeering,
  findings: readonly Found[],
  byElement: ReadonlyMap<string, readonly number[]>,
): Link {
  const concerned = new Set<number>();
  const failing = new Set<number>();
  const { a, b } = judged.peering;
  for (const end of b ? [a, b] : [a]) {
    for (const element of endElements(routers, end)) {
      for (const index of byElement.get(elementKey(element)) ?? []) concerned.add(index);
    }
  }
  for (const [rule, refusals] of refusalsByRule(judged)) {
    for (const { places, failedAt } of refusals) {
      for (const index of places.flatMap((place) => byElement.get(elementKey(place)) ?? [])) {
        if (findings[index]?.rule !== rule) continue;
        concerned.add(index);
        if (failedAt !== undefined) failing.add(index);
      }
    }
  }
  return { concerned: ascending(concerned), failing: ascending(failing) };
}

function ascending(positions: ReadonlySet<number>): readonly number[] {
  return [...positions].sort((one, other) => one - other);
}

function elementsIn(findings: readonly Found[]): ReadonlyMap<string, readonly number[]> {
  const byElement = new Map<string, number[]>();
  findings.forEach(({ places }, index) => {
    for (const place of places) enter(byElement, elementKey(place), index);
  });
  return byElement;
}

/** The last answer for each finding, so that one whose peerings are as before is the same object. */
const linked = new WeakMap<Found, Found>();

function concerning(finding: Found, more: readonly string[], fails: boolean): Found {
  const peerings = [...new Set([...finding.peerings, ...more])];
  const severity = finding.errorWhenFailing && fails ? "error" : finding.severity;
  const known = linked.get(finding);
  if (known && known.severity === severity && sameItems(known.peerings, peerings)) return known;
  const made: Found = { ...finding, severity, peerings };
  linked.set(finding, made);
  return made;
}

/** A configuration element, of which a peering may be made. */
type ElementName = Pick<Place, "router" | "kind" | "name">;

/** The kinds of element that an end of a peering is made of. */
const partKinds: ReadonlySet<ElementKind> = new Set([
  "cryptoMapEntry",
  "dynamicMapEntry",
  "cryptoMap",
  "interface",
  "accessList",
  "isakmpProfile",
  "ikev2Profile",
  "transformSet",
]);

/** Whether one of a peering's ends is made of the element that a place is in. */
function isMadeOf({ routers, judged: { peering } }: LinkedPeering, { router, kind, name }: Place): boolean {
  const { a, b } = peering;
  if (!partKinds.has(kind)) return false;
  return (
    (a.router === router && isPart(partsOf(routers, a, kind), name)) ||
    (b?.router === router && isPart(partsOf(routers, b, kind), name))
  );
}

function isPart(parts: Parts, name: string): boolean {
  return typeof parts === "string" ? parts === name : (parts?.includes(name) ?? false);
}

/** The names of elements of one kind: one, several or none. */
type Parts = string | readonly string[] | null | undefined;

/** The elements of a kind that an end of a peering is made of. */
function partsOf(routers: Design["routers"], end: PeeringEnd, kind: ElementKind): Parts {
  switch (kind) {
    case "cryptoMapEntry":
      return `${end.cryptoMap} ${end.sequence}`;
    case "dynamicMapEntry":
      return dynamicNameOf(end);
    case "cryptoMap":
      return end.cryptoMap;
    case "interface":
      return end.interface;
    case "accessList":
      return bodyOf(routers, end)?.matchAddress;
    case "isakmpProfile":
      return bodyOf(routers, end)?.isakmpProfile;
    case "ikev2Profile":
      return bodyOf(routers, end)?.ikev2Profile;
    case "transformSet":
      return bodyOf(routers, end)?.transformSets;
    default:
      return undefined;
  }
}

function dynamicNameOf({ dynamicMap }: PeeringEnd): string | undefined {
  return dynamicMap ? `${dynamicMap.name} ${dynamicMap.sequence}` : undefined;
}

function bodyOf(routers: Design["routers"], end: PeeringEnd): CryptoMapEntryBody | undefined {
  const elements = routers.get(end.router)?.elements;
  const dynamicName = dynamicNameOf(end);
  if (dynamicName !== undefined) return elements?.dynamicMapEntry.get(dynamicName);
  return elements?.cryptoMapEntry.get(`${end.cryptoMap} ${end.sequence}`);
}

function endElements(routers: Design["routers"], end: PeeringEnd): readonly ElementName[] {
  const all: ElementName[] = [];
  for (const kind of partKinds) {
    const parts = partsOf(routers, end, kind);
    for (const name of typeof parts === "string" ? [parts] : (parts ?? []))
      all.push({ router: end.router, kind, name });
  }
  return all;
}

function isSameElement(one: ElementName, other: ElementName): boolean {
  return one.kind === other.kind && one.name === other.name && one.router === other.router;
}

function elementKey({ router, kind, name }: ElementName): string {
  return `${router}\n${kind}\n${name}`;
}

function enter<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
