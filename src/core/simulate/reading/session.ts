import { addressWord } from "../show/wording.ts";
import { simulatedStates } from "../state.ts";
import {
  blocksOf,
  extent,
  found,
  type ExplainedRow,
  type OutputReader,
  type PastedPart,
  type RowTone,
} from "./shownOutput.ts";
import { bringsAssociations, noEntry, tunnelsBetween, verdictOn, whoHas } from "./tunnels.ts";

/** Reference: section 5.3, table of statuses. */
const statuses: Readonly<Record<string, { readonly tone: RowTone; readonly says: string }>> = {
  "UP-ACTIVE": { tone: "good", says: "IKE stands and protects traffic." },
  "UP-IDLE": {
    tone: "warning",
    says: "IKE stands and there are no IPsec associations: phase 2 was refused, or they have expired with nobody sending.",
  },
  "UP-NO-IKE": {
    tone: "info",
    says: "IPsec associations stand without IKE: keys set by hand, or an IKE association that was cleared or has expired.",
  },
  "DOWN-NEGOTIATING": {
    tone: "bad",
    says: "Phase 1 is being tried and does not end: no answer, no common policy, or keys that differ.",
  },
  DOWN: { tone: "warning", says: "Nothing stands and nothing is tried: no packet has asked for this tunnel." },
};

/** `show crypto session`, brief and in detail. */
export const session: OutputReader = {
  command: "show crypto session",
  starts: /^\s*Crypto session current status/,
  ownAddresses: (lines) => [found(lines, /IKE(?:v1|v2)? SA: local (\d+(?:\.\d+){3})/) ?? ""],
  explain: (part) => ({
    rows: blocksOf(part.lines, /^\s*Interface: /).map((block) => explainSession(part, block)),
    missing: [],
  }),
};

function explainSession(part: PastedPart, block: PastedPart["lines"]): ExplainedRow {
  const { design, router } = part;
  const status = found(block, /Session status: (\S+)/) ?? "";
  const peer = found(block, /Peer: (\d+(?:\.\d+){3})/) ?? "";
  const port = found(block, /Peer: \S+ port (\d+)/);
  const active = block.reduce((sum, { text }) => sum + Number(/Active SAs: (\d+)/.exec(text)?.[1] ?? 0), 0);
  const local =
    found(block, /IKE(?:v1|v2)? SA: local (\d+(?:\.\d+){3})/) ??
    (router === undefined
      ? ""
      : addressWord(
          simulatedStates(design)
            .get(router)
            ?.flows.find((one) => addressWord(one.peer) === peer)?.local ?? null,
        ));
  const [judged] = tunnelsBetween(design, local, peer);
  const reason = judged ? (verdictOn(judged)?.reason ?? null) : null;
  const meaning = statuses[status] ?? { tone: "info", says: `${status} is no status that is known here.` };
  const up = status.startsWith("UP-ACTIVE");
  return {
    ...extent(block),
    about: `${whoHas(design, peer)}: ${status}`,
    tone: meaning.tone,
    says: [
      meaning.says,
      ...(active > 0 ? [`${String(active)} associations stand, two for each flow with ESP alone.`] : []),
      ...(port === "4500" ? ["Port 4500: a translator stands in between, and ESP travels in UDP."] : []),
    ],
    differs: judged
      ? up && !bringsAssociations(judged)
        ? [`By the design this tunnel does not come up: ${reason ?? ""} The routers run something else.`]
        : !up && judged.status === "agreed"
          ? ["By the design this tunnel comes up with traffic."]
          : !up && reason !== null
            ? [`The design says why: ${reason}`]
            : []
      : [noEntry(design, router, peer)],
    peering: judged?.peering.id ?? null,
  };
}
