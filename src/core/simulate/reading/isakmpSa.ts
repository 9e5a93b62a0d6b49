import { simulatedStates } from "../state.ts";
import { addressWord } from "../show/wording.ts";
import type { ExplainedRow, OutputReader, PastedLine, PastedPart, RowTone } from "./shownOutput.ts";
import { noEntry, tunnelName, tunnelsBetween, verdictOn, whoHas } from "./tunnels.ts";

interface StateMeaning {
  readonly tone: RowTone;
  readonly says: string;
  /** Phase 1 is complete, or on its way to it in a few milliseconds. */
  readonly stands: boolean;
}

/** What the states of phase 1 mean, and what to look for. Reference: sections 5.1 and 6.4. */
const states: Readonly<Record<string, StateMeaning>> = {
  MM_NO_STATE: {
    tone: "bad",
    says: "Nothing is agreed: the first message was sent and got no answer that could be used. Either the peer is not reached (route, UDP 500 filtered, wrong address), or it refused every ISAKMP policy, or it has no key for this address.",
    stands: false,
  },
  MM_SA_SETUP: {
    tone: "warning",
    says: "A policy is agreed, and no Diffie-Hellman values are exchanged yet. It passes in a moment; if it stays, packets get lost.",
    stands: false,
  },
  MM_KEY_EXCH: {
    tone: "bad",
    says: "Keys are exchanged, and the peer is not authenticated. If it stays so, the pre-shared keys differ, or UDP 4500 is filtered behind a translator, or an ISAKMP profile does not match the peer's identity.",
    stands: false,
  },
  MM_KEY_AUTH: { tone: "info", says: "The peer is authenticated; the next moment it is QM_IDLE.", stands: true },
  AG_NO_STATE: { tone: "bad", says: "Aggressive mode has begun, and nothing is agreed.", stands: false },
  AG_INIT_EXCH: {
    tone: "bad",
    says: "Aggressive mode has exchanged its first message, and the peer is not authenticated: compare the keys and identities.",
    stands: false,
  },
  AG_AUTH: {
    tone: "info",
    says: "Aggressive mode has authenticated the peer; the next moment it is QM_IDLE.",
    stands: true,
  },
  QM_IDLE: {
    tone: "good",
    says: "Phase 1 is complete and idle, ready for quick modes. It says nothing about phase 2: look at show crypto ipsec sa.",
    stands: true,
  },
  CONF_XAUTH: {
    tone: "warning",
    says: "The router waits for a user name and password. From another site, which cannot answer, it stays so: that peer's key needs no-xauth.",
    stands: false,
  },
  CONF_ADDR: { tone: "info", says: "A remote client is being given its address.", stands: true },
};

const rowForm =
  /^\s*(\d+(?:\.\d+){3})\s+(\d+(?:\.\d+){3})\s+([A-Z]+_[A-Z_]+)\s+(\d+)(?:\s+\d+)?(?:\s+(ACTIVE \(deleted\)|[A-Z]+))?\s*$/;

/** `show crypto isakmp sa`, old and new. */
export const isakmpSa: OutputReader = {
  command: "show crypto isakmp sa",
  starts: /^\s*dst\s+src\s+state\s+conn-id/,
  // Both ends stand in each row, and either may have printed it.
  ownAddresses: () => [],
  explain: (part) => {
    const rows = part.lines.flatMap((line) => {
      const match = rowForm.exec(line.text);
      return match ? [explainRow(part, line, match)] : [];
    });
    return { rows: rows.length > 0 ? rows : [emptyRow(part)], missing: missing(part) };
  },
};

function explainRow(
  { design, router }: PastedPart,
  { number }: PastedLine,
  [, destination = "", source = "", state = "", id = "", status = ""]: RegExpExecArray,
): ExplainedRow {
  const meaning = states[state] ?? { tone: "info", says: `${state} is no state that is known here.`, stands: false };
  const dying = status.includes("deleted");
  const tunnels = tunnelsBetween(design, destination, source);
  const [judged] = tunnels;
  const starter =
    judged && [judged.peering.a, judged.peering.b].find((end) => addressWord(end?.address ?? null) === source);
  const verdict = judged && verdictOn(judged, starter?.router);
  const peer = isOwn(design, router, destination) ? source : destination;
  return {
    line: number,
    endLine: number,
    about: `${source} to ${destination}: ${state}`,
    tone: dying ? "bad" : meaning.tone,
    says: [
      `${whoHas(design, source)} sent the first message, ${whoHas(design, destination)} answers it: dst is the responder on both routers.`,
      meaning.says,
      ...(dying ? ["It is being taken down; the next packet starts anew."] : []),
      ...(Number(id) === 0 && !dying ? ["Its number is 0, because nothing is agreed yet."] : []),
    ],
    differs: judged
      ? differences(
          meaning.stands && !dying,
          verdict?.failedAt ?? null,
          verdict?.reason ?? null,
          tunnelName(design, judged),
        )
      : [noEntry(design, router, peer)],
    peering: judged?.peering.id ?? null,
  };
}

function differences(stands: boolean, failedAt: string | null, reason: string | null, name: string): readonly string[] {
  const inPhase1 = failedAt === "reachability" || failedAt?.startsWith("phase1") === true;
  if (stands) {
    return inPhase1
      ? [`By the design phase 1 of ${name} would fail: ${reason ?? ""} The routers run something else.`]
      : [];
  }
  if (inPhase1) return [];
  return [
    `By the design phase 1 of ${name} would complete, so what is between the routers, or what they really run, is not as drawn.`,
  ];
}

function emptyRow({ lines }: PastedPart): ExplainedRow {
  const line = lines[0]?.number ?? 1;
  return {
    line,
    endLine: line,
    about: "No rows",
    tone: "warning",
    says: [
      "There is no IKE association, and none is tried: no packet has met a permit of a crypto map on an interface that carries it, or there is no key for the peer. Send traffic from one protected network to the other, then look again.",
    ],
    differs: [],
    peering: null,
  };
}

/** Associations that the design would have after traffic, and the output has not. */
function missing({ design, router, lines }: PastedPart): readonly string[] {
  if (router === undefined) return [];
  const shown = lines.map(({ text }) => text).join("\n");
  return (simulatedStates(design).get(router)?.ike ?? [])
    .filter((one) => one.state === "QM_IDLE" && !shown.includes(`${addressWord(one.remote)} `))
    .map(
      (one) =>
        `By the design there would be an association with ${whoHas(design, addressWord(one.remote))} after traffic.`,
    );
}

function isOwn(design: PastedPart["design"], router: PastedPart["router"], address: string): boolean {
  const interfaces = router === undefined ? [] : [...(design.routers.get(router)?.elements.interface.values() ?? [])];
  return interfaces.some((one) => one.address?.kind === "static" && addressWord(one.address.address) === address);
}
