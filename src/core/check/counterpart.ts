import type { AccessList, AccessListEntry } from "../model/accessList.ts";
import type { CryptoMapEntryBody } from "../model/cryptoMap.ts";
import type { Design } from "../model/design.ts";
import type { Place, Router } from "../model/router.ts";
import type { PeeringEnd } from "../derive/peering.ts";
import { nameIn, routerNames } from "../derive/routerNames.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import { mirroredEntry } from "../edit/accessListMirror.ts";
import { numberedList } from "../edit/accessListLines.ts";

/** What the other end of an entry's peering has: where an entry lacks something, its peer tells what it should have been. */
export interface Counterpart {
  readonly router: Router;
  /** Its display name. */
  readonly name: string;
  readonly end: PeeringEnd;
  readonly body: CryptoMapEntryBody;
  readonly accessList: AccessList | undefined;
}

/** The first router of the design that answers an entry, static or dynamic; undefined where none does. */
export function counterpartOf(
  design: Design,
  peerings: readonly JudgedPeering[],
  entry: Pick<Place, "router" | "kind" | "name">,
): Counterpart | undefined {
  for (const { peering } of peerings) {
    const { a, b } = peering;
    const far = isEnd(a, entry) ? b : b && isEnd(b, entry) ? a : null;
    const router = far && design.routers.get(far.router);
    const body = far && router && bodyOf(router, far);
    if (!far || !router || !body) continue;
    const accessList = body.matchAddress === undefined ? undefined : router.elements.accessList.get(body.matchAddress);
    return { router, name: nameIn(routerNames(design.routers), router.id), end: far, body, accessList };
  }
  return undefined;
}

/** The permits of the other end's list, turned round, as a list of this end; undefined where it has none that can be turned. */
export function mirroredList(counterpart: Counterpart | undefined, name: string): AccessList | undefined {
  const permits = (counterpart?.accessList?.lines ?? []).filter(
    (line): line is AccessListEntry =>
      line.kind === "entry" &&
      line.action === "permit" &&
      line.serviceGroup === undefined &&
      line.source.kind === "addresses" &&
      line.destination.kind === "addresses",
  );
  if (permits.length === 0 || counterpart?.accessList?.type !== "extended") return undefined;
  return numberedList(name, permits.map(mirroredEntry));
}

function isEnd(end: PeeringEnd, { router, kind, name }: Pick<Place, "router" | "kind" | "name">): boolean {
  if (end.router !== router) return false;
  return kind === "dynamicMapEntry"
    ? end.dynamicMap !== null && name === `${end.dynamicMap.name} ${end.dynamicMap.sequence}`
    : name === `${end.cryptoMap} ${end.sequence}`;
}

function bodyOf(router: Router, end: PeeringEnd): CryptoMapEntryBody | undefined {
  const { dynamicMap } = end;
  return dynamicMap
    ? router.elements.dynamicMapEntry.get(`${dynamicMap.name} ${dynamicMap.sequence}`)
    : router.elements.cryptoMapEntry.get(`${end.cryptoMap} ${end.sequence}`);
}
