import { sameItems } from "../derive/identityMemo.ts";
import type { PeeringEnd } from "../derive/peering.ts";
import type { Design } from "../model/design.ts";
import type { ElementKind, Place } from "../model/router.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import type { Found } from "./found.ts";
import { allRefusals } from "./projection.ts";

/**
 * Findings with the peerings that each concerns: those whose ends are made of an element that it is about, and those that the engine
 * fails or leaves open under its rule for the same element. Rules about one router can't know this themselves, nor that what they
 * warn of keeps a tunnel down. A stable list is one that comes again as the same object, as a hub's does with each of its spokes;
 * what each peering has to do with it is then remembered.
 */
export function withPeerings(
  design: Design,
  peerings: readonly JudgedPeering[],
  findings: readonly Found[],
  isStable: boolean,
): readonly Found[] {
  if (findings.length === 0 || peerings.length === 0) return findings;
  let byElement: ReadonlyMap<string, readonly number[]> | undefined;
  const concerned = new Map<number, string[]>();
  const failing = new Set<number>();
  for (const judged of peerings) {
    const contents = contentsOf(design, judged);
    let link = isStable ? contents.links.get(findings) : undefined;
    if (!link) {
      link =
        findings.length < fewFindings
          ? linkOfFew(contents, findings)
          : linkOf(contents, findings, (byElement ??= elementsIn(findings)));
      if (isStable) contents.links.set(findings, link);
    }
    for (const index of link.concerned) enter(concerned, index, judged.peering.id);
    for (const index of link.failing) failing.add(index);
  }
  return findings.map((finding, index) => {
    const more = concerned.get(index);
    return more ? concerning(finding, more, failing.has(index)) : finding;
  });
}

/** By position among the findings. */
interface Link {
  readonly concerned: readonly number[];
  readonly failing: readonly number[];
}

/** Fewer findings than this are each looked up among what a peering is made of, rather than the other way round. */
const fewFindings = 12;

function linkOfFew({ elements, blamed }: Contents, findings: readonly Found[]): Link {
  const concerned: number[] = [];
  const failing: number[] = [];
  findings.forEach(({ rule, places }, index) => {
    const keys = places.map(elementKey);
    const blames = blamed.filter((one) => one.rule === rule && keys.includes(one.element));
    if (blames.length > 0 || keys.some((key) => elements.has(key))) concerned.push(index);
    if (blames.some((one) => one.fails)) failing.push(index);
  });
  return { concerned, failing };
}

function linkOf(
  { elements, blamed }: Contents,
  findings: readonly Found[],
  byElement: ReadonlyMap<string, readonly number[]>,
): Link {
  const concerned = new Set<number>();
  const failing = new Set<number>();
  for (const element of elements) for (const index of byElement.get(element) ?? []) concerned.add(index);
  for (const { rule, element, fails } of blamed) {
    for (const index of byElement.get(element) ?? []) {
      if (findings[index]?.rule !== rule) continue;
      concerned.add(index);
      if (fails) failing.add(index);
    }
  }
  return { concerned: [...concerned], failing: [...failing] };
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

interface Contents {
  /** What the two ends are made of. */
  readonly elements: ReadonlySet<string>;
  readonly links: WeakMap<readonly Found[], Link>;
  readonly blamed: readonly { readonly rule: string; readonly element: string; readonly fails: boolean }[];
}

const remembered = new WeakMap<JudgedPeering, Contents>();

/** A judged peering is made anew whenever one of the elements that it is made of changes. */
function contentsOf(design: Design, judged: JudgedPeering): Contents {
  let contents = remembered.get(judged);
  if (!contents) {
    const { a, b } = judged.peering;
    contents = {
      elements: new Set([...endElements(design, a), ...(b ? endElements(design, b) : [])]),
      links: new WeakMap(),
      blamed: blamedElements(judged),
    };
    remembered.set(judged, contents);
  }
  return contents;
}

function endElements(design: Design, end: PeeringEnd): readonly string[] {
  const elements = design.routers.get(end.router)?.elements;
  const key = (kind: ElementKind, name: string | undefined) =>
    name === undefined ? [] : [elementKey({ router: end.router, kind, name })];
  const entryName = `${end.cryptoMap} ${end.sequence}`;
  const dynamicName = end.dynamicMap ? `${end.dynamicMap.name} ${end.dynamicMap.sequence}` : undefined;
  const entry = elements?.cryptoMapEntry.get(entryName);
  const body = dynamicName === undefined ? entry : elements?.dynamicMapEntry.get(dynamicName);
  return [
    ...key("cryptoMapEntry", entryName),
    ...key("dynamicMapEntry", dynamicName),
    ...key("cryptoMap", end.cryptoMap),
    ...key("interface", end.interface ?? undefined),
    ...key("accessList", body?.matchAddress),
    ...key("isakmpProfile", body?.isakmpProfile),
    ...key("ikev2Profile", body?.ikev2Profile),
    ...(body?.transformSets ?? []).flatMap((name) => key("transformSet", name)),
  ];
}

function blamedElements(judged: JudgedPeering): Contents["blamed"] {
  const blamed = new Map<string, Contents["blamed"][number]>();
  for (const { rule, places, failedAt } of allRefusals(judged)) {
    const fails = failedAt !== undefined;
    for (const place of places) {
      const element = elementKey(place);
      const key = `${rule}\n${element}`;
      if (!blamed.get(key)?.fails) blamed.set(key, { rule, element, fails });
    }
  }
  return [...blamed.values()];
}

function elementKey({ router, kind, name }: Pick<Place, "router" | "kind" | "name">): string {
  return `${router}\n${kind}\n${name}`;
}

function enter<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
