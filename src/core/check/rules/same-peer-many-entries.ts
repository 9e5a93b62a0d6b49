import { cryptoMapSets, peerAddress, type CryptoMapSet } from "../../derive/cryptoMapSet.ts";
import { nameUse } from "../../derive/references.ts";
import { ownName } from "../../derive/routerNames.ts";
import { appendLines } from "../../edit/accessListLines.ts";
import { putEdit, removeEdit } from "../../edit/elementEdits.ts";
import type { Edit } from "../../edit/edit.ts";
import { formatIpv4 } from "../../net/ipv4.ts";
import type { AccessListLine } from "../../model/accessList.ts";
import type { CryptoMapEntry, CryptoMapEntryBody } from "../../model/cryptoMap.ts";
import type { Elements, Router, RouterId } from "../../model/router.ts";
import { routerRule } from "../rule.ts";

/** Entries that differ in nothing but their lists. */
export const samePeerManyEntries = routerRule({
  id: "same-peer-many-entries",
  severity: "info",
  fix: "ask",
  docs: {
    what: "Two entries of a crypto map have the same peers and propose the same.",
    why: "One entry with both lists' lines does the same, with less to keep in step at the two ends.",
    remedy: "Put all permits into one list, and take the other entry out.",
    source: "Cisco IOS Security Command Reference, crypto map: each permit has its own security associations anyway",
  },
  messages: {
    same: "{router}: crypto map {first} and {second} have the same peer {peer} and propose the same; one entry would do.",
  },
  check(router, report) {
    for (const set of cryptoMapSets(router.elements).values()) {
      if (set.entries.length < 2) continue;
      const firsts = new Map<string, CryptoMapEntry>();
      for (const { entry } of set.entries) {
        if (isAloneAtPeer(router, set, entry)) continue;
        const key = proposalKey(router.elements, entry);
        const first = key === undefined ? undefined : firsts.get(key);
        if (key !== undefined && !first) firsts.set(key, entry);
        if (!first || first.matchAddress === entry.matchAddress) continue;
        const names = [first, entry].map(({ map, sequence }) => `${map} ${sequence}`);
        const [firstName = "", secondName = ""] = names;
        const [peer] = entry.peers;
        report({
          message: "same",
          data: {
            router: ownName(router),
            first: firstName,
            second: secondName,
            peer: peer ? peerText(peer.peer) : "",
          },
          places: [secondName, firstName].map((name) => ({ router: router.id, kind: "cryptoMapEntry", name })),
          fixes: [
            {
              title: `Make one entry of crypto map ${firstName} and ${secondName}`,
              safe: false,
              edits: [],
              needs: { label: "Entry to keep", type: "choice", choices: names },
            },
          ],
        });
      }
    }
  },
  complete(design, _fix, places, value) {
    const [place] = places;
    const elements = design.routers.get(place.router)?.elements;
    const gone = places.map(({ name }) => name).find((name) => name !== value);
    return elements && gone !== undefined ? joined(place.router, elements, value, gone) : [];
  },
});

/** Whether an entry has a peer that no other entry has. */
function isAloneAtPeer({ elements }: Router, set: CryptoMapSet, entry: CryptoMapEntry): boolean {
  return entry.peers.some((peer) => {
    const address = peerAddress(elements, peer);
    return address !== null && set.byPeer.get(address)?.length === 1;
  });
}

/** All that an entry says but for its list and its number; undefined where it is no plain IKE entry with a peer and a list. */
function proposalKey(elements: Elements, entry: CryptoMapEntry): string | undefined {
  if (entry.type !== "ipsec-isakmp" || entry.dynamicMap !== undefined || entry.peers.length === 0) return undefined;
  if (entry.matchAddress === undefined || !elements.accessList.has(entry.matchAddress)) return undefined;
  const { sequence: _sequence, matchAddress: _list, description: _description, ...rest } = entry;
  return JSON.stringify(rest);
}

function joined(router: RouterId, elements: Elements, keptName: string, goneName: string): readonly Edit[] {
  const [kept, gone] = [keptName, goneName].map((name) => elements.cryptoMapEntry.get(name));
  const [into, from] = [kept, gone].map((entry) => elements.accessList.get(entry?.matchAddress ?? ""));
  if (!kept || !gone || !into || !from) return [];
  const isOrphan = nameUse(elements, "accessList", from.name).uses.length === 1;
  return [
    putEdit(router, "accessList", appendLines(into, from.lines.map(unnumbered))),
    removeEdit(router, "cryptoMapEntry", goneName),
    ...(isOrphan ? [removeEdit(router, "accessList", from.name)] : []),
  ];
}

function unnumbered(line: AccessListLine) {
  const { sequence: _sequence, ...rest } = line;
  return rest;
}

function peerText(peer: CryptoMapEntryBody["peers"][number]["peer"]): string {
  return peer.kind === "hostname" ? peer.hostname : formatIpv4(peer.address);
}
