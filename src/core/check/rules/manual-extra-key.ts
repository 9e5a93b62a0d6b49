import type { SessionKey } from "../../model/cryptoMap.ts";
import type { TransformSet } from "../../model/transformSet.ts";
import { changeEntry } from "../cryptoEntries.ts";
import { digitsFor, keyedProtocols, keyLinePlace, manualEntries } from "../manualEntries.ts";
import { designRule } from "../rule.ts";

/** A key that nothing uses. */
export const manualExtraKey = designRule({
  id: "manual-extra-key",
  severity: "warning",
  fix: "auto",
  docs: {
    what: "An entry with manual keys has a key for a protocol that its transform set does not use, or a cipher key for esp-null.",
    why: "The key is ignored; whoever reads the entry thinks that more is protected than is.",
    remedy: "Remove the key, or use the protocol in the transform set.",
    source: "Cisco IOS Security Command Reference, set session-key",
  },
  messages: {
    protocol: "{router}: {entry} has an {direction} {protocol} key, but its transform set {set} uses no {protocol}.",
    cipher: "{router}: {entry} has an {direction} ESP cipher key, but its transform set {set} encrypts nothing.",
  },
  check(design, peerings, report) {
    for (const { entry, router, title, set } of manualEntries(design, peerings)) {
      for (const line of set ? entry.body.sessionKeys : []) {
        const message = set && uselessness(line, set);
        if (!message) continue;
        const sessionKeys = entry.body.sessionKeys.flatMap((one) =>
          one !== line ? [one] : message === "protocol" ? [] : [withoutKey(one)],
        );
        report({
          message,
          data: {
            router,
            entry: title,
            direction: line.direction,
            protocol: line.protocol.toUpperCase(),
            set: set.name,
          },
          places: [keyLinePlace(entry, line)],
          fixes: [
            {
              title: `Take the ${line.direction} ${line.protocol.toUpperCase()}${message === "cipher" ? " cipher" : ""} key out of ${title}`,
              safe: true,
              edits: [changeEntry(entry, { sessionKeys })],
            },
          ],
        });
      }
    }
  },
});

function uselessness(line: SessionKey, set: TransformSet): "protocol" | "cipher" | undefined {
  if (!keyedProtocols(set).includes(line.protocol)) return "protocol";
  const cipher = line.protocol === "esp" && (line.key ?? "") !== "";
  return cipher && digitsFor("key", "esp", set) === 0 && set.transforms.includes("esp-null") ? "cipher" : undefined;
}

function withoutKey({ key: _key, ...line }: SessionKey): SessionKey {
  return line;
}
