import type { SessionKey } from "../../model/cryptoMap.ts";
import type { Edit } from "../../edit/edit.ts";
import { changeEntry, entryAt, entryPlace, type CryptoEntry } from "../cryptoEntries.ts";
import type { Fix } from "../finding.ts";
import {
  crossingLine,
  digitsFor,
  freeSpi,
  keyedProtocols,
  keyLinePlace,
  manualEntries,
  type KeyLineName,
  type ManualEntry,
} from "../manualEntries.ts";
import { designRule } from "../rule.ts";

/** Each protocol needs a key each way. */
export const manualMissingKey = designRule({
  id: "manual-missing-key",
  severity: "error",
  fix: "ask",
  docs: {
    what: "An entry with manual keys lacks the inbound or the outbound key for a protocol of its transform set.",
    why: "The security association stays incomplete, and the traffic that it should protect is dropped.",
    remedy: "Set a session key inbound and one outbound for each of AH and ESP that the set uses.",
    source: "Cisco IOS Security Command Reference, set session-key",
  },
  messages: { missing: "{router}: {entry} has no {direction} {protocol} key, which its transform set {set} needs." },
  check(design, peerings, report) {
    for (const manual of manualEntries(design, peerings)) {
      const { entry, router, title, set, far } = manual;
      if (!set) continue;
      for (const protocol of keyedProtocols(set)) {
        for (const direction of ["inbound", "outbound"] as const) {
          if (entry.body.sessionKeys.some((one) => one.direction === direction && one.protocol === protocol)) continue;
          const crossing = crossingLine(far, { direction, protocol });
          report({
            message: "missing",
            data: { router, entry: title, direction, protocol: protocol.toUpperCase(), set: set.name },
            places: [
              entryPlace(entry, "sessionKeys"),
              ...(far ? [crossing ? keyLinePlace(far, crossing) : entryPlace(far, "sessionKeys")] : []),
            ],
            fixes: [keyFix(manual, { direction, protocol }, crossing)],
          });
        }
      }
    }
  },
  complete(design, fix, places, value) {
    if (!/^([0-9a-f]{2})+$/i.test(value)) return [];
    return fix.edits.map((edit) => {
      if (edit.op !== "put" || edit.key.kind !== "cryptoMapEntry") return edit;
      const entry = entryAt(
        design,
        places.find((place) => place.router === edit.key.router),
      );
      const element = edit.element as CryptoEntry["entry"];
      const sessionKeys = element.sessionKeys.map((line) =>
        entry?.body.sessionKeys.includes(line) ? line : cut(line, value),
      );
      return { ...edit, element: { ...element, sessionKeys } };
    });
  },
});

/** What the other end has is taken over; where it lacks it too, a person says a key and both ends get it. */
function keyFix(
  { entry, far, set, title, router }: ManualEntry,
  name: KeyLineName,
  crossing: SessionKey | undefined,
): Fix {
  const what = `${name.direction} ${name.protocol.toUpperCase()} key`;
  if (crossing) {
    return {
      title: `Take the ${what} of ${title} on ${router} over from its peer`,
      safe: false,
      edits: [withLine(entry, { ...crossing, ...name })],
    };
  }
  const key = set ? digitsFor("key", name.protocol, set) : 0;
  const authenticator = set ? digitsFor("authenticatorKey", name.protocol, set) : 0;
  const line: SessionKey = {
    ...name,
    spi: freeSpi([entry, far]),
    key: "0".repeat(key),
    ...(authenticator > 0 && { authenticatorKey: "0".repeat(authenticator) }),
  };
  const opposite = name.direction === "inbound" ? "outbound" : "inbound";
  return {
    title: `Set the ${what} of ${title} on ${router}${far ? " and at its peer" : ""}`,
    safe: false,
    edits: [withLine(entry, line), ...(far ? [withLine(far, { ...line, direction: opposite })] : [])],
    needs: {
      label: `Key, ${key + authenticator} hexadecimal digits${authenticator > 0 ? ", cipher and authenticator together" : ""}`,
      type: "key",
    },
  };
}

function withLine(entry: CryptoEntry, line: SessionKey): Edit {
  return changeEntry(entry, { sessionKeys: [...entry.body.sessionKeys, line] });
}

/** Cuts what a person said into the keys of a line. */
function cut(line: SessionKey, value: string): SessionKey {
  const length = line.key?.length ?? 0;
  return {
    ...line,
    key: value.slice(0, length),
    ...(line.authenticatorKey !== undefined && {
      authenticatorKey: value.slice(length, length + line.authenticatorKey.length),
    }),
  };
}
