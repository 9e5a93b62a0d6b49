import type { TransformSet } from "../../model/transformSet.ts";
import { globalCommand, sectionCommand } from "../command.ts";

export const transformSet = globalCommand<"transformSet", { name: string; transforms?: readonly string[] }>({
  syntax: "crypto ipsec transform-set <name:name> <transforms:transforms>",
  kind: "transformSet",
  opens: "transform-set",
  removesElement: true,
  name: (args) => args.name,
  create: (args) => ({ name: args.name, transforms: [...(args.transforms ?? [])], kept: [] }),
  read(set, args) {
    set.transforms = [...(args.transforms ?? [])];
    return undefined;
  },
  write: (set) => [{ name: set.name, transforms: set.transforms }],
  summary:
    "How packets are protected: at most one AH, one ESP cipher, one ESP authentication and compression. Both sides need a set with the same transforms.",
  source: "Cisco IOS Security Command Reference, crypto ipsec transform-set",
  words: {
    "ah-md5-hmac": "Authentication Header with MD5: broken.",
    "ah-sha-hmac": "Authentication Header with SHA-1: deprecated.",
    "ah-sha256-hmac": "Authentication Header with SHA-2, 256 bits.",
    "ah-sha384-hmac": "Authentication Header with SHA-2, 384 bits.",
    "ah-sha512-hmac": "Authentication Header with SHA-2, 512 bits.",
    "esp-null": "No encryption.",
    "esp-des": "DES, 56 bits: broken.",
    "esp-3des": "Triple DES, 168 bits: deprecated.",
    "esp-aes": "AES in CBC mode, 128 bits without a size.",
    "esp-seal": "SEAL, 160 bits. It needs an authenticator, IKE, and no hardware engine.",
    "esp-gcm": "AES in Galois/Counter mode: encrypts and authenticates, takes no authenticator.",
    "esp-gmac": "AES-GMAC: authenticates without encryption.",
    "esp-md5-hmac": "ESP authentication with MD5: broken.",
    "esp-sha-hmac": "ESP authentication with SHA-1: deprecated.",
    "esp-sha256-hmac": "ESP authentication with SHA-2, 256 bits.",
    "esp-sha384-hmac": "ESP authentication with SHA-2, 384 bits.",
    "esp-sha512-hmac": "ESP authentication with SHA-2, 512 bits.",
    "comp-lzs": "LZS compression, before encryption.",
    "128": "128-bit key; the same as none.",
    "192": "192-bit key.",
    "256": "256-bit key.",
  },
});

export const transformSetEsn = sectionCommand<TransformSet>({
  syntax: "esn",
  field: "extendedSequenceNumbers",
  withoutIt: "Sequence numbers have 32 bits.",
  summary: "Counts packets with 64 bits, for fast links.",
  source: "Cisco IOS-XE native YANG model",
});

/** IOS 15 prints the mode always; older releases leave tunnel out. */
export const transformSetMode = sectionCommand<TransformSet, { tunnel?: true; transport?: true; require?: true }>({
  syntax: "mode {tunnel | {transport} [require]}",
  field: "mode",
  withoutIt: "tunnel.",
  read(set, args) {
    delete set.modeRequire;
    if (args.transport === true) set.mode = "transport";
    else delete set.mode;
    if (args.require === true) set.modeRequire = true;
    return undefined;
  },
  write: (set) => [
    set.mode === "transport"
      ? { transport: true, ...(set.modeRequire === true ? { require: true } : {}) }
      : { tunnel: true },
  ],
  remove(set) {
    delete set.mode;
    delete set.modeRequire;
  },
  summary: "Whether the whole packet is wrapped, or its payload alone.",
  source: "Cisco IOS Security Command Reference, mode (IPSec)",
  words: {
    tunnel: "The whole packet is wrapped into a new one.",
    transport: "The payload alone is protected. It holds only for traffic between the two peers themselves.",
    require: "Refuses the other mode.",
  },
});
