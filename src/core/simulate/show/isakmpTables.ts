import type { DiffieHellmanGroup, IsakmpEncryption, IsakmpHash, KeyPeer } from "../../model/isakmp.ts";
import { policiesOf, type FullPolicy } from "../../negotiate/isakmpPolicies.ts";
import { ALL_ONES, formatIpv4 } from "../../net/ipv4.ts";
import { HIDDEN, type ShowContext, type ShowForm } from "./command.ts";
import { addressWord } from "./wording.ts";

/** `show crypto isakmp policy`, `key` and `peers`. Layout: reference, section 5.5. */
export const isakmpTables: readonly ShowForm[] = [
  { syntax: "show crypto isakmp policy", meaning: "Show ISAKMP protection suite policy", run: policies },
  { syntax: "show crypto isakmp default policy", meaning: "Show default ISAKMP policies", run: defaultPolicies },
  { syntax: "show crypto isakmp key", meaning: "Show ISAKMP preshared keys", run: keys },
  { syntax: "show crypto isakmp peers", meaning: "Show ISAKMP peer structures", run: peers },
];

function policies({ router }: ShowContext): readonly string[] {
  const all = policiesOf(router);
  const own = all.filter((one) => !one.builtIn);
  if (own.length > 0) return ["", "Global IKE policy", ...own.flatMap((one) => suite("Protection", one))];
  return ["", "Default IKE policy", ...all.flatMap((one) => suite("Default protection", one))];
}

/** Those that IOS brings along; shown while the router has none of its own and has not switched them off. */
function defaultPolicies({ router }: ShowContext): readonly string[] {
  return policiesOf(router)
    .filter((one) => one.builtIn)
    .flatMap((one) => ["", ...suite("Default protection", one)]);
}

const encryptions = {
  des: "DES - Data Encryption Standard (56 bit keys).",
  "3des": "Three key triple DES",
  "aes 128": "AES - Advanced Encryption Standard (128 bit keys).",
  "aes 192": "AES - Advanced Encryption Standard (192 bit keys).",
  "aes 256": "AES - Advanced Encryption Standard (256 bit keys).",
} as const satisfies Record<IsakmpEncryption, string>;

const hashes = {
  sha: "Secure Hash Standard",
  md5: "Message Digest 5",
  sha256: "Secure Hash Standard 2 (256 bit)",
  sha384: "Secure Hash Standard 2 (384 bit)",
  sha512: "Secure Hash Standard 2 (512 bit)",
} as const satisfies Record<IsakmpHash, string>;

const authentications = {
  "pre-share": "Pre-Shared Key",
  "rsa-sig": "Rivest-Shamir-Adleman Signature",
  "rsa-encr": "Rivest-Shamir-Adleman Encryption",
} as const;

/** Bits of the modulus, or of the curve. Source: RFC 2409, 3526, 5903, 5114. */
const groupBits: Readonly<Record<DiffieHellmanGroup, number>> = {
  1: 768,
  2: 1024,
  5: 1536,
  14: 2048,
  15: 3072,
  16: 4096,
  19: 256,
  20: 384,
  21: 521,
  24: 2048,
};

function suite(title: string, policy: FullPolicy): readonly string[] {
  return [
    `${title} suite of priority ${String(policy.priority)}`,
    `\tencryption algorithm:\t${encryptions[policy.encryption]}`,
    `\thash algorithm:\t\t${hashes[policy.hash]}`,
    `\tauthentication method:\t${authentications[policy.authentication]}`,
    `\tDiffie-Hellman group:\t#${String(policy.group)} (${String(groupBits[policy.group])} bit)`,
    `\tlifetime:\t\t${String(policy.lifetimeSeconds)} seconds, no volume limit`,
  ];
}

/** Keyrings too; IOS calls the one of the global keys `default`. */
function keys({ router: { elements }, secrets }: ShowContext): readonly string[] {
  const all = [
    ...[...elements.isakmpKey.values()].map((key) => ({ keyring: "default", ...key })),
    ...[...elements.keyring.values()].flatMap(({ name, keys: own }) => own.map((key) => ({ keyring: name, ...key }))),
  ];
  return [
    "Keyring      Hostname/Address                            Preshared Key",
    "",
    ...all.map(({ keyring, peer, secret }) =>
      [keyring.padEnd(13), keyPeerWord(peer).padEnd(44), secrets ? secret.text : HIDDEN].join(""),
    ),
  ];
}

function keyPeerWord(peer: KeyPeer): string {
  switch (peer.kind) {
    case "address":
      return peer.mask === ALL_ONES
        ? formatIpv4(peer.address)
        : `${formatIpv4(peer.address)}    [${formatIpv4(peer.mask)}]`;
    case "ipv6":
      return peer.prefix;
    case "hostname":
      return peer.hostname;
  }
}

function peers({ state }: ShowContext): readonly string[] {
  return state.ike
    .filter((one) => one.state === "QM_IDLE")
    .flatMap(({ remote, local, port }) => [
      `Peer: ${addressWord(remote)} Port: ${String(port)} Local: ${addressWord(local)}`,
      ` Phase1 id: ${addressWord(remote)}`,
    ]);
}
