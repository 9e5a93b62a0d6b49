import type { Design } from "../../model/design.ts";
import type { Place } from "../../model/router.ts";
import { entryAt, entryTitle, type CryptoEntry } from "../cryptoEntries.ts";
import type { Edit } from "../../edit/edit.ts";
import { freeName } from "../../edit/freeName.ts";
import type { CryptoMapEntry, DynamicMapEntry } from "../../model/cryptoMap.ts";
import type { Fix } from "../finding.ts";
import { refusalsOf } from "../projection.ts";
import { peeringRule } from "../rule.ts";

/** Who gets an address from somebody else can't promise to keep it. */
export const endpointDynamicStaticPeer = peeringRule({
  id: "endpoint-dynamic-static-peer",
  severity: "error",
  fix: "ask",
  projects: true,
  docs: {
    what: "A static `set peer` names an address, and the peer's endpoint gets its address by DHCP or PPP.",
    why: "When the peer's address changes, neither end finds the other.",
    remedy:
      "Let the peer come in by a dynamic map, with a key for any address, or name it by a host name that is resolved each time.",
    source: "Cisco Press on remote access servers; Cisco IOS Security Configuration Guide, dynamic crypto maps",
  },
  messages: {
    changing:
      "{near} gets its endpoint's address by DHCP or PPP, but {far} names the fixed address {address} as its peer.",
  },
  check(judged, { a, b }, report) {
    for (const { data, places } of refusalsOf(judged, "endpoint-dynamic-static-peer")) {
      const routers = new Map([a, ...(b ? [b] : [])].map((router) => [router.id, router]));
      const entry = staticEntryAt({ routers }, places);
      report({
        message: "changing",
        data,
        places,
        fixes: entry ? dynamicFix(entry, data.far) : [],
      });
    }
  },
  complete(design, _fix, places, value) {
    const entry = staticEntryAt(design, places);
    return entry ? asDynamic(entry, value) : [];
  },
});

function staticEntryAt(design: Pick<Design, "routers">, places: readonly Place[]) {
  const entry = places.map((place) => entryAt(design, place)).find((one) => one?.kind === "cryptoMapEntry");
  return entry?.kind === "cryptoMapEntry" ? entry : undefined;
}

function dynamicFix(entry: CryptoEntry & { readonly kind: "cryptoMapEntry" }, name: string): readonly Fix[] {
  const { dynamicMapEntry } = entry.router.elements;
  // Other peers of the entry have fixed addresses, and stay.
  if (entry.body.peers.length !== 1) return [];
  const taken = new Set([...dynamicMapEntry.values()].map((one) => one.map));
  return [
    {
      title: `Let the peer come in by a dynamic map on ${name}, in place of ${entryTitle(entry)}`,
      safe: false,
      edits: [],
      needs: {
        label: "Name of the dynamic map",
        type: "name",
        suggestion: freeName("DYNAMIC-PEERS", (one) => taken.has(one)),
      },
    },
  ];
}

/** The entry's lines go to a dynamic entry without the peer, which the set anchors behind all others. */
function asDynamic(one: CryptoEntry & { readonly kind: "cryptoMapEntry" }, dynamicMap: string): readonly Edit[] {
  const { router, entry } = one;
  const { type: _type, discover: _discover, profile: _profile, sequence: _sequence, map, ...body } = entry;
  const others = [...router.elements.cryptoMapEntry.values()].filter((other) => other.map === map && other !== entry);
  const last = Math.max(entry.sequence, ...others.map((other) => other.sequence));
  const sequence = others.length === 0 || last === entry.sequence ? entry.sequence : Math.min(last + 10, 65535);
  if (others.some((other) => other.sequence === sequence)) return [];
  const dynamicEntry: DynamicMapEntry = { ...body, map: dynamicMap, sequence: 10, peers: [] };
  const anchor: CryptoMapEntry = {
    map,
    sequence,
    type: "ipsec-isakmp",
    dynamicMap,
    peers: [],
    transformSets: [],
    sessionKeys: [],
    kept: [],
  };
  return [
    {
      op: "put",
      key: { router: router.id, kind: "dynamicMapEntry", name: `${dynamicMap} 10` },
      element: dynamicEntry,
    },
    { op: "put", key: { router: router.id, kind: "cryptoMapEntry", name: one.name }, element: anchor },
  ];
}
