import type { SessionKey } from "../../model/cryptoMap.ts";
import type { Design } from "../../model/design.ts";
import {
  askForKey,
  changeKeyLines,
  completeKey,
  crossingLine,
  crossingPlaces,
  digitsFor,
  keyedProtocols,
  keyLinePlace,
  manualEntries,
  type ManualEntry,
} from "../manualEntries.ts";
import type { Fix } from "../finding.ts";
import { designRule } from "../rule.ts";

/** The key line and the transform set must agree on whether there is an authenticator. */
export const manualNoAuthenticator = designRule({
  id: "manual-no-authenticator",
  severity: "error",
  fix: "ask",
  docs: {
    what: "A manual ESP key has no authenticator key although its transform set has an ESP authenticator, or the reverse.",
    why: "The security association stays incomplete, and traffic is dropped.",
    remedy:
      "Give the key line an authenticator key where the transform set has an ESP authenticator, and none elsewhere.",
    source: "Cisco IOS Security Command Reference, set session-key esp",
  },
  messages: {
    missing: "{router}: the {direction} ESP key of {entry} has no authenticator key, which transform set {set} needs.",
    unused:
      "{router}: the {direction} ESP key of {entry} has an authenticator key, which transform set {set} has no use for.",
  },
  check(design, peerings, report) {
    for (const manual of manualEntries(design, peerings)) {
      const { entry, router, title, set } = manual;
      if (!set || !keyedProtocols(set).includes("esp")) continue;
      const digits = digitsFor("authenticatorKey", "esp", set);
      for (const line of entry.body.sessionKeys) {
        if (line.protocol !== "esp" || digits > 0 === (line.authenticatorKey !== undefined)) continue;
        report({
          message: digits > 0 ? "missing" : "unused",
          data: { router, entry: title, direction: line.direction, set: set.name },
          places: crossingPlaces(manual, line),
          fixes: [
            digits > 0 ? addAuthenticator(design, manual, line, digits) : dropAuthenticator(design, manual, line),
          ],
        });
      }
    }
  },
  complete: completeKey,
});

function addAuthenticator(design: Design, { entry, far, title }: ManualEntry, line: SessionKey, digits: number): Fix {
  const theirs = crossingLine(far, line)?.authenticatorKey;
  if (theirs === undefined)
    return askForKey(`Set the authenticator key of ${title}`, "authenticatorKey", "esp", digits);
  return {
    title: `Take the authenticator key of ${title} over from its peer`,
    safe: false,
    edits: changeKeyLines(design, [keyLinePlace(entry, line)], (one) => ({ ...one, authenticatorKey: theirs })),
  };
}

function dropAuthenticator(design: Design, { entry, title }: ManualEntry, line: SessionKey): Fix {
  return {
    title: `Take the ${line.direction} authenticator key out of ${title}`,
    safe: false,
    edits: changeKeyLines(design, [keyLinePlace(entry, line)], ({ authenticatorKey: _gone, ...one }) => one),
  };
}
