import { cryptoMapSets, type SetEntry } from "../../derive/cryptoMapSet.ts";
import { normalAccessList } from "../../derive/cryptoAccessList.ts";
import { intersects, proxyIdentityOf } from "../../derive/proxyIdentity.ts";
import { ownName } from "../../derive/routerNames.ts";
import { accessListEntries } from "../../model/accessList.ts";
import type { Router } from "../../model/router.ts";
import { accessListFixes, completeAccessList, newListName } from "../accessListFixes.ts";
import { counterpartOf, mirroredList, type Counterpart } from "../counterpart.ts";
import { entryAt, entryPlace, type CryptoEntry } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";

/** Two entries of a set that protect the very same traffic. */
export const aclShared = routerRule({
  id: "acl-shared",
  severity: "error",
  fix: "ask",
  docs: {
    what: "Two entries of a crypto map match the same access list.",
    why: "The lower sequence takes all of the traffic, so the other entry's peer never gets any.",
    remedy: "Give each entry a list of its own, with the networks behind its own peer.",
    source: "Cisco, Security for VPNs with IPsec, crypto map entries: each needs an access list of its own",
  },
  messages: {
    shared: "{router}: crypto map {lower} and {higher} match the same ACL {list}, so {higher} never gets any traffic.",
  },
  check(router, report) {
    for (const [lower, higher] of sharingEntries(router)) {
      const entry = entryOf(router, higher);
      report({
        message: "shared",
        data: {
          router: ownName(router),
          lower: `${lower.entry.map} ${lower.entry.sequence}`,
          higher: entry.name,
          list: higher.entry.matchAddress ?? "",
        },
        places: [entryPlace(entry, "matchAddress"), entryPlace(entryOf(router, lower), "matchAddress")],
        fixes: ({ design, peerings }) => {
          const counterpart = counterpartOf(design, peerings, entryPlace(entry));
          const useful = isOfUse(router, lower, counterpart) ? counterpart : undefined;
          return accessListFixes(design, entry, useful, newListName(entry, counterpart));
        },
      });
    }
  },
  complete(design, fix, [place], value) {
    const entry = entryAt(design, place);
    return completeAccessList(design, entry, fix, entry ? newListName(entry, undefined) : "", value);
  },
});

/** Each entry that comes after another one with its list, with the first such one. An entry without a peer is skipped. */
function sharingEntries(router: Router): readonly (readonly [SetEntry, SetEntry])[] {
  return [...cryptoMapSets(router.elements).values()].flatMap((set) => {
    const first = new Map<string, SetEntry>();
    return set.entries.flatMap((one): (readonly [SetEntry, SetEntry])[] => {
      const list = one.entry.dynamicMap === undefined ? one.entry.matchAddress : undefined;
      if (list === undefined || one.entry.peers.length === 0) return [];
      const lower = first.get(list);
      if (lower) return [[lower, one]];
      first.set(list, one);
      return [];
    });
  });
}

function entryOf(router: Router, { entry }: SetEntry): CryptoEntry {
  return { router, kind: "cryptoMapEntry", name: `${entry.map} ${entry.sequence}`, body: entry, entry };
}

/** The peer's list, turned round, is of use where it is about other traffic than the lower entry's. */
function isOfUse(router: Router, lower: SetEntry, counterpart: Counterpart | undefined): boolean {
  const mirrored = mirroredList(counterpart, "");
  const theirs = mirrored ? accessListEntries(mirrored).map((entry) => proxyIdentityOf(entry)) : [];
  const ours = normalAccessList(router.elements, lower.entry.matchAddress)?.permits ?? [];
  return !theirs.some((one) => ours.some((other) => intersects(one, other)));
}
