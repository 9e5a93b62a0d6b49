import { cryptoMapSets, type CryptoMapSet } from "../../derive/cryptoMapSet.ts";
import { addressesOf } from "../../derive/addressOwners.ts";
import { ownName } from "../../derive/routerNames.ts";
import { routingTable } from "../../derive/routes.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import type { Design } from "../../model/design.ts";
import type { Router } from "../../model/router.ts";
import { prefixOf } from "../../net/ipv4.ts";
import type { JudgedPeering } from "../../negotiate/trace.ts";
import { counterpartOf } from "../counterpart.ts";
import { routerRule } from "../rule.ts";

/** A crypto map does something only where an interface carries it. */
export const mapUnapplied = routerRule({
  id: "map-unapplied",
  severity: "error",
  fix: "ask",
  docs: {
    what: "No interface carries the crypto map.",
    why: "The map has no effect: nothing is encrypted, and no negotiation is answered.",
    remedy: "Apply it with `crypto map NAME` on the interface that the way to the peers leaves by.",
    source: "Cisco, Security for VPNs with IPsec, Applying Crypto Map Sets to Interfaces",
  },
  messages: { unapplied: "{router}: no interface carries crypto map {map}, so it has no effect." },
  check(router, report) {
    for (const set of cryptoMapSets(router.elements).values()) {
      const [first] = set.entries;
      if (set.carriers.length > 0 || !first) continue;
      report({
        message: "unapplied",
        data: { router: ownName(router), map: set.name },
        places: [{ router: router.id, kind: "cryptoMapEntry", name: `${set.name} ${first.entry.sequence}` }],
        fixes: ({ design, peerings }) => {
          const choices = freeInterfaces(router);
          const suggestion = likelyInterface(design, peerings, router, set, choices);
          if (choices.length === 0) return [];
          return [
            {
              title: `Apply crypto map ${set.name} on ${ownName(router)}`,
              safe: false,
              edits: [],
              needs: {
                label: "Interface towards the peers",
                type: "choice",
                choices,
                ...(suggestion !== undefined && { suggestion }),
              },
            },
          ];
        },
      });
    }
  },
  complete(design, _fix, [place], value) {
    const elements = design.routers.get(place.router)?.elements;
    const map = elements?.cryptoMapEntry.get(place.name)?.map;
    const one = elements?.interface.get(value);
    return map !== undefined && one ? [putEdit(place.router, "interface", { ...one, cryptoMap: { name: map } })] : [];
  },
});

/** Interfaces that could carry a map: with an address, up, and without a map of their own. */
function freeInterfaces(router: Router): readonly string[] {
  return [...router.elements.interface.values()]
    .filter((one) => one.address && !one.shutdown && !one.cryptoMap)
    .filter((one) => !/^(Loopback|Tunnel|Virtual-Template|Null)/.test(one.name))
    .map((one) => one.name);
}

/** Where the peers look for this router; else the way out to the first peer. */
function likelyInterface(
  design: Design,
  peerings: readonly JudgedPeering[],
  router: Router,
  set: CryptoMapSet,
  choices: readonly string[],
): string | undefined {
  const own = addressesOf(router.elements);
  for (const { entry } of set.entries) {
    const name = `${entry.map} ${entry.sequence}`;
    const far = counterpartOf(design, peerings, { router: router.id, kind: "cryptoMapEntry", name });
    for (const { peer } of far?.body.peers ?? []) {
      const found = peer.kind === "address" ? own.get(peer.address) : undefined;
      if (found !== undefined && choices.includes(found)) return found;
    }
  }
  for (const peer of set.byPeer.keys()) {
    const answer = routingTable(router.elements).lookUp(prefixOf(peer, 32));
    const exit = answer.kind === "known" ? answer.choices[0]?.interface : undefined;
    if (exit !== undefined && choices.includes(exit)) return exit;
  }
  return undefined;
}
