import type { IsakmpPolicy } from "../../model/isakmp.ts";
import { globalCommand, sectionCommand } from "../command.ts";

export const isakmpPolicy = globalCommand<"isakmpPolicy", { priority: number }>({
  syntax: "crypto isakmp policy <priority:1-10000>",
  kind: "isakmpPolicy",
  opens: "isakmp-policy",
  removesElement: true,
  rangeRule: "range-policy",
  name: (args) => String(args.priority),
  create: (args) => ({ priority: args.priority, kept: [] }),
  write: (policy) => [{ priority: policy.priority }],
  removedNames: (names, args) => (args.priority === undefined ? [...names] : [String(args.priority)]),
  summary:
    "A proposal for IKE phase 1. The initiator offers all of its policies; the responder takes the first of its own that equals an offered one.",
  source: "Cisco IOS Security Command Reference, crypto isakmp policy",
  words: { priority: "1 to 10000; 1 is tried first." },
});

const source = "Cisco IOS Security Command Reference, encryption (IKE policy) and its neighbours";

export const isakmpPolicyEncryption = sectionCommand<IsakmpPolicy, { encryption: string }>({
  syntax: "encr <encryption:encryption>",
  aliases: ["encryption <encryption:encryption>"],
  field: "encryption",
  default: "des",
  summary: "The cipher of the IKE security association.",
  source,
  words: {
    des: "Data Encryption Standard, 56 bits: broken long ago.",
    "3des": "Triple DES, 168 bits: slow and deprecated.",
    aes: "Advanced Encryption Standard, 128 bits without a size.",
    "128": "128-bit key.",
    "192": "192-bit key.",
    "256": "256-bit key.",
  },
});

export const isakmpPolicyHash = sectionCommand<IsakmpPolicy, { hash: string }>({
  syntax: "hash <hash:md5|sha|sha256|sha384|sha512>",
  field: "hash",
  default: "sha",
  summary: "The hash that authenticates IKE messages.",
  source,
  words: {
    md5: "Message Digest 5, 128 bits: broken.",
    sha: "Secure Hash Algorithm 1, 160 bits: deprecated.",
    sha256: "SHA-2 with 256 bits.",
    sha384: "SHA-2 with 384 bits.",
    sha512: "SHA-2 with 512 bits.",
  },
});

export const isakmpPolicyAuthentication = sectionCommand<IsakmpPolicy, { authentication: string }>({
  syntax: "authentication <authentication:pre-share|rsa-sig|rsa-encr>",
  field: "authentication",
  default: "rsa-sig",
  summary: "How the peers prove who they are.",
  source,
  words: {
    "pre-share": "A key that both sides were given.",
    "rsa-sig": "RSA signatures, with certificates.",
    "rsa-encr": "RSA encrypted nonces, with public keys exchanged beforehand.",
  },
});

export const isakmpPolicyGroup = sectionCommand<IsakmpPolicy, { group: number }>({
  syntax: "group <group:1|2|5|14|15|16|19|20|21|24>",
  field: "group",
  default: 1,
  summary: "The Diffie-Hellman group that the keys are agreed in.",
  source,
  words: {
    "1": "768-bit modulus: broken.",
    "2": "1024-bit modulus: deprecated.",
    "5": "1536-bit modulus: deprecated.",
    "14": "2048-bit modulus.",
    "15": "3072-bit modulus.",
    "16": "4096-bit modulus.",
    "19": "256-bit elliptic curve.",
    "20": "384-bit elliptic curve.",
    "21": "521-bit elliptic curve.",
    "24": "2048-bit modulus with a 256-bit subgroup: deprecated.",
  },
});

export const isakmpPolicyLifetime = sectionCommand<IsakmpPolicy, { lifetimeSeconds: number }>({
  syntax: "lifetime <lifetimeSeconds:60-86400>",
  field: "lifetimeSeconds",
  default: 86400,
  rangeRule: "range-lifetime",
  summary: "How long the IKE security association lives, in seconds. The shorter lifetime of the two sides is used.",
  source,
});
