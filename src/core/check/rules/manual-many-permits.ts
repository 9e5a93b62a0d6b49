import { ownName } from "../../derive/routerNames.ts";
import { entryPlace, entryTitle, type CryptoEntry } from "../cryptoEntries.ts";
import { cryptoLists, entryText, linePlace, putNumberedList, type CryptoList } from "../cryptoLists.ts";
import type { Fix } from "../finding.ts";
import { routerRule } from "../rule.ts";

/** A manual entry has one pair of security associations, so it can stand for one permit. */
export const manualManyPermits = routerRule({
  id: "manual-many-permits",
  severity: "warning",
  // A flow that one of them was meant to protect is down, which is more than fragile.
  errorWhenFailing: true,
  fix: "auto",
  docs: {
    what: "The access list of an `ipsec-manual` entry has several permits.",
    why: "The entry's keys make one pair of security associations, for the first permit. The others are ignored.",
    remedy: "Give each permit an entry of its own with its own list, SPIs and keys, or let IKE negotiate.",
    source: "Cisco IOS XE Security for VPNs with IPsec Configuration Guide, manual crypto maps",
  },
  messages: {
    ignored: "{router}: {entry} has manual keys and uses only the first permit of ACL {list}; {ignored} nothing.",
  },
  check(router, report) {
    for (const crypto of cryptoLists(router)) {
      const [, ...ignored] = crypto.permits;
      const [first] = ignored;
      if (!first) continue;
      for (const user of crypto.users.filter(isManual)) {
        report({
          message: "ignored",
          data: {
            router: ownName(router),
            entry: entryTitle(user),
            list: crypto.list.name,
            ignored:
              ignored.length === 1
                ? `"${entryText(first.entry)}" behind it protects`
                : `${ignored.length} behind it, from "${entryText(first.entry)}" on, protect`,
          },
          places: [linePlace(router, crypto.list.name, first.entry.sequence), entryPlace(user, "matchAddress")],
          fixes: crypto.users.every(isManual) ? () => [withoutIgnored(crypto)] : [],
        });
      }
    }
  },
});

function isManual(user: CryptoEntry): boolean {
  return user.kind === "cryptoMapEntry" && user.entry.type === "ipsec-manual";
}

/** What each permit would need, its own SPIs and keys at both ends, only people can say; what holds now can be written down. */
function withoutIgnored({ router, list, permits }: CryptoList): Fix {
  const gone = new Set(permits.slice(1).map(({ entry }) => entry.sequence));
  return {
    title: `Remove the permits of ACL ${list.name} that the manual keys ignore`,
    safe: false,
    edits: [putNumberedList(router, { ...list, lines: list.lines.filter((line) => !gone.has(line.sequence)) })],
  };
}
