import { ownName } from "../../derive/routerNames.ts";
import { formatAddressSet, type Selector } from "../../derive/selector.ts";
import { selectorIndex, type SelectorIndex } from "../../derive/selectorIndex.ts";
import { mirroredEntry } from "../../edit/accessListMirror.ts";
import type { Router } from "../../model/router.ts";
import { ANY_ADDRESS, type AddressSet } from "../../net/wildcard.ts";
import { changeLine, cryptoLists, entryText, hasNoAny, linePlaces } from "../cryptoLists.ts";
import { intersectsAny, localNetworks } from "../localNetworks.ts";
import { routerRule } from "../rule.ts";
import { hasHoles } from "../wildcardSlip.ts";

/** A crypto list is written from its own router's side: what is here comes first. */
export const aclSourceNotLocal = routerRule({
  id: "acl-source-not-local",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "The source of a crypto access list's permit is no network of this router.",
    why: "Traffic that leaves has a local source, so the entry never matches. Most often the list was copied from the other end without being turned round.",
    remedy: "Put this router's network first and the peer's second.",
    source:
      "Cisco Technical Assistance Center, introduction to IPsec with crypto maps: the list is seen from the local router",
  },
  messages: {
    reversed:
      '{router}: "{line}" of ACL {list} has its sides the wrong way round: {destination} is a network of {router}, {source} is none.',
    notLocal:
      '{router}: "{line}" of ACL {list} protects what comes from {source}, but no interface, route or translation of {router} has that network.',
  },
  check(router, report) {
    const lists = cryptoLists(router);
    const local = lists.length > 0 ? localNetworks(router) : undefined;
    if (!local) return;
    let remote: SelectorIndex | undefined;
    for (const crypto of lists) {
      for (const { entry, identity } of crypto.permits) {
        const [selector] = identity.selectors;
        if (!selector || identity.selectors.length > 1 || !hasNoAny(selector)) continue;
        const { source, destination } = selector;
        if (hasHoles(source) || hasHoles(destination)) continue;
        if (intersectsAny(local.inside, source) || intersectsAny(local.others, source)) continue;
        const isReversed = intersectsAny(local.inside, destination);
        // A hub hands on what one of its sites sends to another.
        remote ??= remoteNetworks(router);
        if (!isReversed && remote.intersecting(towards(source)).length > 0) continue;
        const mirrored = mirroredEntry(entry);
        report({
          message: isReversed ? "reversed" : "notLocal",
          data: {
            router: ownName(router),
            line: entryText(entry),
            list: crypto.list.name,
            source: formatAddressSet(source),
            destination: formatAddressSet(destination),
          },
          places: linePlaces(crypto, entry),
          fixes: () =>
            isReversed
              ? [
                  {
                    title: `Turn it round: ${entryText(mirrored)}`,
                    safe: false,
                    edits: [changeLine(router, crypto.list, entry.sequence, () => mirrored)],
                  },
                ]
              : [],
        });
      }
    }
  },
});

/** The destinations of all permits: the networks behind the peers. */
function remoteNetworks(router: Router): SelectorIndex {
  return selectorIndex(
    cryptoLists(router).flatMap(({ permits }) =>
      permits.map(({ identity }) => identity.selectors.map(({ destination }) => towards(destination))),
    ),
  );
}

function towards(destination: AddressSet): Selector {
  return { protocol: "ip", source: ANY_ADDRESS, sourcePorts: null, destination, destinationPorts: null };
}
