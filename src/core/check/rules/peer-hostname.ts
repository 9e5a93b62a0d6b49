import { ownName } from "../../derive/routerNames.ts";
import { addressesOf } from "../../derive/addressOwners.ts";
import { cryptoMapSets, endpointsOf } from "../../derive/cryptoMapSet.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import type { Design } from "../../model/design.ts";
import { formatIpv4, parseIpv4, type Ipv4Address } from "../../net/ipv4.ts";
import { cryptoEntries, entryPlace, entryTitle } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";

/** A peer that is found by asking a name server. */
export const peerHostname = routerRule({
  id: "peer-hostname",
  severity: "warning",
  fix: "ask",
  docs: {
    what: "`set peer` names a host, and no `ip host` line gives its address.",
    why: "Whoever answers the router's DNS queries decides where it builds its tunnel to.",
    remedy: "Pin the name to its address with `ip host`, or name the address itself.",
    source: "Cisco IOS Security Command Reference, set peer (IPSec): real-time resolution",
  },
  messages: { notPinned: "{router}: {entry} finds its peer {name} through DNS, which can be spoofed." },
  check(router, report) {
    for (const entry of cryptoEntries(router)) {
      entry.body.peers.forEach(({ peer }, index) => {
        if (peer.kind !== "hostname" || !isHostname(peer.hostname) || router.elements.ipHost.has(peer.hostname)) return;
        report({
          message: "notPinned",
          data: { router: ownName(router), entry: entryTitle(entry), name: peer.hostname },
          places: [entryPlace(entry, "peers", index)],
          fixes: ({ design }) => {
            const address = addressOfRouter(design, peer.hostname);
            return [
              {
                title: `Pin ${peer.hostname} to its address with ip host`,
                safe: false,
                edits: [],
                needs: {
                  label: `Address of ${peer.hostname}`,
                  type: "address",
                  ...(address !== undefined && { suggestion: formatIpv4(address) }),
                },
              },
            ];
          },
        });
      });
    }
  },
  complete(design, _fix, [place], value) {
    const elements = design.routers.get(place.router)?.elements;
    const body = elements?.cryptoMapEntry.get(place.name) ?? elements?.dynamicMapEntry.get(place.name);
    const peer = body?.peers[Number(place.item)]?.peer;
    const address = parseIpv4(value);
    if (peer?.kind !== "hostname" || address === undefined) return [];
    return [putEdit(place.router, "ipHost", { name: peer.hostname, addresses: [address] })];
  },
});

/** Published templates have `$PEER` or `192.0.X.X` in the place of an address, which no DNS server will be asked for. */
function isHostname(word: string): boolean {
  return /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.?$/.test(word) && !/^\d+\.[\dXx.]+$/.test(word);
}

/** The endpoint of the router of the design that has such a name, with or without its domain. */
function addressOfRouter(design: Design, hostname: string): Ipv4Address | undefined {
  const wanted = hostname.toLowerCase();
  for (const router of design.routers.values()) {
    const own = ownName(router).toLowerCase();
    if (own !== wanted && own !== wanted.split(".")[0]) continue;
    for (const set of cryptoMapSets(router.elements).values()) {
      for (const { address } of endpointsOf(router.elements, set)) if (address !== null) return address;
    }
    const [first] = addressesOf(router.elements).keys();
    return first;
  }
  return undefined;
}
