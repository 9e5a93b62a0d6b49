import { changeKeyLines, digitsFor, keyLinePlace, manualEntries, partName } from "../manualEntries.ts";
import { designRule } from "../rule.ts";

/** What stands behind the key's size is cut off. */
export const manualKeyLong = designRule({
  id: "manual-key-long",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "A manual key is longer than its algorithm needs.",
    why: "The router cuts the key to size, so two keys that differ at the end are the same.",
    remedy: "Enter as many digits as the algorithm takes.",
    source: "Cisco IOS Security Command Reference, set session-key",
  },
  messages: {
    long: "{router}: the {direction} {protocol} {part} of {entry} is longer than the {digits} hexadecimal digits that transform set {set} takes.",
  },
  check(design, peerings, report) {
    for (const { entry, router, title, set } of manualEntries(design, peerings)) {
      for (const line of set ? entry.body.sessionKeys : []) {
        for (const part of ["key", "authenticatorKey"] as const) {
          const text = line[part];
          const digits = set ? digitsFor(part, line.protocol, set) : 0;
          if (text === undefined || digits === 0 || text.length <= digits) continue;
          const name = partName(part, line.protocol);
          const places = [keyLinePlace(entry, line)];
          report({
            message: "long",
            data: {
              router,
              entry: title,
              direction: line.direction,
              protocol: line.protocol.toUpperCase(),
              part: name,
              digits,
              set: set?.name ?? "",
            },
            places,
            fixes: [
              {
                title: `Cut the ${line.direction} ${name} of ${title} to ${digits} digits`,
                // The router uses no more of it anyway.
                safe: true,
                edits: changeKeyLines(design, places, (one) => ({ ...one, [part]: text.slice(0, digits) })),
              },
            ],
          });
        }
      }
    }
  },
});
