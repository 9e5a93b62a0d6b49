import { ownName } from "../../derive/routerNames.ts";
import type { Place } from "../../model/router.ts";
import { cryptoEntries, entryPlace, entryTitle } from "../cryptoEntries.ts";
import { routerRule } from "../rule.ts";

/** An entry negotiates with IKEv1 or with IKEv2. */
export const profileBothIke = routerRule({
  id: "profile-both-ike",
  severity: "error",
  fix: "man",
  docs: {
    what: "An entry names both an ISAKMP profile and an IKEv2 profile.",
    why: "The two exclude each other: IOS takes one, and the peer may speak the other.",
    remedy: "Keep the profile of the protocol that the peer speaks.",
    source: "Cisco IOS-XE native YANG model, set isakmp-profile and set ikev2-profile",
  },
  messages: {
    both: "{router}: {entry} names ISAKMP profile {ike1} and IKEv2 profile {ike2}, which exclude each other.",
  },
  check(router, report) {
    const say = (entry: string, ike1: string, ike2: string, places: readonly Place[]) => {
      report({ message: "both", data: { router: ownName(router), entry, ike1, ike2 }, places });
    };
    for (const entry of cryptoEntries(router)) {
      const { isakmpProfile, ikev2Profile } = entry.body;
      if (isakmpProfile === undefined || ikev2Profile === undefined) continue;
      say(entryTitle(entry), isakmpProfile, ikev2Profile, [
        entryPlace(entry, "ikev2Profile"),
        entryPlace(entry, "isakmpProfile"),
      ]);
    }
    for (const { name, isakmpProfile, ikev2Profile } of router.elements.ipsecProfile.values()) {
      if (isakmpProfile === undefined || ikev2Profile === undefined) continue;
      const place = { router: router.id, kind: "ipsecProfile", name } as const;
      say(`IPsec profile ${name}`, isakmpProfile, ikev2Profile, [
        { ...place, field: "ikev2Profile" },
        { ...place, field: "isakmpProfile" },
      ]);
    }
  },
});
