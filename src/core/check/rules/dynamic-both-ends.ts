import type { DynamicEnd } from "../../derive/bids.ts";
import { routerBids } from "../../derive/bids.ts";
import { mirror, relationOf, type ProxyIdentity } from "../../derive/proxyIdentity.ts";
import { nameIn, routerNames } from "../../derive/routerNames.ts";
import { selectorIndex } from "../../derive/selectorIndex.ts";
import type { Place } from "../../model/router.ts";
import { setsIntersect } from "../../net/wildcard.ts";
import { perRouter } from "../perRouter.ts";
import { designRule } from "../rule.ts";

/** Two ends that both wait for the other to call. Dynamic entries make no peering of their own, so the lists tell who is meant. */
export const dynamicBothEnds = designRule({
  id: "dynamic-both-ends",
  severity: "error",
  fix: "man",
  docs: {
    what: "Two routers protect mirrored traffic by dynamic crypto map entries, and neither has a static entry for the other.",
    why: "A dynamic entry never starts a negotiation, so nobody calls first.",
    remedy: "Give one of them a static entry with the other's address as its peer.",
    source: "Cisco IOS XE, Security for VPNs with IPsec: dynamic crypto maps do not initiate",
  },
  messages: {
    nobodyStarts:
      "{near} and {far} protect the same traffic by dynamic entries {nearEntry} and {farEntry} only, so neither can start.",
  },
  check(design, peerings, report) {
    const ends = listedEnds(design);
    if (new Set(ends.map(({ end }) => end.router.id)).size < 2) return;
    const linked = new Set(
      peerings.flatMap(({ peering: { a, b } }) => (b ? [`${a.router} ${b.router}`, `${b.router} ${a.router}`] : [])),
    );
    const index = selectorIndex(ends.map(({ identity }) => identity.selectors));
    const names = routerNames(design.routers);
    const told = new Set<string>();
    ends.forEach(({ end, identity }, position) => {
      const wanted = mirror(identity);
      for (const found of wanted.selectors.flatMap((selector) => index.intersecting(selector))) {
        const other = ends[found];
        if (!other || found <= position || other.end.router === end.router) continue;
        if (relationOf(identity, mirror(other.identity)) !== "exact") continue;
        const [nearEntry, farEntry] = [entryName(end), entryName(other.end)];
        const pair = [end.router.id, nearEntry, other.end.router.id, farEntry].join(" ");
        if (told.has(pair) || linked.has(`${end.router.id} ${other.end.router.id}`)) continue;
        told.add(pair);
        report({
          message: "nobodyStarts",
          data: {
            near: nameIn(names, end.router.id),
            far: nameIn(names, other.end.router.id),
            nearEntry,
            farEntry,
          },
          places: [placeOf(end), placeOf(other.end)],
        });
      }
    });
  },
});

interface ListedEnd {
  readonly end: DynamicEnd;
  readonly identity: ProxyIdentity;
}

/** What dynamic entries protect, where their lists tell one side from the other: a list for all sites of a company tells nobody. */
const listedEnds = perRouter((router): readonly ListedEnd[] =>
  routerBids(router).listeners.flatMap(({ ends }) =>
    ends.flatMap((end) =>
      (end.dynamic.accessList?.permits ?? [])
        .filter((identity) =>
          identity.selectors.every(({ source, destination }) => !setsIntersect(source, destination)),
        )
        .map((identity) => ({ end, identity })),
    ),
  ),
);

function entryName({ dynamic: { entry } }: DynamicEnd): string {
  return `${entry.map} ${entry.sequence}`;
}

function placeOf(end: DynamicEnd): Place {
  return { router: end.router.id, kind: "dynamicMapEntry", name: entryName(end) };
}
