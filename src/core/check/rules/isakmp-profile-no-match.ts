import { nameUse } from "../../derive/references.ts";
import { ownName } from "../../derive/routerNames.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import type { IdentityMatch, IsakmpProfile } from "../../model/isakmp.ts";
import type { Router } from "../../model/router.ts";
import { ALL_ONES, formatIpv4, parseIpv4 } from "../../net/ipv4.ts";
import { cryptoEntries } from "../cryptoEntries.ts";
import type { Fix } from "../finding.ts";
import { routerRule } from "../rule.ts";

/** A responder chooses a profile by what its `match` lines accept. */
export const isakmpProfileNoMatch = routerRule({
  id: "isakmp-profile-no-match",
  severity: "error",
  fix: "ask",
  docs: {
    what: "An ISAKMP profile has no `match` line.",
    why: "As responder the router never selects the profile, so its keyring and VRF don't apply and peers are refused.",
    remedy: "Say whom the profile is for, as with `match identity address`.",
    source: "Cisco IOS Security Command Reference, crypto isakmp profile",
  },
  messages: {
    used: "{router}: ISAKMP profile {profile} has no match line, so it is never selected for a peer that calls.",
    unused: "{router}: ISAKMP profile {profile} has no match line, and nothing names it: it never applies.",
  },
  check(router, report) {
    for (const profile of router.elements.isakmpProfile.values()) {
      if (profile.matches.length > 0 || profile.kept.some((line) => line.text.startsWith("match "))) continue;
      const used = nameUse(router.elements, "isakmpProfile", profile.name).uses.length > 0;
      report({
        message: used ? "used" : "unused",
        severity: used ? "error" : "warning",
        data: { router: ownName(router), profile: profile.name },
        places: [{ router: router.id, kind: "isakmpProfile", name: profile.name }],
        fixes: matchFixes(router, profile),
      });
    }
  },
  complete(design, _fix, [place], value) {
    const profile = design.routers.get(place.router)?.elements.isakmpProfile.get(place.name);
    const address = parseIpv4(value);
    if (!profile || address === undefined) return [];
    return [putEdit(place.router, "isakmpProfile", { ...profile, matches: [hostMatch(address)] })];
  },
});

/** Peers of the entries that name the profile are whom it is for; without any, a person must say. */
function matchFixes(router: Router, profile: IsakmpProfile): readonly Fix[] {
  const peers = cryptoEntries(router)
    .filter((entry) => entry.body.isakmpProfile === profile.name)
    .flatMap((entry) => entry.body.peers.flatMap(({ peer }) => (peer.kind === "address" ? [peer.address] : [])));
  const addresses = [...new Set(peers)];
  if (addresses.length > 0) {
    return [
      {
        title: `Match ${addresses.map(formatIpv4).join(", ")} in ISAKMP profile ${profile.name}`,
        safe: false,
        edits: [putEdit(router.id, "isakmpProfile", { ...profile, matches: addresses.map(hostMatch) })],
      },
    ];
  }
  return [
    {
      title: `Match a peer in ISAKMP profile ${profile.name}`,
      safe: false,
      edits: [],
      needs: { label: "Address of the peer", type: "address" },
    },
  ];
}

function hostMatch(address: number): IdentityMatch {
  return { kind: "address", address, mask: ALL_ONES };
}
