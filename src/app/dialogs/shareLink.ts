import { withoutSecrets, type Design } from "../../core/index.ts";
import type { DesignFormat } from "../../store/library.ts";
import { linkViewWords, type LinkView } from "./linkView.ts";

/** What a share link is made of. */
export interface ShareLink {
  readonly address: string;
  /** How many different keys and passwords were left out. */
  readonly secretsLeftOut: number;
  readonly isTooLong: boolean;
}

/** The version of the link's form, and the mark that it is one. */
const MARK = "#v1:";

/** Some programs cut longer addresses; then a file is the better way. */
const LONGEST_ADDRESS = 8000;

/** No design that people draw unpacks to more than this; a link that does is an attack. */
const LARGEST_DESIGN_BYTES = 32 * 1024 * 1024;

/**
 * The design in the address's fragment, which browsers send to nobody: compressed, and with its secrets taken out. Behind it stands
 * how it is to be looked at.
 */
export async function makeShareLink(
  design: Design,
  format: DesignFormat,
  page: string,
  view: LinkView = {},
): Promise<ShareLink> {
  const { design: shared, secretsLeftOut } = withoutSecrets(design);
  const address = `${page.replace(/[?#].*$/, "")}${MARK}${await packText(format.write(shared))}${linkViewWords(view)}`;
  return { address, secretsLeftOut, isTooLong: address.length > LONGEST_ADDRESS };
}

/** The design of a share link; null when the fragment is none, and an error that says why when it can't be read. */
export async function readShareLink(fragment: string, format: DesignFormat): Promise<Design | null> {
  if (!fragment.startsWith("#v")) return null;
  if (!fragment.startsWith(MARK)) throw new Error("This link is of a newer version of Tunnelwright. Reload the page.");
  const [packed = ""] = fragment.slice(MARK.length).split("&");
  const text = await unpackText(packed);
  return format.read(text).design;
}

/** A text in the letters of an address, compressed. */
export async function packText(text: string): Promise<string> {
  const { deflateSync, strToU8 } = await import("fflate");
  return toBase64Url(deflateSync(strToU8(text), { level: 9 }));
}

/** The text that was packed; an error where it is damaged, or unpacks to more than any design. */
export async function unpackText(packed: string): Promise<string> {
  const { Inflate, strFromU8 } = await import("fflate");
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const inflate = new Inflate((chunk) => {
      size += chunk.length;
      if (size > LARGEST_DESIGN_BYTES) throw new Error("too large");
      chunks.push(chunk);
    });
    const bytes = fromBase64Url(packed);
    // In pieces, so that a small link which unpacks without end is stopped early.
    for (let at = 0; at < bytes.length; at += 4096)
      inflate.push(bytes.subarray(at, at + 4096), at + 4096 >= bytes.length);
  } catch {
    throw new Error("This link is damaged, so what is in it can't be opened.");
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return strFromU8(whole);
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
