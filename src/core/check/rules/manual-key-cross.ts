import type { SessionKey } from "../../model/cryptoMap.ts";
import { changeKeyLines, keyLineAt } from "../manualEntries.ts";
import { projectedRule } from "../projectedRule.ts";
import { designOfPair } from "../selectorFixes.ts";

/** What one end encrypts, the other must decrypt with the same key. */
export const manualKeyCross = projectedRule({
  id: "manual-key-cross",
  severity: "error",
  fix: "auto",
  docs: {
    what: "The keys that one end sends with differ from those that the other end receives with under the same SPI.",
    why: "The receiver can't verify or decrypt the packets and drops them.",
    remedy: "Make each end's outbound keys the other end's inbound ones.",
    source: "Cisco IOS Security Command Reference, set session-key",
  },
  messages: {
    differ:
      "The {protocol} {keys} that {near} sends with under SPI {nearValue} differ from those that {far} receives with.",
  },
  message: () => "differ",
  fixes(_judged, routers, { data, places: [sent, received] }) {
    const design = designOfPair(routers);
    const [ours, theirs] = [keyLineAt(design, sent), keyLineAt(design, received)];
    if (!sent || !received || !ours || !theirs) return [];
    const { near, far } = data;
    return [
      {
        title: `Give ${far} the keys that ${near} sends with`,
        safe: false,
        edits: changeKeyLines(design, [received], (line) => withKeysOf(line, ours)),
      },
      {
        title: `Give ${near} the keys that ${far} receives with`,
        safe: false,
        edits: changeKeyLines(design, [sent], (line) => withKeysOf(line, theirs)),
      },
    ];
  },
});

function withKeysOf({ direction, protocol, spi }: SessionKey, { key, authenticatorKey }: SessionKey): SessionKey {
  return {
    direction,
    protocol,
    spi,
    ...(key !== undefined && { key }),
    ...(authenticatorKey !== undefined && { authenticatorKey }),
  };
}
