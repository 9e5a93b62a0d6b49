import { ownName } from "../../derive/routerNames.ts";
import type { NameKind } from "../../derive/referenceTable.ts";
import { routerRule } from "../rule.ts";
import { completeUndefinedName, undefinedNames } from "../undefinedNames.ts";

const kinds = ["isakmpProfile", "ikev2Profile", "ipsecProfile"] as const satisfies readonly NameKind[];

const nouns: Readonly<Record<string, string>> = {
  isakmpProfile: "ISAKMP profile",
  ikev2Profile: "IKEv2 profile",
  ipsecProfile: "IPsec profile",
};

/** A profile that is named and not defined. */
export const profileUndefined = routerRule({
  id: "profile-undefined",
  severity: "error",
  fix: "ask",
  docs: {
    what: "A crypto map, an IPsec profile or a tunnel names a profile that is not defined.",
    why: "What the profile should bring is missing: keys and identity, or what protects the tunnel.",
    remedy: "Define the profile, or name the one that was meant. Names are case sensitive.",
    source: "Cisco IOS-XE native YANG model: the reference must exist",
  },
  messages: { undefinedProfile: "{router}: {user} names {kind} {name}, which is not defined." },
  check(router, report) {
    for (const { to, name, place, user, fixes } of undefinedNames(router, kinds, "profile")) {
      report({
        message: "undefinedProfile",
        data: { router: ownName(router), user, kind: nouns[to] ?? "", name },
        places: [place],
        fixes,
      });
    }
  },
  complete: (design, _fix, [place], value) => completeUndefinedName(design, kinds, place, value),
});
