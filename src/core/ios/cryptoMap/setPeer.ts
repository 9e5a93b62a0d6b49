import type { CryptoMapEntryBody, CryptoMapPeer } from "../../model/cryptoMap.ts";
import { sectionCommand, type Draft } from "../command.ts";
import { WITH_PEER } from "../entryKind.ts";
import { indexOfPeer, putPeer, removePeer } from "./peerList.ts";

interface PeerArguments {
  peer: CryptoMapPeer["peer"];
  dynamic?: true;
  default?: true;
}

export const setPeer = sectionCommand<CryptoMapEntryBody, PeerArguments>({
  syntax: "set peer <peer:address-or-hostname> [dynamic] [default]",
  field: "peers",
  entries: WITH_PEER,
  read(entry, args) {
    const peer: Draft<CryptoMapPeer> = { peer: args.peer };
    if (args.dynamic === true) peer.dynamic = true;
    if (args.default === true) peer.default = true;
    if (entry.peers.length === 0) {
      entry.peers = [peer];
      return 0;
    }
    const present = indexOfPeer(entry.peers, args.peer);
    putPeer(entry.peers, present < 0 ? entry.peers.length : present, peer);
    return present < 0 ? entry.peers.length - 1 : present;
  },
  // The arguments have the names of a peer's fields.
  write: (entry) => entry.peers,
  item: (_args, index) => index,
  remove(entry, args) {
    if (args.peer === undefined) entry.peers = [];
    else removePeer(entry.peers, indexOfPeer(entry.peers, args.peer));
  },
  summary: "The far end of the tunnel. Further lines are backups, in the order in which they are tried.",
  source: "Cisco IOS Security Command Reference, set peer (IPSec)",
  words: {
    peer: "Address or host name of the peer's interface.",
    dynamic: "The name is resolved when the negotiation starts.",
    default: "The peer to return to once the tunnel has been idle.",
  },
});
