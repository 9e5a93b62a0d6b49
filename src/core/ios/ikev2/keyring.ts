import type { Ikev2Keyring, Ikev2KeyringPeer } from "../../model/ikev2.ts";
import type { Secret } from "../../model/isakmp.ts";
import { globalCommand, sectionCommand, type Draft } from "../command.ts";

const source = "Cisco IOS Security Command Reference, crypto ikev2 keyring";

export const ikev2Keyring = globalCommand<"ikev2Keyring", { name: string }>({
  syntax: "crypto ikev2 keyring <name:name>",
  kind: "ikev2Keyring",
  opens: "ikev2-keyring",
  removesElement: true,
  name: (args) => args.name,
  create: (args) => ({ name: args.name, peers: [], kept: [] }),
  write: (ring) => [{ name: ring.name }],
  summary: "Pre-shared keys for IKEv2.",
  source,
});

export const ikev2KeyringPeer = sectionCommand<Ikev2Keyring, { name: string }>({
  syntax: "peer <name:name>",
  field: "peers",
  opens: "ikev2-keyring-peer",
  read(ring, args) {
    if (!ring.peers.some((peer) => peer.name === args.name)) ring.peers.push({ name: args.name, keys: [], kept: [] });
    return args.name;
  },
  nested: (ring, args) => ring.peers.find((peer) => peer.name === args.name),
  write: (ring) => ring.peers.map(({ name }) => ({ name })),
  item: (args) => args.name,
  remove(ring, args) {
    ring.peers = args.name === undefined ? [] : ring.peers.filter((peer) => peer.name !== args.name);
  },
  summary: "A peer or several, by address, name or identity.",
  source,
});

export const ikev2PeerDescription = sectionCommand<Ikev2KeyringPeer>({
  syntax: "description <description:description>",
  field: "description",
  summary: "A note on the peer, for people.",
  source,
});

export const ikev2PeerAddress = sectionCommand<Ikev2KeyringPeer>({
  syntax: "address <address:words>",
  field: "address",
  summary: "The peer's address, with a mask where it stands for several.",
  source,
});

export const ikev2PeerHostname = sectionCommand<Ikev2KeyringPeer>({
  syntax: "hostname <hostname:word>",
  field: "hostname",
  summary: "The peer's name.",
  source,
});

export const ikev2PeerIdentity = sectionCommand<Ikev2KeyringPeer>({
  syntax: "identity <identity:words>",
  field: "identity",
  summary: "What the peer calls itself: address, fqdn, email or key-id, and the value.",
  source,
});

interface KeyArguments {
  side?: "local" | "remote";
  hexKey?: string;
  secret?: Secret;
}

export const ikev2PeerKey = sectionCommand<Ikev2KeyringPeer, KeyArguments>({
  syntax: "pre-shared-key [<side:local|remote>] {hex <hexKey:hex> | <secret:key>}",
  field: "keys",
  read(peer, args) {
    const key = keyOf(args);
    const present = peer.keys.findIndex((one) => one.side === key.side);
    if (present >= 0) peer.keys[present] = key;
    else peer.keys.push(key);
    return key.side ?? "both";
  },
  write: (peer) =>
    peer.keys.map(({ hex, secret, side }) => ({
      ...(side === undefined ? {} : { side }),
      ...(hex === true ? { hexKey: secret.text } : { secret }),
    })),
  item: (args) => args.side ?? "both",
  remove(peer: Draft<Ikev2KeyringPeer>, args) {
    peer.keys = args.side === undefined ? [] : peer.keys.filter((key) => key.side !== args.side);
  },
  summary: "The pre-shared key, one for both directions or one for each.",
  source,
  words: { local: "The key that this router proves itself with.", remote: "The key that the peer proves itself with." },
});

function keyOf(args: KeyArguments): Ikev2KeyringPeer["keys"][number] {
  const side = args.side === undefined ? {} : { side: args.side };
  if (args.hexKey !== undefined) return { ...side, hex: true, secret: { type: 0, text: args.hexKey } };
  return { ...side, secret: args.secret ?? { type: 0, text: "" } };
}
