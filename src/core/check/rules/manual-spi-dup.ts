import type { SessionKey } from "../../model/cryptoMap.ts";
import { formatIpv4 } from "../../net/ipv4.ts";
import {
  changeKeyLines,
  crossingPlaces,
  freeSpi,
  keyLinePlace,
  manualEntries,
  type ManualEntry,
} from "../manualEntries.ts";
import { designRule } from "../rule.ts";

/** Destination, protocol and SPI together tell one association from another. */
export const manualSpiDup = designRule({
  id: "manual-spi-dup",
  severity: "error",
  fix: "ask",
  docs: {
    what: "Two inbound keys of a router, or two outbound ones to the same peer, have the same protocol and SPI.",
    why: "A security association is found by destination address, protocol and SPI; with two of one name, one of them gets the other's packets.",
    remedy: "Give each its own SPI, the same at the other end.",
    source: "RFC 4301 section 4.1; Cisco IOS Security Command Reference, set session-key",
  },
  messages: {
    twice:
      "{router}: {entry} has {direction} {protocol} SPI {spi}, which {other} has already for the same destination.",
  },
  check(design, peerings, report) {
    const known = new Map<string, { readonly manual: ManualEntry; readonly line: SessionKey }>();
    for (const manual of manualEntries(design, peerings)) {
      const { entry, far, router, title } = manual;
      for (const line of entry.body.sessionKeys) {
        const key = [entry.router.id, line.direction, line.protocol, line.spi, destinationOf(manual, line)].join(" ");
        const first = known.get(key);
        if (!first) {
          known.set(key, { manual, line });
          continue;
        }
        report({
          message: "twice",
          data: {
            router,
            entry: title,
            direction: line.direction,
            protocol: line.protocol.toUpperCase(),
            spi: line.spi,
            other: first.manual.title,
          },
          places: [...crossingPlaces(manual, line), keyLinePlace(first.manual.entry, first.line)],
          fixes: [
            {
              title: `Use another SPI in ${title}${far ? " and at its peer" : ""}`,
              safe: false,
              edits: [],
              needs: { label: "SPI, 256 to 4294967295", type: "number", suggestion: String(freeSpi([entry, far])) },
            },
          ],
        });
      }
    }
  },
  complete(design, _fix, places, value) {
    // The last place is the line that had the SPI first and keeps it.
    return changeKeyLines(design, places.slice(0, -1), (line) => ({ ...line, spi: Number(value) }));
  },
});

/** What comes in is for this router itself; what goes out is for the peer. */
function destinationOf({ entry }: ManualEntry, { direction }: SessionKey): string {
  const [first] = entry.body.peers;
  if (direction === "inbound" || !first) return "";
  return first.peer.kind === "address" ? formatIpv4(first.peer.address) : first.peer.hostname;
}
