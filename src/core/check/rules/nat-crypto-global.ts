import { prefixesOfRange } from "../../derive/proxyIdentity.ts";
import { ownName } from "../../derive/routerNames.ts";
import type { Router } from "../../model/router.ts";
import { formatIpv4, prefixOfMask } from "../../net/ipv4.ts";
import { hostSet, setOfPrefix, setsIntersect, type AddressSet } from "../../net/wildcard.ts";
import { cryptoLists, entryText, isAny, linePlaces } from "../cryptoLists.ts";
import { localNetworks, intersectsAny } from "../localNetworks.ts";
import { routerRule } from "../rule.ts";

/** Translating into the tunnel is a design of its own, and a list that looks wrong is then right. */
export const natCryptoGlobal = routerRule({
  id: "nat-crypto-global",
  severity: "info",
  fix: "none",
  docs: {
    what: "The source of a crypto access list's permit is what this router translates to.",
    why: "Translation comes before the crypto map, so a list that protects translated traffic has to name the translated address. That is fine where it is meant.",
    remedy: "Nothing, as long as the peer's list names the same translated address as its destination.",
    source: "Cisco order of operations: NAT inside to outside before crypto; Cisco Press on IKE phase 2 selectors",
  },
  messages: {
    translated:
      '{router}: "{line}" of ACL {list} protects what is translated to {global} first, which is right if it is meant.',
  },
  check(router, report) {
    const globals = globalsOf(router);
    if (globals.length === 0) return;
    const inside = localNetworks(router)?.inside ?? [];
    for (const crypto of cryptoLists(router)) {
      for (const { entry, identity } of crypto.permits) {
        const sources = identity.selectors.map((one) => one.source).filter((one) => !isAny(one));
        const found = globals.find(({ set }) =>
          sources.some((source) => setsIntersect(source, set) && !intersectsAny(inside, source)),
        );
        if (!found) continue;
        report({
          message: "translated",
          data: { router: ownName(router), line: entryText(entry), list: crypto.list.name, global: found.text },
          places: linePlaces(crypto, entry),
        });
      }
    }
  },
});

function globalsOf({ elements }: Router): readonly { readonly set: AddressSet; readonly text: string }[] {
  const pools = [...elements.natPool.values()].flatMap(({ name, start, end }) =>
    prefixesOfRange(start, end).map((set) => ({ set, text: `pool ${name}` })),
  );
  const statics = [...elements.staticNat.values()].flatMap(({ global, networkMask }) => {
    if (global.kind !== "address") return [];
    const prefix = networkMask === undefined ? undefined : prefixOfMask(global.address, networkMask);
    return [{ set: prefix ? setOfPrefix(prefix) : hostSet(global.address), text: formatIpv4(global.address) }];
  });
  return [...pools, ...statics];
}
