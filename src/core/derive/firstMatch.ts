import type { NormalAccessList } from "./cryptoAccessList.ts";
import type { ProxyIdentity } from "./proxyIdentity.ts";
import { intersectSelectors, selectorCovers, subtractSelector, type Selector } from "./selector.ts";

/** A part of some traffic, and the entry that decides about it; undefined where no entry matches. */
export interface MatchedPart {
  readonly traffic: Selector;
  readonly identity: ProxyIdentity | undefined;
}

/** Beyond so many pieces a list is too scattered to be followed exactly; what is left counts as unmatched. */
const mostPieces = 512;

/** Which entry of a list decides about which part of some traffic: the first one that matches, as IOS has it. */
export function firstMatches(list: NormalAccessList, traffic: Selector): readonly MatchedPart[] {
  const position = list.index.first(traffic);
  const nearest = position < 0 ? undefined : list.identities[position];
  // Most often the first entry that has to do with the traffic decides about all of it.
  if (!nearest || takesWhole(nearest, traffic)) return [{ traffic, identity: nearest }];
  const positions = list.index.intersecting(traffic);
  const parts: MatchedPart[] = [];
  let rest: readonly Selector[] = [traffic];
  for (const position of positions) {
    const identity = list.identities[position];
    if (!identity || rest.length === 0 || rest.length > mostPieces) break;
    if (!decides(identity)) continue;
    for (const selector of identity.selectors) rest = taking(parts, identity, selector, rest);
  }
  for (const piece of rest) parts.push({ traffic: piece, identity: undefined });
  return parts;
}

/** A deny of fragments or of one type of message alone doesn't decide about the rest of its traffic. */
function decides({ action, extras }: ProxyIdentity): boolean {
  return action === "permit" || extras.length === 0;
}

function takesWhole(identity: ProxyIdentity, traffic: Selector): boolean {
  const [only] = identity.selectors;
  return only !== undefined && identity.selectors.length === 1 && decides(identity) && selectorCovers(only, traffic);
}

/** Takes a selector's share out of the pieces that earlier entries left, and answers what is left for later ones. */
function taking(
  parts: MatchedPart[],
  identity: ProxyIdentity,
  selector: Selector,
  pieces: readonly Selector[],
): readonly Selector[] {
  const left: Selector[] = [];
  for (const piece of pieces) {
    if (selectorCovers(selector, piece)) {
      parts.push({ traffic: piece, identity });
      continue;
    }
    const common = intersectSelectors(piece, selector);
    if (common) {
      parts.push({ traffic: common, identity });
      left.push(...subtractSelector(piece, selector));
    } else left.push(piece);
  }
  return left;
}

/** What a list does with some traffic: all permitted, none (the implicit deny included), or only some of it. */
export function filterOf(list: NormalAccessList, traffic: Selector): "all" | "none" | "some" {
  const parts = firstMatches(list, traffic);
  const permitted = parts.filter((part) => part.identity?.action === "permit").length;
  if (permitted === 0) return "none";
  return permitted === parts.length ? "all" : "some";
}
