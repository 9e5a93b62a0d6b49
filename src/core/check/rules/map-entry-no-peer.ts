import { formatIpv4, parseIpv4 } from "../../net/ipv4.ts";
import { counterpartOf } from "../counterpart.ts";
import { changeEntry, entryAt, entryPlace, entryTitle, staticEntries } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";
import { ownName } from "../../derive/routerNames.ts";

/** Without a peer there is nobody to negotiate with, and IOS leaves the entry out. */
export const mapEntryNoPeer = routerRule({
  id: "map-entry-no-peer",
  severity: "error",
  fix: "ask",
  docs: {
    what: "A static crypto map entry has no `set peer`.",
    why: "IOS keeps the entry disabled: its traffic leaves in clear.",
    remedy: "Name the address of the other end's crypto interface with `set peer`.",
    source:
      "Cisco IOS Security Command Reference, crypto map: an entry is disabled until it has a peer and an access list",
  },
  messages: { noPeer: "{router}: {entry} has no set peer, so it stays disabled and its traffic leaves in clear." },
  check(router, report) {
    for (const entry of staticEntries(router)) {
      if (entry.body.peers.length > 0) continue;
      report({
        message: "noPeer",
        data: { router: ownName(router), entry: entryTitle(entry) },
        places: [entryPlace(entry)],
        fixes: ({ design, peerings }) => {
          const address = counterpartOf(design, peerings, entryPlace(entry))?.end.address ?? undefined;
          return [
            {
              title: `Set the peer of ${entryTitle(entry)}`,
              safe: false,
              edits: [],
              needs: {
                label: "Address of the peer",
                type: "address",
                ...(address !== undefined && { suggestion: formatIpv4(address) }),
              },
            },
          ];
        },
      });
    }
  },
  complete(design, _fix, [place], value) {
    const entry = entryAt(design, place);
    const address = parseIpv4(value);
    return entry && address !== undefined
      ? [changeEntry(entry, { peers: [{ peer: { kind: "address", address } }] })]
      : [];
  },
});
