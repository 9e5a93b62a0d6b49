import type { CryptoMapEntry, DynamicMapEntry } from "../model/cryptoMap.ts";
import type { EntryKind } from "./entryKind.ts";
import { modeOf } from "./modes.ts";

/** What an entry of a crypto map or of a dynamic map is, as its commands know it. */
export function entryKindOf(entry: CryptoMapEntry | DynamicMapEntry): EntryKind {
  if (!("type" in entry)) return "dynamic";
  return entry.dynamicMap === undefined ? entry.type : "anchor";
}

/** Whether IOS takes a line of this field in such an entry. */
export function entryTakes(kind: EntryKind, field: string): boolean {
  if (kind === "anchor") return false;
  return modeOf("crypto-map").mode.commands.some(
    (command) => command.field === field && (command.entries?.includes(kind) ?? true),
  );
}
