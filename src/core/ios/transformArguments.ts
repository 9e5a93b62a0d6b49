import type { Transform } from "../model/transformSet.ts";
import { abbreviated, missing, type ArgumentType } from "./argumentType.ts";
import { expecting, wordAt, type Cursor } from "./cursor.ts";

/**
 * The four classes of transform; a set takes at most one of each.
 * Source: Cisco IOS Security Command Reference, "crypto ipsec transform-set"; SHA-2, GCM and GMAC from the IOS-XE YANG model.
 */
export const TRANSFORM_CLASSES = {
  ah: ["ah-md5-hmac", "ah-sha-hmac", "ah-sha256-hmac", "ah-sha384-hmac", "ah-sha512-hmac"],
  "esp-cipher": ["esp-null", "esp-des", "esp-3des", "esp-aes", "esp-seal", "esp-gcm", "esp-gmac"],
  "esp-authentication": ["esp-md5-hmac", "esp-sha-hmac", "esp-sha256-hmac", "esp-sha384-hmac", "esp-sha512-hmac"],
  compression: ["comp-lzs"],
} as const;

export type TransformClass = keyof typeof TRANSFORM_CLASSES;

/** Ciphers that take a key size behind them; without one they use 128 bits. */
export const SIZED_CIPHERS: ReadonlySet<string> = new Set(["esp-aes", "esp-gcm", "esp-gmac"]);

export const KEY_SIZES = ["128", "192", "256"] as const;

export const TRANSFORM_WORDS: readonly string[] = Object.values(TRANSFORM_CLASSES).flat();

const known = new Set(TRANSFORM_WORDS);

/** The class of a transform; undefined for a word that is none. */
export function transformClass(transform: Transform): TransformClass | undefined {
  const size = transform.indexOf(" ");
  return classes.get(size < 0 ? transform : transform.slice(0, size));
}

const classes: ReadonlyMap<string, TransformClass> = new Map(
  (Object.keys(TRANSFORM_CLASSES) as TransformClass[]).flatMap((one) =>
    TRANSFORM_CLASSES[one].map((word): [string, TransformClass] => [word, one]),
  ),
);

/** One to four transforms; the default key size is left out, as IOS leaves it out. */
export const transforms: ArgumentType<readonly Transform[]> = {
  label: "TRANSFORM [TRANSFORM ...]",
  what: "one to four transforms such as esp-aes 256 esp-sha256-hmac",
  keywords: TRANSFORM_WORDS,
  read(cursor) {
    const start = cursor.at;
    const list: Transform[] = [];
    while (cursor.at < cursor.count) {
      const transform = readTransform(cursor);
      if (transform === undefined) {
        cursor.at = start;
        return undefined;
      }
      list.push(transform);
    }
    if (cursor.explanation !== undefined) for (const keyword of TRANSFORM_WORDS) expecting(cursor, { keyword });
    return list.length === 0 ? missing(cursor, transforms) : list;
  },
  format: (list) => list.join(" "),
};

function readTransform(cursor: Cursor): Transform | undefined {
  const word = wordAt(cursor) ?? "";
  const transform = known.has(word) ? word : cursor.lenient ? abbreviated(word, TRANSFORM_WORDS) : undefined;
  if (transform === undefined) {
    if (cursor.explanation !== undefined) for (const keyword of TRANSFORM_WORDS) expecting(cursor, { keyword });
    return undefined;
  }
  if (transform !== word) cursor.canonical = false;
  cursor.at += 1;
  if (!SIZED_CIPHERS.has(transform)) return transform;
  const size = wordAt(cursor);
  if (size !== "128" && size !== "192" && size !== "256") {
    if (cursor.explanation !== undefined) for (const keyword of KEY_SIZES) expecting(cursor, { keyword });
    return transform;
  }
  cursor.at += 1;
  if (size !== "128") return `${transform} ${size}`;
  cursor.canonical = false;
  return transform;
}
