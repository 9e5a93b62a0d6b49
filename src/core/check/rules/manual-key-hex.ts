import { isHex, keyLinePlace, manualEntries, partName } from "../manualEntries.ts";
import { designRule } from "../rule.ts";

/** Keys are bytes, and bytes are two hexadecimal digits each. */
export const manualKeyHex = designRule({
  id: "manual-key-hex",
  severity: "error",
  fix: "man",
  docs: {
    what: "A manual key has an odd number of digits, or characters that are no hexadecimal digits.",
    why: "The router refuses the line.",
    remedy: "Enter an even number of digits 0 to 9 and a to f, without 0x before them.",
    source: "Cisco IOS Security Command Reference, set session-key",
  },
  messages: {
    odd: "{router}: the {direction} {protocol} {part} of {entry} has an odd number of hexadecimal digits.",
    other: "{router}: the {direction} {protocol} {part} of {entry} is not made of hexadecimal digits.",
  },
  check(design, peerings, report) {
    for (const { entry, router, title } of manualEntries(design, peerings)) {
      for (const line of entry.body.sessionKeys) {
        for (const part of ["key", "authenticatorKey"] as const) {
          const text = line[part] ?? "";
          if (isHex(text)) continue;
          report({
            message: /^[0-9a-f]*$/i.test(text) ? "odd" : "other",
            data: {
              router,
              entry: title,
              direction: line.direction,
              protocol: line.protocol.toUpperCase(),
              part: partName(part, line.protocol),
            },
            places: [keyLinePlace(entry, line)],
          });
        }
      }
    }
  },
});
