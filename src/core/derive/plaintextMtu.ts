import { canonicalTransform } from "./transforms.ts";
import type { TransformSet } from "../model/transformSet.ts";

/** How a transform lengthens a packet, in bytes. */
const ciphers: Readonly<Record<string, { readonly block: number; readonly vector: number; readonly check?: number }>> =
  {
    "esp-null": { block: 4, vector: 0 },
    "esp-des": { block: 8, vector: 8 },
    "esp-3des": { block: 8, vector: 8 },
    "esp-seal": { block: 4, vector: 0 },
    "esp-aes": { block: 16, vector: 16 },
    "esp-gcm": { block: 4, vector: 8, check: 16 },
    "esp-gmac": { block: 4, vector: 8, check: 16 },
  };

/** Integrity check values: truncated to 12 bytes with MD5 and SHA-1, to half their length with SHA-2. Source: RFC 2403, 2404, 4868. */
const checks: Readonly<Record<string, number>> = { md5: 12, sha: 12, sha256: 16, sha384: 24, sha512: 32 };

const [ipHeader, espHeader, espTrailer, ahHeader, udpHeader] = [20, 8, 2, 12, 8];

/**
 * The largest packet, in bytes, that goes through a tunnel in one piece. It is what `show crypto ipsec sa` calls plaintext mtu:
 * 1438 for AES with SHA over 1500 bytes. `pathMtu` is what the way to the peer takes.
 */
export function plaintextMtu(
  set: TransformSet,
  pathMtu: number,
  { translated }: { readonly translated: boolean },
): number {
  const { cipher, espCheck, ahBytes } = overheadOf(set);
  const room = pathMtu - ipHeader - (translated ? udpHeader : 0) - ahBytes;
  const saved = set.mode === "transport" ? ipHeader : 0;
  if (!cipher) return room + saved;
  const inner = room - espHeader - cipher.vector - espCheck;
  return Math.floor(inner / cipher.block) * cipher.block - espTrailer + saved;
}

/** What a set's protocols put around a packet. */
export interface Overhead {
  /** Block and initialisation vector of the ESP cipher, in bytes; undefined where ESP encrypts nothing. */
  readonly cipher: { readonly block: number; readonly vector: number } | undefined;
  /** The integrity check value of ESP, in bytes; 0 without one. */
  readonly espCheck: number;
  /** The whole Authentication Header, in bytes; 0 without AH. */
  readonly ahBytes: number;
}

export function overheadOf({ transforms }: TransformSet): Overhead {
  const words = transforms.map(canonicalTransform);
  // An ESP authenticator alone stands with "esp-null", which older releases add by themselves.
  const usesEsp = words.some((word) => word.startsWith("esp-"));
  const cipher =
    words.map((word) => ciphers[word.split(" ")[0] ?? ""]).find((one) => one !== undefined) ??
    (usesEsp ? ciphers["esp-null"] : undefined);
  const checkOf = (prefix: string) =>
    checks[words.map((word) => new RegExp(`^${prefix}-(\\w+)-hmac$`).exec(word)?.[1]).find(Boolean) ?? ""] ?? 0;
  return {
    cipher,
    espCheck: cipher?.check ?? checkOf("esp"),
    ahBytes: words.some((word) => word.startsWith("ah-")) ? ahHeader + checkOf("ah") : 0,
  };
}
