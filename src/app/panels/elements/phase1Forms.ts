import {
  formatIpv4,
  parseIpv4,
  ALL_ONES,
  type IsakmpKey,
  type IsakmpPolicy,
  type KeyPeer,
} from "../../../core/index.ts";
import { flag, optionalChoice, optionalNumber, wholeNumber, type Change, type ElementForm } from "../form/fieldSpec.ts";

export const isakmpPolicyForm: ElementForm<"isakmpPolicy"> = {
  kind: "isakmpPolicy",
  noun: "ISAKMP policy",
  title: (policy) => String(policy.priority),
  summary: (policy) =>
    [
      policy.encryption ?? "des",
      policy.hash ?? "sha",
      policy.authentication ?? "rsa-sig",
      `group ${String(policy.group ?? 1)}`,
    ].join(" · "),
  fields: [
    {
      control: "text",
      field: "priority",
      label: "Priority",
      identity: true,
      get: (policy) => String(policy.priority),
      set: (policy, text): Change<IsakmpPolicy> => {
        const priority = wholeNumber(text);
        return priority === undefined
          ? "A whole number is needed; the lowest is tried first."
          : { ...policy, priority };
      },
    },
    optionalChoice("encryption", "Encryption", ["des", "3des", "aes 128", "aes 192", "aes 256"], "des"),
    optionalChoice("hash", "Hash", ["md5", "sha", "sha256", "sha384", "sha512"], "sha"),
    optionalChoice("authentication", "Authentication", ["pre-share", "rsa-sig", "rsa-encr"], "rsa-sig"),
    optionalChoice("group", "Diffie-Hellman group", [1, 2, 5, 14, 15, 16, 19, 20, 21, 24], "1"),
    optionalNumber("lifetimeSeconds", "Lifetime in seconds", { absent: "86400", placeholder: "86400" }),
  ],
  create: (router) => ({
    priority: freeNumber([...router.elements.isakmpPolicy.values()].map((policy) => policy.priority)),
    encryption: "aes 256",
    hash: "sha256",
    authentication: "pre-share",
    group: 14,
    kept: [],
  }),
};

export const isakmpKeyForm: ElementForm<"isakmpKey"> = {
  kind: "isakmpKey",
  noun: "Pre-shared key",
  title: (key) => peerText(key.peer),
  summary: (key) => (key.secret.type === 6 ? "encrypted" : "••••••••"),
  fields: [
    {
      control: "text",
      field: "peer",
      label: "Peer",
      identity: true,
      placeholder: "203.0.113.2",
      get: (key) => peerText(key.peer),
      set: (key, text): Change<IsakmpKey> => {
        const peer = readPeer(text.trim());
        return typeof peer === "string" ? peer : { ...key, peer };
      },
    },
    {
      control: "text",
      field: "secret",
      label: "Key",
      secret: true,
      generated: true,
      identity: true,
      get: (key) => key.secret.text,
      set: (key, text): Change<IsakmpKey> => {
        if (text === "" || /\s/.test(text)) return "A key is one word without blanks.";
        return { ...key, secret: { type: key.secret.type, text } };
      },
    },
    flag("noXauth", "Ask this peer for no user name (no-xauth)"),
  ],
  create: (router, newKey) => {
    let last = 2;
    while (router.elements.isakmpKey.has(`address 203.0.113.${String(last)} 255.255.255.255`)) last += 1;
    return {
      secret: { type: 0, text: newKey() },
      peer: { kind: "address", address: (parseIpv4("203.0.113.0") ?? 0) + last, mask: ALL_ONES },
    };
  },
};

/** Whom a key is for, as it is typed: an address, an address and a mask, or a name. */
export function peerText(peer: KeyPeer): string {
  switch (peer.kind) {
    case "address":
      return peer.mask === ALL_ONES ? formatIpv4(peer.address) : `${formatIpv4(peer.address)} ${formatIpv4(peer.mask)}`;
    case "ipv6":
      return peer.prefix;
    case "hostname":
      return peer.hostname;
    default:
      return peer satisfies never;
  }
}

/** Reads whom a key is for; a sentence when it is nobody. */
export function readPeer(text: string): KeyPeer | string {
  const [first = "", second, third] = text.split(/\s+/);
  const address = parseIpv4(first);
  if (address !== undefined && third === undefined) {
    const mask = second === undefined ? ALL_ONES : parseIpv4(second);
    return mask === undefined ? "The mask is an address such as 255.255.255.0." : { kind: "address", address, mask };
  }
  if (second !== undefined || first === "") return "An address, an address with a mask, or a host name is needed.";
  return first.includes(":") ? { kind: "ipv6", prefix: first } : { kind: "hostname", hostname: first };
}

/** The next free number in tens, as IOS engineers count. */
export function freeNumber(taken: readonly number[]): number {
  let number = 10;
  while (taken.includes(number)) number += 10;
  return number;
}
