import type { CryptoMapEntryBody, ReverseRoute } from "../../model/cryptoMap.ts";
import { sectionCommand } from "../command.ts";
import { NEGOTIATED } from "../entryKind.ts";

interface ReverseRouteArguments extends Omit<ReverseRoute, "remotePeerItself"> {
  readonly "remote-peer"?: true;
}

export const reverseRoute = sectionCommand<CryptoMapEntryBody, ReverseRouteArguments>({
  syntax:
    "reverse-route [{remote-peer <remotePeer:word> [gateway] [static] | {remote-peer} | tag <tag:1-4294967295> | {static}}]",
  field: "reverseRoute",
  entries: NEGOTIATED,
  withoutIt: "No routes are added.",
  read(entry, args) {
    entry.reverseRoute = {
      ...(args.static === true ? { static: true } : {}),
      ...(args["remote-peer"] === true ? { remotePeerItself: true } : {}),
      ...(args.remotePeer === undefined ? {} : { remotePeer: args.remotePeer }),
      ...(args.gateway === true ? { gateway: true } : {}),
      ...(args.tag === undefined ? {} : { tag: args.tag }),
    };
    return undefined;
  },
  write({ reverseRoute: route }) {
    if (route === undefined) return [];
    const { remotePeerItself, ...rest } = route;
    return [remotePeerItself === true ? { ...rest, "remote-peer": true } : rest];
  },
  summary: "Adds a route to the networks behind the peer: when the tunnel comes up, or always with static.",
  source: "Cisco IOS Security Command Reference, reverse-route",
  words: {
    static: "The routes come from the access list, and stay.",
    "remote-peer": "Adds a route to the peer itself too.",
    remotePeer: "The next hop towards the peer.",
    gateway: "The address is the default gateway for the tunnel.",
    tag: "A tag for use in route maps.",
  },
});
