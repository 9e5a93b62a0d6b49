import { changeKeyLines, keyLineAt } from "../manualEntries.ts";
import { projectedRule } from "../projectedRule.ts";
import { designOfPair } from "../selectorFixes.ts";

/** The receiver finds the association by the number that the sender writes into each packet. */
export const manualSpiCross = projectedRule({
  id: "manual-spi-cross",
  severity: "error",
  fix: "auto",
  docs: {
    what: "The SPI that one end sends with is not the one that the other end receives with.",
    why: "The receiver knows no security association with that SPI and drops the packets.",
    remedy: "Make each end's outbound SPI the other end's inbound one, for each protocol.",
    source: "RFC 4303 section 2.1; Cisco IOS Security Command Reference, set session-key",
  },
  messages: { differ: "{near} sends {protocol} with SPI {nearValue}, but {far} receives with SPI {farValue}." },
  message: () => "differ",
  fixes(_judged, routers, { data, places: [sent, received] }) {
    const design = designOfPair(routers);
    const [ours, theirs] = [keyLineAt(design, sent), keyLineAt(design, received)];
    if (!sent || !received || !ours || !theirs) return [];
    const { near, far } = data;
    return [
      {
        title: `Receive with SPI ${ours.spi} on ${far}`,
        safe: false,
        edits: changeKeyLines(design, [received], (line) => ({ ...line, spi: ours.spi })),
      },
      {
        title: `Send with SPI ${theirs.spi} on ${near}`,
        safe: false,
        edits: changeKeyLines(design, [sent], (line) => ({ ...line, spi: theirs.spi })),
      },
    ];
  },
});
