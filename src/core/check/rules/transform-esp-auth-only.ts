import { ownName } from "../../derive/routerNames.ts";
import { transformClass } from "../../ios/transformArguments.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import { routerRule } from "../rule.ts";

/** Older releases add `esp-null` by themselves; others refuse. */
export const transformEspAuthOnly = routerRule({
  id: "transform-esp-auth-only",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "A transform set has an ESP authenticator and no ESP cipher.",
    why: "Older releases take it as `esp-null` with that authenticator, newer ones don't take it; readers overlook that nothing is encrypted.",
    remedy: "Write `esp-null` beside the authenticator if no encryption is wanted, else a cipher.",
    source: "Cisco IOS Security Command Reference, crypto ipsec transform-set, allowed combinations",
  },
  messages: {
    noCipher:
      "{router}: transform set {set} has {authenticator} and no cipher, which means esp-null: nothing is encrypted.",
  },
  check(router, report) {
    for (const set of router.elements.transformSet.values()) {
      const at = set.transforms.findIndex((one) => transformClass(one) === "esp-authentication");
      const authenticator = set.transforms[at];
      if (authenticator === undefined || set.transforms.some((one) => transformClass(one) === "esp-cipher")) continue;
      report({
        message: "noCipher",
        data: { router: ownName(router), set: set.name, authenticator },
        places: [{ router: router.id, kind: "transformSet", name: set.name }],
        fixes: [
          {
            title: `Spell out esp-null in transform set ${set.name}`,
            // It says what the set means already.
            safe: true,
            edits: [
              putEdit(router.id, "transformSet", {
                ...set,
                transforms: [...set.transforms.slice(0, at), "esp-null", ...set.transforms.slice(at)],
              }),
            ],
          },
        ],
      });
    }
  },
});
