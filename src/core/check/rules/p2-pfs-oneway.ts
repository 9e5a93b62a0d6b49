import type { DiffieHellmanGroup } from "../../model/isakmp.ts";
import { changeEntry, entryAt } from "../cryptoEntries.ts";
import { oneWaySeverity } from "../keptDown.ts";
import { projectedRule } from "../projectedRule.ts";
import { designOfPair } from "../selectorFixes.ts";

/** A responder that wants PFS refuses an initiator without; one without accepts it. */
export const p2PfsOneway = projectedRule({
  id: "p2-pfs-oneway",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "Only one of two entries has `set pfs`.",
    why: "The side with PFS refuses a quick mode that offers none, so only that side can bring the tunnel up.",
    remedy: "Give both entries the same PFS group.",
    source: "Cisco IOS Security Command Reference, set pfs; one-way success is shown by published lab transcripts",
  },
  messages: { onlyFar: "{far} has {farValue} and {near} has {nearValue}, so {near} can't start the tunnel." },
  message: () => "onlyFar",
  severityOf: oneWaySeverity,
  fixes(_judged, routers, refusal) {
    const design = designOfPair(routers);
    const [without, having] = refusal.places.map((place) => entryAt(design, place));
    const pfs = having?.body.pfs;
    if (!without || !having || pfs === undefined) return [];
    const { pfs: _pfs, ...rest } = having.entry;
    const { near, far } = refusal.data;
    return [
      {
        title: `Set PFS ${groupWord(pfs)} in ${without.name} on ${near} too`,
        safe: false,
        edits: [changeEntry(without, { pfs })],
      },
      {
        title: `Remove PFS from ${having.name} on ${far}`,
        safe: false,
        edits: [
          {
            op: "put",
            key: { router: having.router.id, kind: having.kind, name: having.name },
            element: rest as typeof having.entry,
          },
        ],
      },
    ];
  },
});

function groupWord(pfs: DiffieHellmanGroup | "bare"): string {
  return pfs === "bare" ? "without a group" : `group ${String(pfs)}`;
}
