import { ownName } from "../../derive/routerNames.ts";
import { putEdit } from "../../edit/elementEdits.ts";
import type { CryptoMapEntry } from "../../model/cryptoMap.ts";
import { routerRule } from "../rule.ts";

/** An entry that anchors a dynamic map takes everything from that map. */
export const anchorHasSubcommands = routerRule({
  id: "anchor-has-subcommands",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "A crypto map entry anchors a dynamic map and has lines of its own.",
    why: "They are ignored: the entry takes its peers, lists and transform sets from the dynamic map.",
    remedy: "Put the lines into the dynamic map's entry, or take them out.",
    source: "Cisco, Security for VPNs with IPsec, Creating Dynamic Crypto Maps",
  },
  messages: {
    ignored: "{router}: crypto map {entry} anchors dynamic map {map}, so its own lines ({fields}) are ignored.",
  },
  check(router, report) {
    for (const [name, entry] of router.elements.cryptoMapEntry) {
      if (entry.dynamicMap === undefined) continue;
      const ignored = ignoredFields(entry);
      const [first] = ignored;
      if (first === undefined) continue;
      report({
        message: "ignored",
        data: {
          router: ownName(router),
          entry: name,
          map: entry.dynamicMap,
          fields: ignored.map((field) => commands[field] ?? field).join(", "),
        },
        places: [{ router: router.id, kind: "cryptoMapEntry", name, field: first }],
        fixes: [
          {
            title: `Take the lines out of crypto map ${name} that it ignores`,
            safe: true,
            edits: [putEdit(router.id, "cryptoMapEntry", bareAnchor(entry))],
          },
        ],
      });
    }
  },
});

/** A description says nothing to the router, and the anchor's own words stand on its first line. */
const ownFields: ReadonlySet<string> = new Set([
  "map",
  "sequence",
  "type",
  "dynamicMap",
  "discover",
  "profile",
  "description",
  "kept",
]);

const commands: Readonly<Record<string, string>> = {
  peers: "set peer",
  transformSets: "set transform-set",
  matchAddress: "match address",
  pfs: "set pfs",
  isakmpProfile: "set isakmp-profile",
  ikev2Profile: "set ikev2-profile",
  lifetimeSeconds: "set security-association lifetime seconds",
  lifetimeKilobytes: "set security-association lifetime kilobytes",
  idleTimeSeconds: "set security-association idle-time",
  perHost: "set security-association level per-host",
  reverseRoute: "reverse-route",
  sessionKeys: "set session-key",
};

function ignoredFields(entry: CryptoMapEntry): readonly string[] {
  return Object.entries(entry)
    .filter(([field, value]) => !ownFields.has(field) && !(Array.isArray(value) && value.length === 0))
    .map(([field]) => field);
}

function bareAnchor(entry: CryptoMapEntry): CryptoMapEntry {
  const { map, sequence, type, dynamicMap, discover, profile, description, kept } = entry;
  return {
    map,
    sequence,
    type,
    ...(dynamicMap !== undefined && { dynamicMap }),
    ...(discover && { discover }),
    ...(profile !== undefined && { profile }),
    ...(description !== undefined && { description }),
    peers: [],
    transformSets: [],
    sessionKeys: [],
    kept,
  };
}
