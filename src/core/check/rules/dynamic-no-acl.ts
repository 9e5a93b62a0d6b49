import { nameUse } from "../../derive/references.ts";
import { ownName } from "../../derive/routerNames.ts";
import { connectedPrefixes } from "../../derive/routes.ts";
import { ipEntry, numberedList } from "../../edit/accessListLines.ts";
import { freeName } from "../../edit/freeName.ts";
import type { Elements, Router } from "../../model/router.ts";
import { ANY_ADDRESS, setOfPrefix } from "../../net/wildcard.ts";
import { changeEntry, dynamicEntries, entryAt, entryPlace, entryTitle } from "../cryptoEntries.ts";
import type { Fix } from "../finding.ts";
import { isInside } from "../localNetworks.ts";
import { anchorsOf, servesClients } from "../remoteAccess.ts";
import { routerRule } from "../rule.ts";

/** Who has the key may then claim any network, another site's too. */
export const dynamicNoAcl = routerRule({
  id: "dynamic-no-acl",
  severity: "warning",
  fix: "ask",
  docs: {
    what: "A dynamic entry that other sites come in by has no `match address`.",
    why: "It accepts whatever a peer asks for: with the key in hand one may draw any network's traffic to oneself.",
    remedy: "Match an access list that permits this router's networks to those of the peers.",
    source: "Cisco IOS XE Security for VPNs with IPsec Configuration Guide, dynamic crypto maps",
  },
  messages: {
    noAcl: "{router}: {entry} has no match address, so it accepts any network that a peer claims as its own.",
  },
  check(router, report) {
    const { elements } = router;
    for (const entry of dynamicEntries(router)) {
      if (entry.body.matchAddress !== undefined) continue;
      if (anchorsOf(elements, entry.entry.map).length === 0 || servesClients(router, entry)) continue;
      report({
        message: "noAcl",
        data: { router: ownName(router), entry: entryTitle(entry) },
        places: [entryPlace(entry)],
        fixes: [...existingList(elements, entryTitle(entry)), ...newList(router)],
      });
    }
  },
  complete(design, fix, [place], value) {
    const entry = entryAt(design, place);
    if (!entry) return [];
    const match = changeEntry(entry, { matchAddress: value });
    if (fix.needs?.type === "choice" || entry.router.elements.accessList.has(value)) return [match];
    const list = numberedList(value, ownNetworks(entry.router));
    return [{ op: "put", key: { router: entry.router.id, kind: "accessList", name: value }, element: list }, match];
  },
});

function existingList(elements: Elements, entry: string): readonly Fix[] {
  const choices = [...elements.accessList.values()]
    .filter((list) => list.type === "extended" && nameUse(elements, "accessList", list.name).uses.length === 0)
    .map((list) => list.name);
  if (choices.length === 0) return [];
  return [
    {
      title: `Match one of the access lists in ${entry}`,
      safe: false,
      edits: [],
      needs: { label: "Access list", type: "choice", choices },
    },
  ];
}

/** A new list can at least keep peers to what this router has to offer. */
function newList(router: Router): readonly Fix[] {
  if (ownNetworks(router).length === 0) return [];
  return [
    {
      title: "Let peers ask for this router's own networks only, by a new access list",
      safe: false,
      edits: [],
      needs: {
        label: "Name of the access list",
        type: "name",
        suggestion: freeName("DYNAMIC-PEERS", (name) => router.elements.accessList.has(name)),
      },
    },
  ];
}

function ownNetworks({ elements }: Router) {
  return [...elements.interface.values()]
    .filter((one) => isInside(one) && !one.shutdown)
    .flatMap(connectedPrefixes)
    .map((prefix) => ipEntry("permit", setOfPrefix(prefix), ANY_ADDRESS));
}
