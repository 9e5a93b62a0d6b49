import type { KeyPeer, Keyring, KeyringKey, Secret } from "../../model/isakmp.ts";
import { keyPeerName } from "../../model/router.ts";
import { globalCommand, keptCommand, sectionCommand, type Draft } from "../command.ts";
import { keyPeerArguments, keyPeerOf, type KeyPeerArguments } from "../isakmp/keyPeer.ts";

export const keyring = globalCommand<"keyring", { name: string; vrf?: string }>({
  syntax: "crypto keyring <name:name> [vrf <vrf:name>]",
  kind: "keyring",
  opens: "keyring",
  removesElement: true,
  name: (args) => args.name,
  create: (args) => ({ name: args.name, keys: [], kept: [] }),
  read(ring, args) {
    if (args.vrf !== undefined) ring.vrf = args.vrf;
    return undefined;
  },
  write: (ring) => [{ name: ring.name, ...(ring.vrf === undefined ? {} : { vrf: ring.vrf }) }],
  summary: "Pre-shared keys for the ISAKMP profiles that name the keyring.",
  source: "Cisco IOS Security Command Reference, crypto keyring",
  words: { vrf: "The front VRF that the peers are reached through." },
});

const source = "Cisco IOS Security Command Reference, pre-shared-key; local-address; description (isakmp peer)";

export const keyringDescription = sectionCommand<Keyring>({
  syntax: "description <description:description>",
  field: "description",
  summary: "A note on the keyring, for people.",
  source,
});

export const keyringLocalAddress = sectionCommand<Keyring>({
  syntax: "local-address <localAddress:local-address>",
  field: "localAddress",
  summary: "The keys serve only negotiations that use this address or interface of the router.",
  source,
});

interface KeyArguments extends KeyPeerArguments {
  secret?: Secret;
}

export const keyringKey = sectionCommand<Keyring, KeyArguments>({
  syntax:
    "pre-shared-key {address ipv6 <prefix:word> | address <address:address> [<mask:wild-mask>] | hostname <hostname:word>} key <secret:key>",
  field: "keys",
  read(ring, args) {
    const peer = keyPeerOf(args);
    if (peer === undefined || args.secret === undefined) return undefined;
    const key: KeyringKey = { secret: args.secret, peer };
    const present = indexOf(ring, peer);
    if (present >= 0) ring.keys[present] = key;
    else ring.keys.push(key);
    return keyPeerName(peer);
  },
  normalise(args) {
    const peer = args.mask === undefined ? undefined : keyPeerOf(args);
    return peer === undefined ? args : { ...(args.secret && { secret: args.secret }), ...keyPeerArguments(peer) };
  },
  write: (ring) => ring.keys.map(({ peer, secret }) => ({ ...keyPeerArguments(peer), secret })),
  item(args) {
    const peer = keyPeerOf(args);
    return peer === undefined ? undefined : keyPeerName(peer);
  },
  remove(ring, args) {
    const peer = keyPeerOf(args);
    const present = peer === undefined ? -1 : indexOf(ring, peer);
    if (peer === undefined) ring.keys = [];
    else if (present >= 0) ring.keys.splice(present, 1);
  },
  summary: "A pre-shared key for a peer. The longest mask that fits the peer's address wins.",
  source,
  words: { address: "The peer's address; 0.0.0.0 stands for any peer.", hostname: "The peer's name." },
});

export const keyringRsaKey = keptCommand({
  syntax: "rsa-pubkey {address <address:address> | name <name:word>} [{encryption | signature}]",
  summary: "The public RSA key of a peer; its digits follow on lines of their own.",
  source: "Cisco IOS Security Command Reference, rsa-pubkey",
});

function indexOf(ring: Draft<Keyring>, peer: KeyPeer): number {
  const name = keyPeerName(peer);
  return ring.keys.findIndex((key) => keyPeerName(key.peer) === name);
}
