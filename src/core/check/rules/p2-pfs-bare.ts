import { nameIn, routerNames } from "../../derive/routerNames.ts";
import { dialectOf } from "../../derive/dialect.ts";
import type { DiffieHellmanGroup } from "../../model/isakmp.ts";
import { changeEntry, cryptoEntries, entryAt, entryPlace, entryTitle } from "../cryptoEntries.ts";
import { entriesAtOtherEnds } from "../otherEnds.ts";
import { perRouter } from "../perRouter.ts";
import { designRule } from "../rule.ts";

/** A bare `set pfs` is group 1, or whatever the release makes of it. */
export const p2PfsBare = designRule({
  id: "p2-pfs-bare",
  severity: "info",
  fix: "ask",
  docs: {
    what: "An entry has `set pfs` without a group.",
    why: "Classic IOS takes group 1, the weakest there is; recent IOS-XE has no default for it.",
    remedy: "Name a group of at least 2048 bits, the same at both ends.",
    source: "Cisco IOS Security Command Reference, set pfs; IOS-XE YANG models",
  },
  messages: {
    weakest: "{router}: {entry} has set pfs without a group, which stands for group 1.",
    unclear: "{router}: {entry} has set pfs without a group, and what that stands for depends on the release.",
  },
  check(design, peerings, report) {
    const names = routerNames(design.routers);
    const bare = bareEntries(design);
    if (bare.length === 0) return;
    const counterparts = entriesAtOtherEnds(design, peerings);
    for (const entry of bare) {
      const others = counterparts(entry).filter(({ body }) => body.pfs !== undefined);
      const own = others.flatMap(({ body }) => (typeof body.pfs === "number" ? [body.pfs] : []));
      const choices = [...new Set([...own, ...modern])].map((group) => `group ${group}`);
      report({
        message: dialectOf(entry.router) === "classic" ? "weakest" : "unclear",
        data: { router: nameIn(names, entry.router.id), entry: entryTitle(entry) },
        places: [entryPlace(entry, "pfs"), ...others.map((one) => entryPlace(one, "pfs"))],
        fixes: [
          {
            title: `Name a PFS group in ${entryTitle(entry)}${others.length > 0 ? " and at its peer" : ""}`,
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

const bareEntries = perRouter((router) => cryptoEntries(router).filter((entry) => entry.body.pfs === "bare"));

/** Groups that are neither weak nor slow, the most widely known first. Reference: strength table of the Cisco cryptography guide. */
const modern: readonly DiffieHellmanGroup[] = [14, 19, 20, 21];
