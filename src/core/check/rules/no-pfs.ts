import { nameIn, routerNames } from "../../derive/routerNames.ts";
import type { DiffieHellmanGroup } from "../../model/isakmp.ts";
import { changeEntry, cryptoEntries, entryAt, entryPlace, entryTitle, type CryptoEntry } from "../cryptoEntries.ts";
import { entriesAtOtherEnds } from "../otherEnds.ts";
import { servesClients } from "../remoteAccess.ts";
import { perRouter } from "../perRouter.ts";
import { designRule } from "../rule.ts";

/** Without PFS the keys of all associations come from one exchange. */
export const noPfs = designRule({
  id: "no-pfs",
  severity: "info",
  fix: "ask",
  docs: {
    what: "A crypto map entry that negotiates with IKE has no `set pfs`.",
    why: "Whoever gets the keys of phase 1 can derive those of every security association that it made.",
    remedy: "Consider `set pfs` with the same group at both ends; it costs an exchange per rekey.",
    source: "Cisco IOS Security Command Reference, set pfs",
  },
  messages: { none: "{router}: {entry} has no perfect forward secrecy." },
  check(design, peerings, report) {
    const names = routerNames(design.routers);
    const bare = bareEntries(design);
    if (bare.length === 0) return;
    const otherEnds = entriesAtOtherEnds(design, peerings);
    for (const entry of bare) {
      // A dynamic entry without PFS takes a peer that has it, and serves others that have not.
      const others = otherEnds(entry).filter(({ kind, body }) => kind === "cryptoMapEntry" || body.pfs !== undefined);
      const theirs = others.flatMap(({ body }) => (typeof body.pfs === "number" ? [body.pfs] : []));
      const choices = [...new Set([...theirs, ...modern])].map((group) => `group ${group}`);
      report({
        message: "none",
        data: { router: nameIn(names, entry.router.id), entry: entryTitle(entry) },
        places: [
          entryPlace(entry),
          ...others.map((one) => entryPlace(one, one.body.pfs === undefined ? undefined : "pfs")),
        ],
        fixes: [
          {
            title: `Set PFS in ${entryTitle(entry)}${others.length > 0 ? " and at its peer" : ""}`,
            safe: false,
            edits: [],
            needs: { label: "PFS group", type: "choice", choices },
          },
        ],
      });
    }
  },
  complete(design, _fix, places, value) {
    const pfs = Number(value.replace("group ", "")) as DiffieHellmanGroup;
    return places.flatMap((place) => {
      const entry = entryAt(design, place);
      return entry ? [changeEntry(entry, { pfs })] : [];
    });
  },
});

/** Groups that are neither weak nor slow, the most widely known first. Reference: strength table of the Cisco cryptography guide. */
const modern: readonly DiffieHellmanGroup[] = [14, 19, 20, 21];

const bareEntries = perRouter((router) =>
  cryptoEntries(router).filter((entry) => entry.body.pfs === undefined && mayHavePfs(entry)),
);

/** Manual keys are never made anew, and clients bring their own idea of PFS. */
function mayHavePfs(entry: CryptoEntry): boolean {
  return entry.kind === "cryptoMapEntry" ? entry.entry.type === "ipsec-isakmp" : !servesClients(entry.router, entry);
}
