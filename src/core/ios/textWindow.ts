/**
 * A part of a text as numbers, one per character. To look at one of them is several times faster than in the text itself, which may be
 * joined of others; a long text passes by in parts, so that they need no memory to speak of.
 */
export interface TextWindow {
  text: string;
  codes: Uint16Array;
  /** Where the part begins and ends in the text. */
  from: number;
  end: number;
}

/** As much as stays near the processor. */
const usualSize = 8192;

/**
 * What every JavaScript has, in a browser, a worker and on a command line, though no edition of the language says so. Source: Minimum
 * Common Web API, TextEncoder.
 */
declare const TextEncoder: new () => {
  encodeInto(text: string, bytes: Uint8Array): { readonly read: number; readonly written: number };
};

const encoder = new TextEncoder();
const encoded = new Uint8Array(usualSize);

export function newTextWindow(text: string, size = usualSize): TextWindow {
  return { text, codes: new Uint16Array(size), from: 0, end: 0 };
}

/** Sees to it that a stretch of the text stands in the window. */
export function showStretch(window: TextWindow, from: number, end: number): void {
  if (from >= window.from && end <= window.end) return;
  const { text } = window;
  if (end - from > window.codes.length) window.codes = new Uint16Array((end - from) * 2);
  const { codes } = window;
  const length = Math.min(codes.length, text.length - from);
  if (!copyAscii(text, from, length, codes)) copyCodes(text, from, length, codes);
  window.from = from;
  window.end = from + length;
}

/** Shows a stretch of another text, and no more of it. */
export function showOther(window: TextWindow, text: string, from: number, end: number): void {
  const length = end - from;
  if (length > window.codes.length) window.codes = new Uint16Array(length * 2);
  const { codes } = window;
  copyCodes(text, from, length, codes);
  window.text = text;
  window.from = from;
  window.end = end;
}

/** Whether a text has no other characters than ASCII has. */
export function isAscii(text: string): boolean {
  for (let from = 0; from < text.length; from += usualSize)
    if (!encode(text, from, Math.min(usualSize, text.length - from))) return false;
  return true;
}

function copyCodes(text: string, from: number, length: number, codes: Uint16Array): void {
  for (let at = 0; at < length; at += 1) codes[at] = text.charCodeAt(from + at);
}

/**
 * Copies a stretch of ASCII, ten times faster than one character after the other; false, with nothing copied, where it holds anything
 * else or is longer than usual.
 */
function copyAscii(text: string, from: number, length: number, codes: Uint16Array): boolean {
  if (length > usualSize || codes.length < usualSize || !encode(text, from, length)) return false;
  codes.set(encoded);
  return true;
}

/**
 * Encodes a stretch of a text, so many characters and no more than usual. True where they are their own bytes: one beyond ASCII takes
 * several, so that not all of them fit or more are written than were read.
 */
function encode(text: string, from: number, length: number): boolean {
  const { read, written } = encoder.encodeInto(text.slice(from, from + length), encoded);
  return read === length && written === length;
}
