import { normalAccessList } from "../../derive/cryptoAccessList.ts";
import { cryptoMapSets } from "../../derive/cryptoMapSet.ts";
import { releaseOf } from "../../derive/dialect.ts";
import { covers, mirror, type ProxyIdentity } from "../../derive/proxyIdentity.ts";
import { ownName } from "../../derive/routerNames.ts";
import { selectorIndex } from "../../derive/selectorIndex.ts";
import { accessListEntries, type AccessList, type AccessListEntry } from "../../model/accessList.ts";
import type { Router } from "../../model/router.ts";
import { cryptoLists, entryText, hasNoAny, linePlace, putNumberedList } from "../cryptoLists.ts";
import type { Fix } from "../finding.ts";
import { routerRule } from "../rule.ts";

/** Old releases looked at a packet twice, the second time in clear. */
export const aclClearPermitOld = routerRule({
  id: "acl-clear-permit-old",
  severity: "info",
  fix: "auto",
  docs: {
    what: "The inbound access list of a crypto interface permits the clear text of a tunnel.",
    why: "Before 12.3(8)T the list saw decrypted packets again, so they had to be permitted. Since then the line lets in only packets that never were encrypted, and these the crypto map drops.",
    remedy: "Remove the line; filter what comes out of the tunnel with `set ip access-group`.",
    source: "Cisco IOS Security Configuration Guide, Crypto Access Check on Clear-Text Packets (12.3(8)T)",
  },
  messages: {
    needless:
      '{router}: "{line}" of ACL {list} on {interface} permits the clear text of {crypto}, which no release since 12.3(8)T asks for.',
  },
  check(router, report) {
    if (mayBeOld(router)) return;
    const { elements } = router;
    for (const set of cryptoMapSets(elements).values()) {
      if (!set.carriers.some((carrier) => carrier.accessGroupIn !== undefined)) continue;
      const outbound = protectedTraffic(router, set.name);
      if (outbound.length === 0) continue;
      // What covers a line, seen from outside, meets its first selector.
      const inbound = outbound.map(({ identity }) => mirror(identity));
      const index = selectorIndex(inbound.map(({ selectors }) => selectors));
      for (const carrier of set.carriers) {
        const list = elements.accessList.get(carrier.accessGroupIn ?? "");
        const normal = normalAccessList(elements, carrier.accessGroupIn);
        if (!list || !normal) continue;
        const entries = accessListEntries(list);
        for (let position = 0; position < entries.length; position += 1) {
          const entry = entries[position];
          const identity = normal.identities[position];
          const selector = identity?.selectors[0];
          if (entry?.action !== "permit" || !identity || !selector) continue;
          const covering = index.intersecting(selector).find((found) => {
            const one = inbound[found];
            return one !== undefined && covers(one, identity);
          });
          const crypto = covering === undefined ? undefined : outbound[covering];
          if (!crypto) continue;
          report({
            message: "needless",
            data: {
              router: ownName(router),
              line: entryText(entry),
              list: list.name,
              interface: carrier.name,
              crypto: `ACL ${crypto.list}`,
            },
            places: [
              linePlace(router, list.name, entry.sequence),
              linePlace(router, crypto.list, crypto.identity.sequence),
            ],
            fixes: () => removal(router, list, entry),
          });
        }
      }
    }
  },
});

/** A list that is left empty would let everything in, so its last line stays. */
function removal(router: Router, list: AccessList, entry: AccessListEntry): readonly Fix[] {
  const lines = list.lines.filter((line) => line.sequence !== entry.sequence);
  if (!lines.some((line) => line.kind === "entry")) return [];
  return [
    {
      title: `Remove "${entryText(entry)}"`,
      // Where no release is told, the line may be one that an old one needs.
      safe: releaseOf(router) !== undefined,
      edits: [putNumberedList(router, { ...list, lines })],
    },
  ];
}

/** Within 12.3 the text doesn't tell on which side of the change a release is. */
function mayBeOld(router: Router): boolean {
  const release = releaseOf(router);
  return release !== undefined && (release.major < 12 || (release.major === 12 && release.minor <= 3));
}

interface ProtectedTraffic {
  readonly list: string;
  readonly identity: ProxyIdentity;
}

/** The permits of a map's static entries: what they protect comes in as their mirror image. */
function protectedTraffic(router: Router, map: string): readonly ProtectedTraffic[] {
  const all: ProtectedTraffic[] = [];
  for (const { list, permits, users } of cryptoLists(router)) {
    if (!users.some((user) => user.kind === "cryptoMapEntry" && user.entry.map === map)) continue;
    for (const { identity } of permits) {
      if (identity.selectors.length > 0 && identity.selectors.every(hasNoAny)) all.push({ list: list.name, identity });
    }
  }
  return all;
}
