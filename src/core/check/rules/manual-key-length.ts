import { askForKey, completeKey, crossingPlaces, digitsFor, isHex, manualEntries, partName } from "../manualEntries.ts";
import { designRule } from "../rule.ts";

/** A key must be as long as its algorithm wants it. */
export const manualKeyLength = designRule({
  id: "manual-key-length",
  severity: "error",
  fix: "ask",
  docs: {
    what: "A manual key is shorter than its algorithm needs.",
    why: "The router refuses the key, or the security association stays incomplete.",
    remedy:
      "Enter the digits that the algorithm needs: 16 for DES, 48 for 3DES, 32 to 64 for AES, 32 for MD5, 40 for SHA-1, 64 for SHA-256.",
    source: "Cisco IOS Security Command Reference, set session-key; key sizes of the algorithms",
  },
  messages: {
    short:
      "{router}: the {direction} {protocol} {part} of {entry} is shorter than the {digits} hexadecimal digits that transform set {set} needs.",
  },
  check(design, peerings, report) {
    for (const manual of manualEntries(design, peerings)) {
      const { entry, router, title, set } = manual;
      for (const line of set ? entry.body.sessionKeys : []) {
        for (const part of ["key", "authenticatorKey"] as const) {
          const text = line[part];
          const digits = set ? digitsFor(part, line.protocol, set) : 0;
          // A line without an authenticator key is another rule's business; one without a cipher key is short of all of it.
          if ((text === undefined && part === "authenticatorKey") || !isHex(text ?? "")) continue;
          if ((text ?? "").length >= digits) continue;
          report({
            message: "short",
            data: {
              router,
              entry: title,
              direction: line.direction,
              protocol: line.protocol.toUpperCase(),
              part: partName(part, line.protocol),
              digits,
              set: set?.name ?? "",
            },
            places: crossingPlaces(manual, line),
            fixes: [askForKey(`Set a longer key in ${title} and at its peer`, part, line.protocol, digits)],
          });
        }
      }
    }
  },
  complete: completeKey,
});
