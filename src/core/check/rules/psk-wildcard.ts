import { ownName } from "../../derive/routerNames.ts";
import type { KeyPeer } from "../../model/isakmp.ts";
import { keyPeerName, type Place } from "../../model/router.ts";
import { formatIpv4 } from "../../net/ipv4.ts";
import { routerRule } from "../rule.ts";

/** The longest mask that still lets too many in. */
const widest = 23;

/** A key that anybody who learns it may use from anywhere. */
export const pskWildcard = routerRule({
  id: "psk-wildcard",
  severity: "warning",
  fix: "man",
  docs: {
    what: "A pre-shared key is for any address, or for a network wider than a /24.",
    why: "Every host of that range may try the key, all of them share it, and changing it means changing it everywhere at once.",
    remedy:
      "Use one key per peer address; for peers with changing addresses use certificates, or aggressive mode with names.",
    source: "Cisco IOS Security Configuration Guide: wildcard pre-shared keys are discouraged",
  },
  messages: {
    any: "{router} has a pre-shared key for any address.",
    wide: "{router} has a pre-shared key for all of {network}/{length}.",
  },
  check(router, report) {
    const tell = (peer: KeyPeer, place: Place) => {
      if (peer.kind !== "address") return;
      const length = Math.clz32(~peer.mask);
      if (length > widest) return;
      report({
        message: length === 0 ? "any" : "wide",
        data: { router: ownName(router), network: formatIpv4(peer.address), length },
        places: [place],
      });
    };
    for (const [name, key] of router.elements.isakmpKey) tell(key.peer, { router: router.id, kind: "isakmpKey", name });
    for (const [name, keyring] of router.elements.keyring) {
      for (const { peer } of keyring.keys) {
        tell(peer, { router: router.id, kind: "keyring", name, field: "keys", item: keyPeerName(peer) });
      }
    }
  },
});
