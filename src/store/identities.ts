import { asCanvasId, asRouterId, type IdSource } from "../core/index.ts";

/** New identities: random, so that two designs can be merged and two tabs never make the same one. */
export const randomIds: IdSource = {
  router: () => asRouterId(`router-${randomText(BASE36, 10)}`),
  canvas: () => asCanvasId(`canvas-${randomText(BASE36, 10)}`),
};

export function newDesignId(): string {
  return `design-${randomText(BASE36, 12)}`;
}

/**
 * A pre-shared key of 28 characters, some 160 bits. It has no `?`, which a terminal takes as a question, and no characters that
 * people confuse.
 */
export function newPresharedKey(): string {
  return randomText(KEY_ALPHABET, 28);
}

/** A key of so many hexadecimal digits. */
export function newHexadecimalKey(digits: number): string {
  return randomText(HEXADECIMAL, digits);
}

/** The number of a security association by hand that none of these has. */
export function newSpi(taken: ReadonlySet<number>): number {
  for (;;) {
    const spi = FIRST_SPI + ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % SPI_COUNT);
    if (!taken.has(spi)) return spi;
  }
}

/** Below 256 numbers are reserved; five digits are as many as people can compare. */
const FIRST_SPI = 10_000;
const SPI_COUNT = 90_000;
const HEXADECIMAL = "0123456789abcdef";
const BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz";
const KEY_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

/** Characters drawn evenly from an alphabet of at most 256. */
function randomText(alphabet: string, length: number): string {
  const limit = 256 - (256 % alphabet.length);
  let text = "";
  while (text.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
      // A byte beyond the last whole multiple would favour the alphabet's first characters.
      if (byte < limit && text.length < length) text += alphabet.charAt(byte % alphabet.length);
    }
  }
  return text;
}
