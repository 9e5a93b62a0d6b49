import type { IsakmpPeer } from "../../model/isakmp.ts";
import { formatIpv4, parseIpv4 } from "../../net/ipv4.ts";
import { globalCommand, sectionCommand } from "../command.ts";

interface PeerArguments {
  address?: number;
  hostname?: string;
  vrf?: string;
}

/** Keeps the peer as IOS writes it. */
function peerOf(args: PeerArguments): string {
  const whom = args.address === undefined ? `hostname ${args.hostname ?? ""}` : `address ${formatIpv4(args.address)}`;
  return args.vrf === undefined ? whom : `${whom} vrf ${args.vrf}`;
}

function argumentsOf(peer: string): PeerArguments {
  const [kind, whom, , vrf] = peer.split(" ");
  const address = kind === "address" ? parseIpv4(whom ?? "") : undefined;
  return {
    ...(address === undefined ? { hostname: whom ?? "" } : { address }),
    ...(vrf === undefined ? {} : { vrf }),
  };
}

export const isakmpPeer = globalCommand<"isakmpPeer", PeerArguments>({
  syntax: "crypto isakmp peer {address <address:address> | hostname <hostname:word>} [vrf <vrf:name>]",
  kind: "isakmpPeer",
  opens: "isakmp-peer",
  removesElement: true,
  name: (args) => (args.address === undefined && args.hostname === undefined ? undefined : peerOf(args)),
  create: (args) => ({ peer: peerOf(args), kept: [] }),
  write: (peer) => [argumentsOf(peer.peer)],
  summary: "Makes this router start aggressive mode with a peer.",
  source: "Cisco IOS Security Command Reference, crypto isakmp peer",
});

const source =
  "Cisco IOS Security Command Reference, set aggressive-mode client-endpoint; set aggressive-mode password";

export const isakmpPeerDescription = sectionCommand<IsakmpPeer, { description: string }>({
  syntax: "description <description:description>",
  field: "description",
  summary: "A note on the peer, for people.",
  source,
});

export const aggressiveModePassword = sectionCommand<IsakmpPeer>({
  syntax: "set aggressive-mode password <aggressivePassword:key>",
  field: "aggressivePassword",
  summary: "The pre-shared key that this router uses in aggressive mode.",
  source,
});

export const aggressiveModeClientEndpoint = sectionCommand<IsakmpPeer>({
  syntax: "set aggressive-mode client-endpoint <aggressiveClientEndpoint:words>",
  field: "aggressiveClientEndpoint",
  summary: "What this router calls itself in aggressive mode: fqdn, ipv4-address or user-fqdn, and a name.",
  source,
});
