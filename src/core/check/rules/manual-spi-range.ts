import { changeKeyLines, crossingPlaces, freeSpi, manualEntries } from "../manualEntries.ts";
import { designRule } from "../rule.ts";

/** Source: RFC 4303 section 2.1, 1 to 255 are reserved; the field has 32 bits. */
const [lowest, highest] = [256, 4294967295];

/** An SPI that no association may have. */
export const manualSpiRange = designRule({
  id: "manual-spi-range",
  severity: "error",
  fix: "ask",
  docs: {
    what: "A manual key has an SPI below 256 or above 4294967295.",
    why: "The lowest numbers are reserved and the field has 32 bits, so the router refuses the line.",
    remedy: "Use a number from 256 to 4294967295, the same at the other end.",
    source: "RFC 4303 section 2.1; Cisco IOS Security Command Reference, set session-key",
  },
  messages: {
    outside: "{router}: SPI {spi} of the {direction} {protocol} key of {entry} is not between 256 and 4294967295.",
  },
  check(design, peerings, report) {
    for (const manual of manualEntries(design, peerings)) {
      const { entry, far, router, title } = manual;
      for (const line of entry.body.sessionKeys) {
        if (line.spi >= lowest && line.spi <= highest) continue;
        report({
          message: "outside",
          data: {
            router,
            entry: title,
            direction: line.direction,
            protocol: line.protocol.toUpperCase(),
            spi: line.spi,
          },
          places: crossingPlaces(manual, line),
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
    const spi = Number(value);
    if (!(spi >= lowest && spi <= highest)) return [];
    return changeKeyLines(design, places, (line) => ({ ...line, spi }));
  },
});
