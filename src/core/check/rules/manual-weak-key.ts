import type { SessionKey } from "../../model/cryptoMap.ts";
import {
  askForKey,
  completeKey,
  crossingPlaces,
  digitsFor,
  manualEntries,
  partName,
  type KeyPart,
} from "../manualEntries.ts";
import { designRule } from "../rule.ts";

/** Keys as they stand in examples. */
export const manualWeakKey = designRule({
  id: "manual-weak-key",
  severity: "warning",
  fix: "ask",
  docs: {
    what: "A manual key repeats a pattern, counts up or down, or is the same in both directions.",
    why: "Such keys are in every guide, so they are tried first; one key for both directions lets packets be sent back to where they came from.",
    remedy: "Use random digits, others for each direction.",
    source: "Judgement; the patterns are those of published examples",
  },
  messages: {
    pattern: "{router}: the {direction} {protocol} {part} of {entry} follows a pattern.",
    both: "{router}: the {protocol} {part} of {entry} is the same inbound and outbound.",
  },
  check(design, peerings, report) {
    for (const manual of manualEntries(design, peerings)) {
      const { entry, router, title, set } = manual;
      for (const line of entry.body.sessionKeys) {
        for (const part of ["key", "authenticatorKey"] as const) {
          const message = weaknessOf(entry.body.sessionKeys, line, part);
          if (!message) continue;
          const digits = (set && digitsFor(part, line.protocol, set)) ?? line[part]?.length ?? 0;
          report({
            message,
            data: {
              router,
              entry: title,
              direction: line.direction,
              protocol: line.protocol.toUpperCase(),
              part: partName(part, line.protocol),
            },
            places: crossingPlaces(manual, line),
            fixes: [askForKey(`Set another key in ${title} and at its peer`, part, line.protocol, digits)],
          });
        }
      }
    }
  },
  complete: completeKey,
});

function weaknessOf(lines: readonly SessionKey[], line: SessionKey, part: KeyPart): "pattern" | "both" | undefined {
  const text = line[part]?.toLowerCase() ?? "";
  if (text === "") return undefined;
  if (followsPattern(text)) return "pattern";
  const inbound = lines.find((one) => one.direction === "inbound" && one.protocol === line.protocol)?.[part];
  return line.direction === "outbound" && inbound?.toLowerCase() === text ? "both" : undefined;
}

/** One piece of at most sixteen digits over and over, or digits that only count. */
function followsPattern(text: string): boolean {
  return repeats(text) || ["0123456789abcdef", "fedcba9876543210"].some((run) => run.repeat(9).includes(text));
}

function repeats(text: string): boolean {
  for (let length = 1; length <= Math.min(16, text.length / 2); length += 1) {
    if (
      text
        .slice(0, length)
        .repeat(Math.ceil(text.length / length))
        .startsWith(text)
    )
      return true;
  }
  return false;
}
