import { memoByIdentity } from "../derive/identityMemo.ts";
import { nameIn, routerNames } from "../derive/routerNames.ts";
import { transformProtocols, usableTransformSets } from "../derive/transforms.ts";
import type { Edit } from "../edit/edit.ts";
import type { SessionKey } from "../model/cryptoMap.ts";
import type { Design } from "../model/design.ts";
import type { Place } from "../model/router.ts";
import type { TransformSet } from "../model/transformSet.ts";
import { neededDigits } from "../negotiate/manualKeys.ts";
import type { JudgedPeering } from "../negotiate/trace.ts";
import { changeEntry, entryAt, entryPlace, entryTitle, staticEntries, type CryptoEntry } from "./cryptoEntries.ts";
import type { Fix } from "./finding.ts";
import { entriesAtOtherEnds } from "./otherEnds.ts";
import { perRouter } from "./perRouter.ts";

/** An `ipsec-manual` entry with what its keys are for. */
export interface ManualEntry {
  readonly entry: CryptoEntry;
  /** The display name of its router. */
  readonly router: string;
  /** "crypto map VPN 10". */
  readonly title: string;
  /** The one set that it uses; undefined where it has none, several, or one that doesn't exist. */
  readonly set: TransformSet | undefined;
  /** The manual entry at the other end, whose keys must cross with these. */
  readonly far: CryptoEntry | undefined;
}

/** Which of a line's two keys: the AH key or ESP cipher key, or the ESP authenticator key. */
export type KeyPart = "key" | "authenticatorKey";

/** All entries with manual keys of a design. Several rules ask for them in turn. */
export const manualEntries = memoByIdentity(entriesWithKeys);

const manualEntriesOf = perRouter((router) => staticEntries(router).filter(isManual));

function entriesWithKeys(design: Design, peerings: readonly JudgedPeering[]): readonly ManualEntry[] {
  const entries = manualEntriesOf(design);
  if (entries.length === 0) return [];
  const names = routerNames(design.routers);
  const otherEnds = entriesAtOtherEnds(design, peerings);
  return entries.map((entry) => {
    const sets = entry.body.transformSets.length === 1 ? usableTransformSets(entry.router, entry.body) : [];
    return {
      entry,
      router: nameIn(names, entry.router.id),
      title: entryTitle(entry),
      set: sets[0],
      far: otherEnds(entry).find(isManual),
    };
  });
}

export function isManual({ kind, entry }: CryptoEntry): boolean {
  return kind === "cryptoMapEntry" && entry.type === "ipsec-manual";
}

/** The protocols that a set needs keys for. */
export function keyedProtocols(set: TransformSet): readonly SessionKey["protocol"][] {
  const { esp, ah } = transformProtocols(set);
  return [...(ah ? ["ah" as const] : []), ...(esp ? ["esp" as const] : [])];
}

/** Hexadecimal digits that a part of a line needs; 0 where the set has no use for it. */
export function digitsFor(part: KeyPart, protocol: SessionKey["protocol"], set: TransformSet): number {
  const needs = neededDigits(protocol, set);
  return part === "key" ? needs.key : needs.authenticator;
}

/** A key line of an entry. */
export function keyLinePlace(entry: CryptoEntry, { direction, protocol }: KeyLineName): Place {
  return { ...entryPlace(entry, "sessionKeys"), item: `${direction} ${protocol}` };
}

export type KeyLineName = Pick<SessionKey, "direction" | "protocol">;

/** The line of the other end that must hold the same: its inbound for this end's outbound. */
export function crossingLine(
  far: CryptoEntry | undefined,
  { direction, protocol }: KeyLineName,
): SessionKey | undefined {
  const wanted = direction === "inbound" ? "outbound" : "inbound";
  return far?.body.sessionKeys.find((line) => line.direction === wanted && line.protocol === protocol);
}

/** The line, and the one that it crosses with. */
export function crossingPlaces({ entry, far }: ManualEntry, line: SessionKey): readonly Place[] {
  const other = crossingLine(far, line);
  return [keyLinePlace(entry, line), ...(far && other ? [keyLinePlace(far, other)] : [])];
}

/** The key line at a place. */
export function keyLineAt(design: Pick<Design, "routers">, place: Place | undefined): SessionKey | undefined {
  return entryAt(design, place)?.body.sessionKeys.find((line) => itemOf(line) === place?.item);
}

/** The edits that change the key lines at some places, which stand in different entries. */
export function changeKeyLines(
  design: Pick<Design, "routers">,
  places: readonly Place[],
  change: (line: SessionKey) => SessionKey,
): readonly Edit[] {
  return places.flatMap((place) => {
    const entry = entryAt(design, place);
    if (!entry) return [];
    const sessionKeys = entry.body.sessionKeys.map((line) => (itemOf(line) === place.item ? change(line) : line));
    return [changeEntry(entry, { sessionKeys })];
  });
}

/** A fix that asks for a key; `completeKey` puts it in at all places of the finding. */
export function askForKey(title: string, part: KeyPart, protocol: SessionKey["protocol"], digits: number): Fix {
  const word = part === "authenticatorKey" ? authenticatorWord : protocol === "ah" ? "AH key" : "Cipher key";
  return {
    title,
    safe: false,
    edits: [],
    needs: { label: `${word}, ${digits} hexadecimal digits`, type: "key" },
  };
}

const authenticatorWord = "Authenticator key";

export function completeKey(design: Design, fix: Fix, places: readonly Place[], value: string): readonly Edit[] {
  const part: KeyPart = fix.needs?.label.startsWith(authenticatorWord) ? "authenticatorKey" : "key";
  if (!/^([0-9a-f]{2})+$/i.test(value)) return [];
  return changeKeyLines(design, places, (line) => ({ ...line, [part]: value }));
}

/** A number that no line of these entries has as its SPI. 256 is the lowest that may be given out. Source: RFC 4303 section 2.1. */
export function freeSpi(entries: readonly (CryptoEntry | undefined)[]): number {
  const taken = new Set(
    entries.flatMap((entry) =>
      [...(entry?.router.elements.cryptoMapEntry.values() ?? [])].flatMap((one) =>
        one.sessionKeys.map((line) => line.spi),
      ),
    ),
  );
  let spi = 256;
  while (taken.has(spi)) spi += 1;
  return spi;
}

function itemOf({ direction, protocol }: KeyLineName): string {
  return `${direction} ${protocol}`;
}

/** Whole bytes in hexadecimal. */
export function isHex(text: string): boolean {
  return /^([0-9a-f]{2})*$/i.test(text);
}

/** What a part of a line is called in a message. */
export function partName(part: KeyPart, protocol: SessionKey["protocol"]): string {
  return part === "authenticatorKey" ? "authenticator key" : protocol === "ah" ? "key" : "cipher key";
}
