import { ownName } from "../../derive/routerNames.ts";
import type { DynamicMapEntry } from "../../model/cryptoMap.ts";
import { dynamicEntries, entryPlace, entryTitle } from "../cryptoEntries.ts";
import { anchorsOf, servesClients } from "../remoteAccess.ts";
import { routerRule } from "../rule.ts";

/** Clients propose phase 2 without a group. */
export const raPfs = routerRule({
  id: "ra-pfs",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "A dynamic entry that clients come in by has `set pfs`.",
    why: "Software clients don't ask for perfect forward secrecy, and a responder that insists on it refuses them.",
    remedy: "Leave `set pfs` out of the entry for clients; give other sites an entry of their own.",
    source: "Cisco Press on remote access servers: PFS is not supported by software clients",
  },
  messages: {
    pfs: "{router}: {entry} asks clients for perfect forward secrecy, which software clients do not support.",
  },
  check(router, report) {
    for (const entry of dynamicEntries(router)) {
      if (entry.body.pfs === undefined || anchorsOf(router.elements, entry.entry.map).length === 0) continue;
      if (!servesClients(router, entry)) continue;
      const { pfs: _pfs, ...without }: DynamicMapEntry = entry.entry;
      report({
        message: "pfs",
        data: { router: ownName(router), entry: entryTitle(entry) },
        places: [entryPlace(entry, "pfs")],
        fixes: [
          {
            title: `Leave set pfs out of ${entryTitle(entry)}`,
            safe: false,
            edits: [
              { op: "put", key: { router: router.id, kind: "dynamicMapEntry", name: entry.name }, element: without },
            ],
          },
        ],
      });
    }
  },
});
