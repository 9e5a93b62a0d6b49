import { ownName } from "../../derive/routerNames.ts";
import type { NameKind } from "../../derive/referenceTable.ts";
import { routerRule } from "../rule.ts";
import { completeUndefinedName, undefinedNames } from "../undefinedNames.ts";

const kinds = ["keyring", "ikev2Keyring"] as const satisfies readonly NameKind[];

/** A profile whose keys are nowhere. `default` stands for the global keys. */
export const keyringUndefined = routerRule({
  id: "keyring-undefined",
  severity: "error",
  fix: "ask",
  docs: {
    what: "A profile names a keyring that is not defined.",
    why: "There is no key for the profile's peers, so they can't be authenticated.",
    remedy: "Define the keyring, or name the one that was meant. `default` stands for the global keys.",
    source: "Cisco IOS-XE native YANG model: the reference must exist",
  },
  messages: { undefinedKeyring: "{router}: {user} names keyring {name}, which is not defined." },
  check(router, report) {
    for (const { name, place, user, fixes } of undefinedNames(router, kinds, "keyring")) {
      report({
        message: "undefinedKeyring",
        data: { router: ownName(router), user, name },
        places: [place],
        fixes,
      });
    }
  },
  complete: (design, _fix, [place], value) => completeUndefinedName(design, kinds, place, value),
});
