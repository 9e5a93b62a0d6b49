import { nameIn, routerNames } from "../../derive/routerNames.ts";
import { numberedList } from "../../edit/accessListLines.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import { LAST_SEQUENCE } from "../../edit/entrySequences.ts";
import type { Edit } from "../../edit/edit.ts";
import { freeName } from "../../edit/freeName.ts";
import { accessListEntries } from "../../model/accessList.ts";
import type { Design } from "../../model/design.ts";
import { changeEntry, entryPlace, entryTitle, staticEntries, type StaticCryptoEntry } from "../cryptoEntries.ts";
import type { Fix } from "../finding.ts";
import { peerSites, type PeerSite } from "../peerSites.ts";
import { perRouter } from "../perRouter.ts";
import { designRule } from "../rule.ts";

/** Several `set peer` lines are for backup; they don't make one entry serve several sites. */
export const multiPeerAsMultiSite = designRule({
  id: "multi-peer-as-multi-site",
  severity: "error",
  fix: "auto",
  docs: {
    what: "An entry lists peers of different sites, and its list holds traffic for each of them.",
    why: "`set peer` lists are for redundancy: all traffic goes to the peer that answers, and that one refuses what lies behind the other site.",
    remedy: "Make an entry for each site, with its own peer and its own access list.",
    source: "Cisco IOS Security Command Reference, set peer (IPSec); published laboratory results",
  },
  messages: {
    sites:
      "{router}: {entry} lists {peers} as peers, which stand at different sites; only one of them gets the traffic.",
  },
  check(design, _peerings, report) {
    const names = routerNames(design.routers);
    for (const entry of entriesWithPeers(design)) {
      const sites = peerSites(design, entry);
      if (sites.length === 0) continue;
      report({
        message: "sites",
        data: {
          router: nameIn(names, entry.router.id),
          entry: entryTitle(entry),
          peers: sites.flatMap((site) => site.routers.map(({ id }) => nameIn(names, id))).join(" and "),
        },
        places: [
          ...sites
            .slice(1)
            .flatMap(({ peers }) => peers.map((peer) => entryPlace(entry, "peers", entry.body.peers.indexOf(peer)))),
          entryPlace(entry, "matchAddress"),
        ],
        fixes: splitFixes(design, entry, sites),
      });
    }
  },
});

const entriesWithPeers = perRouter((router) => staticEntries(router).filter((entry) => entry.body.peers.length > 1));

/** The first site keeps the entry; each other one gets its peers and its lines in an entry right behind. */
function splitFixes(design: Design, entry: StaticCryptoEntry, sites: readonly PeerSite[]): readonly Fix[] {
  const { elements, id } = entry.router;
  const list = elements.accessList.get(entry.body.matchAddress ?? "");
  const [first, ...others] = sites;
  if (!list || !first || others.some((site) => site.permits.length === 0)) return [];
  const names = routerNames(design.routers);
  const moved = new Set(others.flatMap((site) => site.permits.map((permit) => permit.sequence)));
  const gone = new Set(others.flatMap((site) => site.peers));
  const sequences = freeSequencesBehind(entry, others.length);
  if (!sequences) return [];
  const edits: Edit[] = [
    putEdit(id, "accessList", { ...list, lines: list.lines.filter((line) => !moved.has(line.sequence)) }),
    changeEntry(entry, { peers: entry.body.peers.filter((peer) => !gone.has(peer)) }),
  ];
  const made = new Set<string>();
  others.forEach((site, index) => {
    const wanted = `${list.name}-${nameIn(names, site.routers[0]?.id ?? id).replace(/[^\w-]+/g, "-")}`;
    const name = freeName(wanted, (one) => elements.accessList.has(one) || made.has(one));
    made.add(name);
    const own = new Set(site.permits.map((permit) => permit.sequence));
    const lines = accessListEntries(list).filter((line) => own.has(line.sequence));
    const { description: _description, ...body } = entry.entry;
    edits.push(
      putEdit(id, "accessList", numberedList(name, lines)),
      putEdit(id, "cryptoMapEntry", {
        ...body,
        sequence: sequences[index] ?? 0,
        peers: site.peers,
        matchAddress: name,
      }),
    );
  });
  return [{ title: `Split ${entryTitle(entry)} into an entry for each site`, safe: false, edits }];
}

/** The first numbers behind an entry that its map has not got; undefined where they run out. */
function freeSequencesBehind({ router, entry }: StaticCryptoEntry, count: number): readonly number[] | undefined {
  const free: number[] = [];
  for (let sequence = entry.sequence + 1; free.length < count; sequence += 1) {
    if (sequence > LAST_SEQUENCE) return undefined;
    if (!router.elements.cryptoMapEntry.has(`${entry.map} ${sequence}`)) free.push(sequence);
  }
  return free;
}
