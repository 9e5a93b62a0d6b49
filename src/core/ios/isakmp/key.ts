import type { KeyPeer, Secret } from "../../model/isakmp.ts";
import { keyPeerName } from "../../model/router.ts";
import { globalCommand } from "../command.ts";
import { keyPeerArguments, keyPeerOf, type KeyPeerArguments } from "./keyPeer.ts";

interface KeyArguments extends KeyPeerArguments {
  secret?: Secret;
  "no-xauth"?: true;
}

const nothing: Secret = { type: 0, text: "" };
const nobody: KeyPeer = { kind: "hostname", hostname: "" };

export const isakmpKey = globalCommand<"isakmpKey", KeyArguments>({
  syntax:
    "crypto isakmp key <secret:key> {address ipv6 <prefix:word> | address <address:address> [<mask:wild-mask>] | hostname <hostname:word>} [no-xauth]",
  kind: "isakmpKey",
  removesElement: true,
  replaces: true,
  name(args) {
    const peer = keyPeerOf(args);
    return peer === undefined ? undefined : keyPeerName(peer);
  },
  create(args) {
    const secret = args.secret ?? nothing;
    const peer = keyPeerOf(args) ?? nobody;
    return args["no-xauth"] === true ? { secret, peer, noXauth: true } : { secret, peer };
  },
  normalise(args) {
    const peer = args.mask === undefined ? undefined : keyPeerOf(args);
    if (peer === undefined) return args;
    const { mask: _typed, ...rest } = args;
    return { ...rest, ...keyPeerArguments(peer) };
  },
  write({ noXauth, peer, secret }) {
    const args: KeyArguments = keyPeerArguments(peer);
    args.secret = secret;
    if (noXauth === true) args["no-xauth"] = true;
    return [args];
  },
  summary:
    "A pre-shared key for a peer. In main mode it is found by the peer's address; the longest mask that fits wins.",
  source: "Cisco IOS Security Command Reference, crypto isakmp key",
  words: {
    secret: "The key, without blanks, at most 128 characters. 6 before it means that it is encrypted.",
    address: "The peer's address; 0.0.0.0 stands for any peer.",
    mask: "Which addresses the key is for. Without one: the address alone.",
    hostname: "The peer's name. It serves only where peers identify by name, in aggressive mode or with certificates.",
    "no-xauth": "The peer is no client, and is not asked for a user name.",
  },
});
