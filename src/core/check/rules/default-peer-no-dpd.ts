import { ownName } from "../../derive/routerNames.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import type { Router } from "../../model/router.ts";
import { entryPlace, staticEntries, type StaticCryptoEntry } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";

/** Going over to another peer takes knowing that the first one is gone. */
export const defaultPeerNoDpd = routerRule({
  id: "default-peer-no-dpd",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "An entry has several peers, or a default peer, and dead peers are not detected.",
    why: "Without keepalives a router notices a dead peer only when the security association is renewed, so going over to the next one is slow.",
    remedy: "Set `crypto isakmp keepalive 10 3 periodic`.",
    source: "Cisco, IPsec Preferred Peer, prerequisites; IPsec Dead Peer Detection Periodic Message Option",
  },
  messages: { noDpd: "{router}: {entries} would go over to another peer, but crypto isakmp keepalive is not set." },
  check(router, report) {
    if (router.elements.isakmpSettings.get("")?.keepalive) return;
    const entries = staticEntries(router).filter((entry) => hasAlternatives(entry) && !hasOwnKeepalive(router, entry));
    if (entries.length === 0) return;
    report({
      message: "noDpd",
      data: { router: ownName(router), entries: named(entries.map(({ name }) => name)) },
      places: entries.map((entry) => entryPlace(entry, "peers", entry.body.peers.length - 1)),
      fixes: [
        {
          title: "Detect dead peers with crypto isakmp keepalive 10 3 periodic",
          // It asks whether the peer is there, and protects nothing differently.
          safe: true,
          edits: [
            putEdit(router.id, "isakmpSettings", {
              ...router.elements.isakmpSettings.get(""),
              keepalive: { seconds: 10, retrySeconds: 3, mode: "periodic" },
            }),
          ],
        },
      ],
    });
  },
});

function hasAlternatives({ body, entry }: StaticCryptoEntry): boolean {
  const { peers } = body;
  return (
    entry.type === "ipsec-isakmp" &&
    body.ikev2Profile === undefined &&
    (peers.length > 1 || peers.some((peer) => peer.default))
  );
}

function hasOwnKeepalive(router: Router, { body, entry }: StaticCryptoEntry): boolean {
  const name = body.isakmpProfile ?? router.elements.cryptoMap.get(entry.map)?.isakmpProfile;
  return name !== undefined && router.elements.isakmpProfile.get(name)?.keepalive !== undefined;
}

/** "VPN 10, VPN 20 and 3 more". */
function named(entries: readonly string[]): string {
  const [first, second, ...more] = entries.map((name) => `crypto map ${name}`);
  const shown = [first, second].filter((name) => name !== undefined).join(", ");
  return more.length === 0 ? shown : `${shown} and ${more.length} more`;
}
