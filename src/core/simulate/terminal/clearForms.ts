import { canonicalTransform } from "../../derive/transforms.ts";
import { peerAddress } from "../../derive/cryptoMapSet.ts";
import type { RouterId } from "../../model/router.ts";
import { parseIpv4 } from "../../net/ipv4.ts";
import type { ProtectedFlow } from "../associations.ts";
import { clearCounters, clearIke, clearPairs, type Cleared } from "../clearing.ts";
import type { DebugLine } from "../debug/debugLine.ts";
import { addressWord, spiWord } from "../show/wording.ts";
import type { ExecContext, ExecForm, ExecResult } from "./execForm.ts";

/** `clear crypto sa`, `isakmp`, `session` in their forms. Source: Command Reference, "clear crypto sa", "clear crypto session". */
export const CLEAR_FORMS: readonly ExecForm[] = [
  { syntax: "clear crypto sa", meaning: "Clear all crypto SAs", run: (context) => clearSa(context, () => true) },
  {
    syntax: "clear crypto sa peer <peer>",
    meaning: "Clear all SAs for a given crypto peer, by address or name",
    run: (context, { peer = "" }) => {
      const address = parseIpv4(peer) ?? named(context, peer);
      return address === null
        ? { text: "% Invalid peer name or address\n", refused: true }
        : clearSa(context, (flow) => flow.peer === address);
    },
  },
  {
    syntax: "clear crypto sa map <map>",
    meaning: "Clear all SAs for a given crypto map",
    run: (context, { map }) => clearSa(context, (flow) => flow.map === map),
  },
  {
    syntax: "clear crypto sa entry <address> <protocol> <spi>",
    meaning: "Clear the SA of a destination, a protocol (esp or ah) and an SPI",
    run: (context, values) => clearSa(context, (flow) => isEntry(flow, values)),
  },
  {
    syntax: "clear crypto sa counters",
    meaning: "Reset the SA counters",
    run: ({ design, router, state }) => ({
      state: { ...state, network: clearCounters(design, state.network, router.id) },
    }),
  },
  { syntax: "clear crypto isakmp", meaning: "Flush the ISAKMP database", run: (context) => clearIsakmp(context) },
  {
    syntax: "clear crypto isakmp <number>",
    meaning: "Connection id of SA",
    run: (context, { number }) => clearIsakmp(context, Number(number)),
  },
  { syntax: "clear crypto session", meaning: "Clear crypto sessions", run: (context) => clearSession(context) },
  {
    syntax: "clear crypto session remote <address>",
    meaning: "Clear the sessions with a peer",
    run: (context, { address = "" }) => clearSession(context, { remote: address }),
  },
  {
    syntax: "clear crypto session local <address>",
    meaning: "Clear the sessions of a local endpoint",
    run: (context, { address = "" }) => clearSession(context, { local: address }),
  },
];

function clearSa({ design, router, state }: ExecContext, keep: (flow: ProtectedFlow) => boolean): ExecResult {
  const cleared = clearPairs(design, state.network, router.id, keep);
  return { state: { ...state, network: cleared.network }, lines: deletions(cleared) };
}

function clearIsakmp({ design, router, state }: ExecContext, connectionId?: number): ExecResult {
  const network = clearIke(
    design,
    state.network,
    router.id,
    (one) => connectionId === undefined || one.connectionId === connectionId,
  );
  return { state: { ...state, network } };
}

/** Takes down both phases: IPsec first, while IKE can still tell the peer. */
function clearSession(
  { design, router, state }: ExecContext,
  { local, remote }: { readonly local?: string; readonly remote?: string } = {},
): ExecResult {
  const fits = (ends: { readonly local: string; readonly remote: string }) =>
    (local === undefined || ends.local === local) && (remote === undefined || ends.remote === remote);
  const cleared = clearPairs(design, state.network, router.id, (flow) =>
    fits({ local: addressWord(flow.local), remote: addressWord(flow.peer) }),
  );
  const network = clearIke(design, cleared.network, router.id, (one) =>
    fits({ local: addressWord(one.local), remote: addressWord(one.remote) }),
  );
  return { state: { ...state, network }, lines: deletions(cleared) };
}

/** A peer may be called by the name that its entry calls it by. */
function named({ router: { elements } }: ExecContext, name: string): number | null {
  const entries = [...elements.cryptoMapEntry.values()].flatMap(({ peers }) => peers);
  const found = entries.find(({ peer }) => peer.kind === "hostname" && peer.hostname === name);
  return found ? peerAddress(elements, found) : null;
}

/** An SPI may be typed as a number or in hexadecimal; the receiver's address tells the direction. */
function isEntry(
  { associations, local, peer }: ProtectedFlow,
  { address, protocol = "", spi = "" }: Readonly<Record<string, string>>,
): boolean {
  if (!associations) return false;
  const into =
    address === addressWord(local) ? associations.inbound : address === addressWord(peer) ? associations.outbound : [];
  return into.some((one) => one.spi === Number(spi) && one.protocol.startsWith(protocol.toLowerCase()));
}

function deletions({ pairs }: Cleared): ReadonlyMap<RouterId, readonly DebugLine[]> {
  return new Map(
    [...pairs].map(([router, held]) => [
      router,
      held.flatMap(({ flow, pair }) =>
        [
          ...pair.inbound.map((one) => [one, flow.local] as const),
          ...pair.outbound.map((one) => [one, flow.peer] as const),
        ]
          .flatMap(([one, destination]) => [
            "IPSEC(delete_sa): deleting SA,",
            `  (sa) sa_dest= ${addressWord(destination)}, sa_proto= ${one.protocol === "esp" ? "50" : "51"},`,
            `    sa_spi= ${spiWord(one.spi)},`,
            `    sa_trans= ${pair.transformSet.transforms.map(canonicalTransform).join(" ")} , sa_conn_id= ${String(one.connectionId)}`,
          ])
          .map((text): DebugLine => ({ about: "ipsec", text })),
      ),
    ]),
  );
}
