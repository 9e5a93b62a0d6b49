import { putEdit } from "../../edit/elementEdits.ts";
import type { IdentityMatch } from "../../model/isakmp.ts";
import { ALL_ONES, parseIpv4 } from "../../net/ipv4.ts";
import { nearAndFar } from "../namedEnds.ts";
import { projectedRule } from "../projectedRule.ts";

/** A profile that an entry is bound to must take the peer's identity. */
export const identityMismatch = projectedRule({
  id: "identity-mismatch",
  severity: "error",
  fix: "ask",
  docs: {
    what: "The ISAKMP profile of an entry does not match the identity that its peer sends.",
    why: "The profile is chosen by the identity in main mode's fifth message; when it does not match, the negotiation ends there.",
    remedy: "Match the identity that the peer sends, or let the peer send another one with self-identity.",
    source:
      "Cisco IOS Security Configuration Guide, Certificate to ISAKMP Profile Mapping; crypto isakmp profile, match identity",
  },
  messages: { unmatched: "ISAKMP profile {profile} of {near} does not match {identity}, as {far} calls itself." },
  message: () => "unmatched",
  fixes(judged, routers, { data }) {
    const [near] = nearAndFar(judged, routers, data.near);
    const { identity, profile } = data;
    if (!/^(address \d|host |user )/.test(identity)) return [];
    const vrf = near.router.elements.interface.get(near.end.interface ?? "")?.vrf;
    const exact = identity.startsWith("address ") && vrf !== undefined ? `${identity} vrf ${vrf}` : identity;
    const domain = /^(host|user) [^.@]+[.@](.+)$/.exec(identity);
    return [
      {
        title: `Match ${data.far} in ISAKMP profile ${profile} on ${near.name}`,
        safe: false,
        edits: [],
        needs: {
          label: "Identity to match",
          type: "choice",
          choices: [exact, ...(domain ? [`${domain[1] ?? ""} domain ${domain[2] ?? ""}`] : [])],
        },
      },
    ];
  },
  complete(design, _fix, [place], value) {
    const profile = design.routers.get(place.router)?.elements.isakmpProfile.get(place.name);
    const match = matchOf(value);
    return profile && match
      ? [putEdit(place.router, "isakmpProfile", { ...profile, matches: [...profile.matches, match] })]
      : [];
  },
});

/** Reads a choice back: "address 192.0.2.1 vrf RED", "host r1.example.net", "host domain example.net". */
function matchOf(value: string): IdentityMatch | undefined {
  const [kind, ...words] = value.split(" ");
  if (kind === "address") {
    const address = parseIpv4(words[0] ?? "");
    const vrf = words[2];
    return address === undefined ? undefined : { kind, address, mask: ALL_ONES, ...(vrf !== undefined && { vrf }) };
  }
  const name = words.at(-1);
  if ((kind !== "host" && kind !== "user") || name === undefined) return undefined;
  return { kind, name, ...(words[0] === "domain" && { domain: true as const }) };
}
