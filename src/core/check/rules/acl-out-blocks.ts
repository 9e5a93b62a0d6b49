import { normalAccessList, type NormalAccessList } from "../../derive/cryptoAccessList.ts";
import { cryptoMapSets, endpointOn, peerAddress, type SetEntry } from "../../derive/cryptoMapSet.ts";
import { firstMatches } from "../../derive/firstMatch.ts";
import { ownName } from "../../derive/routerNames.ts";
import { transformProtocols, usableTransformSets } from "../../derive/transforms.ts";
import type { Place, Router } from "../../model/router.ts";
import { formatIpv4, type Ipv4Address } from "../../net/ipv4.ts";
import { hostSet } from "../../net/wildcard.ts";
import { linePlace } from "../cryptoLists.ts";
import { routerRule } from "../rule.ts";

const protocols = [
  { word: "esp", number: 50, text: "ESP (protocol 50)" },
  { word: "ah", number: 51, text: "AH (protocol 51)" },
] as const;

/** IKE is made by the router itself and passes; ESP and AH carry what others sent, and are filtered. */
export const aclOutBlocks = routerRule({
  id: "acl-out-blocks",
  severity: "error",
  fix: "man",
  docs: {
    what: "The outbound access list of a crypto interface denies ESP or AH to a peer.",
    why: "An outbound list sees traffic that passes through the router once it is encrypted. IKE, which the router makes itself, gets out: the tunnel comes up, and nothing leaves through it.",
    remedy: "Permit ESP or AH from the local endpoint to the peer, or filter clear text with `set ip access-group`.",
    source: "Cisco IOS Security Configuration Guide, Crypto Access Check on Clear-Text Packets (12.3(8)T)",
  },
  messages: {
    blocked: "{router}: ACL {list}, outbound on {interface}, does not let {protocol} out to {peer}, a peer of {entry}.",
  },
  check(router, report) {
    const { elements } = router;
    for (const set of cryptoMapSets(elements).values()) {
      for (const carrier of set.carriers) {
        const list = normalAccessList(elements, carrier.accessGroupOut);
        const { address } = endpointOn(elements, set, carrier);
        // A list that doesn't exist, or has no entries, filters nothing.
        if (!list || list.identities.length === 0 || address === null) continue;
        for (const one of set.entries) {
          for (const peer of one.entry.peers) {
            const destination = peerAddress(elements, peer);
            const denied = destination === null ? undefined : deniedProtocol(router, list, one, address, destination);
            if (!denied || destination === null) continue;
            const place: Place =
              denied.sequence === undefined
                ? { router: router.id, kind: "accessList", name: list.name }
                : linePlace(router, list.name, denied.sequence);
            report({
              message: "blocked",
              data: {
                router: ownName(router),
                list: list.name,
                interface: carrier.name,
                protocol: denied.text,
                peer: formatIpv4(destination),
                entry: `crypto map ${one.entry.map} ${one.entry.sequence}`,
              },
              places: [place, { router: router.id, kind: "interface", name: carrier.name, field: "accessGroupOut" }],
            });
          }
        }
      }
    }
  },
});

function deniedProtocol(
  router: Router,
  list: NormalAccessList,
  { entry }: SetEntry,
  source: Ipv4Address,
  destination: Ipv4Address,
) {
  const used = usableTransformSets(router, entry).map(transformProtocols);
  for (const { word, number, text } of protocols) {
    if (!used.some((one) => one[word])) continue;
    const packet = {
      protocol: number,
      source: hostSet(source),
      sourcePorts: null,
      destination: hostSet(destination),
      destinationPorts: null,
    };
    const [first] = firstMatches(list, packet);
    if (first && first.identity?.action !== "permit") return { text, sequence: first.identity?.sequence };
  }
  return undefined;
}
