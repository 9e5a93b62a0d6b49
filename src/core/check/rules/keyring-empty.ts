import { ownName } from "../../derive/routerNames.ts";
import { routerRule } from "../rule.ts";

/** A keyring without keys. */
export const keyringEmpty = routerRule({
  id: "keyring-empty",
  severity: "warning",
  fix: "man",
  docs: {
    what: "A keyring holds no keys.",
    why: "A profile that names it finds no key for any peer.",
    remedy: "Add the peers' keys with `pre-shared-key`, or take the keyring out.",
    source: "Cisco IOS Security Command Reference, crypto keyring",
  },
  messages: { empty: "{router}: keyring {keyring} holds no keys." },
  check(router, report) {
    for (const { name, keys, kept } of router.elements.keyring.values()) {
      // Keys that the model does not hold, such as those of RSA or for IPv6, are lines that are kept.
      if (keys.length > 0 || kept.some((line) => /^(pre-shared-key|rsa-pubkey)\b/.test(line.text))) continue;
      report({
        message: "empty",
        data: { router: ownName(router), keyring: name },
        places: [{ router: router.id, kind: "keyring", name }],
      });
    }
  },
});
