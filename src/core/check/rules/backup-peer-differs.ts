import { nameIn, routerNames } from "../../derive/routerNames.ts";
import type { Design } from "../../model/design.ts";
import type { Place } from "../../model/router.ts";
import type { PeeringEnd } from "../../derive/peering.ts";
import type { JudgedPeering, Outcome } from "../../negotiate/trace.ts";
import { entryAt, entryPlace, entryTitle, staticEntries, type StaticCryptoEntry } from "../cryptoEntries.ts";
import { peerSites } from "../peerSites.ts";
import { perRouter } from "../perRouter.ts";
import { designRule } from "../rule.ts";

/** Whoever takes over has to take everything. */
export const backupPeerDiffers = designRule({
  id: "backup-peer-differs",
  severity: "error",
  fix: "man",
  docs: {
    what: "The redundant peers of an entry don't all answer for the same traffic.",
    why: "When the router goes over to the other peer, some of the traffic that passed before is refused.",
    remedy: "Give all peers of the entry the same policies, transform sets and mirrored access list.",
    source: "Cisco, Security for VPNs with IPsec, redundancy: all peers must carry the same policy",
  },
  messages: {
    differs: "{router}: {entry} lists {good} and {bad} as peers, but {flows} with {good} and not with {bad}.",
  },
  check(design, peerings, report) {
    const names = routerNames(design.routers);
    for (const { entry, ends } of redundantEntries(design, peerings)) {
      // Where peers stand at different sites, the entry itself is wrong, and multi-peer-as-multi-site says so.
      if (peerSites(design, entry).length > 0) continue;
      const best = ends.reduce((one, other) => (countUp(other) > countUp(one) ? other : one));
      for (const end of ends) {
        const lost = lostFlows(best, end);
        const [far] = end.judged.peering.a === end.own ? [end.judged.peering.b] : [end.judged.peering.a];
        const [good] = best.judged.peering.a === best.own ? [best.judged.peering.b] : [best.judged.peering.a];
        if (lost === 0 || !far || !good) continue;
        report({
          message: "differs",
          data: {
            router: nameIn(names, entry.router.id),
            entry: entryTitle(entry),
            good: nameIn(names, good.router),
            bad: nameIn(names, far.router),
            flows: lost === 1 ? "one flow comes up" : `${lost} flows come up`,
          },
          places: [entryPlace(entry, "peers", (end.own.peer?.position ?? 1) - 1), farPlace(far)],
        });
      }
    }
  },
});

interface RedundantEnd {
  readonly judged: JudgedPeering;
  readonly own: PeeringEnd;
}

const entriesWithPeers = perRouter((router) => staticEntries(router).filter((entry) => entry.body.peers.length > 1));

/** The static entries that have peerings with several routers, with those peerings. */
function redundantEntries(
  design: Design,
  peerings: readonly JudgedPeering[],
): readonly { readonly entry: StaticCryptoEntry; readonly ends: readonly [RedundantEnd, ...RedundantEnd[]] }[] {
  const several = new Set(entriesWithPeers(design).map((entry) => `${entry.router.id} ${entry.name}`));
  if (several.size === 0) return [];
  const groups = new Map<string, RedundantEnd[]>();
  for (const judged of peerings) {
    const { a, b } = judged.peering;
    if (!b) continue;
    for (const own of [a, b]) {
      if (own.dynamicMap || !own.peer) continue;
      const key = `${own.router} ${own.cryptoMap} ${own.sequence}`;
      if (!several.has(key)) continue;
      const group = groups.get(key);
      if (group) group.push({ judged, own });
      else groups.set(key, [{ judged, own }]);
    }
  }
  return [...groups.values()].flatMap((ends) => {
    const [first, ...others] = ends;
    if (!first || new Set(ends.map(({ own }) => own.peer?.position)).size < 2) return [];
    const { router, cryptoMap, sequence } = first.own;
    const entry = entryAt(design, { router, kind: "cryptoMapEntry", name: `${cryptoMap} ${sequence}` });
    return entry?.kind === "cryptoMapEntry" ? [{ entry, ends: [first, ...others] as const }] : [];
  });
}

/** By the line of the entry's own list: whether its flow comes up from this side. */
function outcomes({ judged, own }: RedundantEnd): ReadonlyMap<number, Outcome> {
  const isA = judged.peering.a === own;
  const found = new Map<number, Outcome>();
  judged.peering.flows.forEach((flow, index) => {
    const line = isA ? flow.a : flow.b;
    const verdict = judged.flows[index];
    if (line !== null && verdict) found.set(line, (isA ? verdict.aToB : verdict.bToA).outcome);
  });
  return found;
}

function countUp(end: RedundantEnd): number {
  return [...outcomes(end).values()].filter((outcome) => outcome === "established").length;
}

/** How many flows come up with the one and are known not to with the other. */
function lostFlows(best: RedundantEnd, other: RedundantEnd): number {
  const theirs = outcomes(other);
  let lost = 0;
  for (const [line, outcome] of outcomes(best)) {
    const there = theirs.get(line);
    if (outcome === "established" && there !== "established" && there !== "unknown") lost += 1;
  }
  return lost;
}

function farPlace({ router, cryptoMap, sequence, dynamicMap }: PeeringEnd): Place {
  return dynamicMap
    ? { router, kind: "dynamicMapEntry", name: `${dynamicMap.name} ${dynamicMap.sequence}` }
    : { router, kind: "cryptoMapEntry", name: `${cryptoMap} ${sequence}` };
}
