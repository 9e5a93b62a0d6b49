import { firstMatches } from "../../derive/firstMatch.ts";
import { covers, type ProxyIdentity } from "../../derive/proxyIdentity.ts";
import { ownName } from "../../derive/routerNames.ts";
import { insertLines, withoutLines } from "../../edit/accessListLines.ts";
import type { AccessListLine } from "../../model/accessList.ts";
import type { Router } from "../../model/router.ts";
import { entryPlace } from "../cryptoEntries.ts";
import { cryptoLists, linePlace, putNumberedList, type CryptoList } from "../cryptoLists.ts";
import type { Fix } from "../finding.ts";
import { routerRule } from "../rule.ts";

/** A line that earlier lines of its list leave nothing to. */
export const aceShadowed = routerRule({
  id: "ace-shadowed",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "A line of a crypto access list is never matched, since earlier lines take all of its traffic.",
    why: "What the line says does not happen. Where the earlier lines say the opposite, traffic leaves in clear that was to be protected, or the other way round.",
    remedy: "Put the more specific line first, or take out the one that says nothing.",
    source: "Cisco, Security for VPNs with IPsec, Crypto Access Lists: the first match decides",
  },
  messages: {
    sameAction:
      "{router}: line {line} of ACL {list} is never matched: {lines} {earlier} {take} all of its traffic before it.",
    opposite:
      "{router}: line {line} of ACL {list} ({action}) is never matched: {lines} {earlier} ({otherAction}) {take} all of its traffic before it.",
  },
  check(router, report) {
    for (const cryptoList of cryptoLists(router)) {
      const { list, normal } = cryptoList;
      for (const identity of normal.identities) {
        const takers = takersOf(cryptoList, identity);
        const [first] = takers;
        if (!first) continue;
        const opposite = takers.every((taker) => taker.action !== identity.action);
        report({
          message: opposite ? "opposite" : "sameAction",
          severity: opposite ? "error" : "warning",
          data: {
            router: ownName(router),
            list: list.name,
            line: identity.sequence,
            lines: takers.length === 1 ? "line" : "lines",
            earlier: takers.map(({ sequence }) => sequence).join(", "),
            take: takers.length === 1 ? "takes" : "take",
            action: identity.action,
            otherAction: first.action,
          },
          places: [
            linePlace(router, list.name, identity.sequence),
            ...takers.map((taker) => linePlace(router, list.name, taker.sequence)),
            ...cryptoList.users.map((user) => entryPlace(user, "matchAddress")),
          ],
          fixes: fixesOf(router, cryptoList, identity, opposite ? first : undefined),
        });
      }
    }
  },
});

/** The earlier lines that leave a line nothing; empty where it gets some traffic, or is one of two equals. */
function takersOf({ normal }: CryptoList, identity: ProxyIdentity): readonly ProxyIdentity[] {
  const takers = new Set<ProxyIdentity>();
  for (const selector of identity.selectors) {
    for (const part of firstMatches(normal, selector)) {
      if (!part.identity || part.identity.sequence >= identity.sequence) return [];
      // What a line wants beyond a selector is not in the selector, so such a line may leave some packets to later ones.
      if (part.identity.extras.length > 0) return [];
      takers.add(part.identity);
    }
  }
  const isTwin = (one: ProxyIdentity) => one.action === "permit" && covers(one, identity) && covers(identity, one);
  return identity.action === "permit" && [...takers].some(isTwin) ? [] : [...takers];
}

function fixesOf(
  router: Router,
  { list }: CryptoList,
  identity: ProxyIdentity,
  opposite: ProxyIdentity | undefined,
): readonly Fix[] {
  const line = list.lines.find((one) => one.sequence === identity.sequence);
  const without = withoutLines(list, (one) => one.sequence === identity.sequence);
  if (!opposite) {
    return [
      {
        title: `Take line ${identity.sequence} out of ACL ${list.name}`,
        // A line that is never matched selects nothing.
        safe: true,
        edits: [putNumberedList(router, without)],
      },
    ];
  }
  if (!line) return [];
  // A line that says the opposite was meant as an exception, so it is not simply dropped.
  const index = without.lines.findIndex((one: AccessListLine) => one.sequence === opposite.sequence);
  return [
    {
      title: `Move line ${identity.sequence} of ACL ${list.name} before line ${opposite.sequence}`,
      safe: false,
      edits: [putNumberedList(router, insertLines(without, index, [line]))],
    },
  ];
}
