import { nameIn, routerNames } from "../../derive/routerNames.ts";
import { changeEntry, dynamicEntries, entryPlace, entryTitle } from "../cryptoEntries.ts";
import { anchorsOf, servesClients } from "../remoteAccess.ts";
import { perRouter } from "../perRouter.ts";
import { designRule } from "../rule.ts";

/** With several gateways the networks inside have to learn which one a client came in by. */
export const raNoRri = designRule({
  id: "ra-no-rri",
  severity: "info",
  fix: "auto",
  docs: {
    what: "There are several gateways for clients, and a dynamic entry of one has no `reverse-route`.",
    why: "The networks inside don't learn which gateway has a client, so answers may go to the other one.",
    remedy: "Add `reverse-route` to the entry, and let the routing protocol carry the routes.",
    source: "Cisco Press on remote access servers; Cisco IOS Security Configuration Guide, Reverse Route Injection",
  },
  messages: {
    noRoute:
      "{router}: {entry} lets clients in without reverse-route, and {others} is another gateway, so answers may go astray.",
    backup:
      "{router}: {entry} lets clients in without reverse-route, and its groups name backup gateways, so answers may go astray.",
  },
  check(design, _peerings, report) {
    const gateways = gatewaysOf(design);
    if (gateways.length === 0) return;
    const names = routerNames(design.routers);
    for (const { id, entries } of gateways) {
      const others = gateways.filter((other) => other.id !== id).map((other) => nameIn(names, other.id));
      const groups = design.routers.get(id)?.elements.clientGroup.values() ?? [];
      const hasBackup = [...groups].some((group) => group.backupGateways.length > 0);
      if (others.length === 0 && !hasBackup) continue;
      for (const entry of entries) {
        if (entry.body.reverseRoute) continue;
        report({
          message: others.length > 0 ? "noRoute" : "backup",
          data: { router: nameIn(names, id), entry: entryTitle(entry), others: others[0] ?? "" },
          places: [entryPlace(entry)],
          fixes: [
            {
              title: `Add reverse-route to ${entryTitle(entry)}`,
              safe: false,
              edits: [changeEntry(entry, { reverseRoute: {} })],
            },
          ],
        });
      }
    }
  },
});

const gatewaysOf = perRouter((router) => {
  if (router.elements.dynamicMapEntry.size === 0) return [];
  const entries = dynamicEntries(router).filter(
    (entry) => anchorsOf(router.elements, entry.entry.map).length > 0 && servesClients(router, entry),
  );
  return entries.length > 0 ? [{ id: router.id, entries }] : [];
});
