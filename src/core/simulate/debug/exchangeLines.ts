import { addressWord } from "../show/wording.ts";
import { logged, viewFrom, type DebugLine, type DebugView, type PlayedExchange } from "./debugLine.ts";
import { endingOf, mainModeLines } from "./mainMode.ts";
import { quickModeLines, requestLines } from "./quickMode.ts";

/** What one end of an exchange prints while it plays, in order: all that `debug crypto isakmp` and `debug crypto ipsec` would show. */
export function exchangeLines(exchange: PlayedExchange, side: "initiator" | "responder"): readonly DebugLine[] {
  const view = viewFrom(exchange, side);
  if (endingOf(view) === "silent" || exchange.negotiation.outcome === "unknown") return [];
  const reachesQuickMode = exchange.phase1Stands || endingOf(view) === "complete";
  return [
    ...(side === "initiator" ? requestLines(view) : []),
    ...(exchange.phase1Stands ? [] : mainModeLines(view)),
    ...(reachesQuickMode ? quickModeLines(view) : []),
    ...lossLines(view),
  ];
}

/** What is said where associations stand and packets do not get through: an answer that comes in clear. Reference: section 6.4. */
function lossLines({ negotiation, responder, side, selector }: DebugView): readonly DebugLine[] {
  const { failedAt, rule, refusals } = negotiation;
  if (failedAt !== "inbound-check" || side !== "initiator") return [];
  // Only an answer that left the tunnel is seen; one that was filtered, or never sent, says nothing.
  const clear = rule !== "route-return" && !/^acl-blocks|-through-nat$/.test(rule ?? "");
  if (!clear || refusals[0]?.places[0]?.router !== responder.router.id) return [];
  return [
    logged(
      `%CRYPTO-4-RECVD_PKT_NOT_IPSEC: Rec'd packet not an IPSEC packet. (ip) vrf/dest_addr= /${addressWord(
        selector.source.base,
      )}, src_addr= ${addressWord(selector.destination.base)}, prot= 1`,
    ),
  ];
}
