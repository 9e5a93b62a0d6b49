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
