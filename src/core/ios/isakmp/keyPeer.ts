import type { KeyPeer } from "../../model/isakmp.ts";
import { ALL_ONES } from "../../net/ipv4.ts";

/** How a command says whom a key is for. */
export interface KeyPeerArguments {
  prefix?: string;
  address?: number;
  mask?: number;
  hostname?: string;
}

/** Whom a key is for; undefined when a `no` form does not say. Without a mask 0.0.0.0 is everybody, another address one peer. */
export function keyPeerOf(args: KeyPeerArguments): KeyPeer | undefined {
  const { address, hostname, mask, prefix } = args;
  if (address !== undefined) return { kind: "address", address, mask: mask ?? (address === 0 ? 0 : ALL_ONES) };
  if (prefix !== undefined) return { kind: "ipv6", prefix };
  return hostname === undefined ? undefined : { kind: "hostname", hostname };
}

/** IOS prints no mask for a single address and none for 0.0.0.0 0.0.0.0. */
export function keyPeerArguments(peer: KeyPeer): KeyPeerArguments {
  switch (peer.kind) {
    case "address": {
      const { address, mask } = peer;
      return mask === (address === 0 ? 0 : ALL_ONES) ? { address } : { address, mask };
    }
    case "ipv6":
      return { prefix: peer.prefix };
    case "hostname":
      return { hostname: peer.hostname };
    default:
      return peer satisfies never;
  }
}
