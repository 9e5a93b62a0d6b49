import type { Place } from "../../model/router.ts";
import { canonicalTransform } from "../../derive/transforms.ts";
import type { JudgedPeering } from "../../negotiate/trace.ts";
import type { ProtectedFlow } from "../associations.ts";
import { addressWord, identityWord, transformWord } from "../show/wording.ts";
import { simulatedStates } from "../state.ts";
import {
  blocksOf,
  extent,
  found,
  type ExplainedRow,
  type OutputReader,
  type PastedLine,
  type PastedPart,
  type RowTone,
} from "./shownOutput.ts";
import { bringsAssociations, noEntry, tunnelsBetween, verdictOn } from "./tunnels.ts";

/** `show crypto ipsec sa`: a row for each pair of networks. */
export const ipsecSa: OutputReader = {
  command: "show crypto ipsec sa",
  starts: /^\s*interface: \S+|^\s*Crypto map tag: \S+,\s*local addr/,
  ownAddresses: (lines) => [found(lines, /local addr\.?:? (\d+(?:\.\d+){3})/) ?? ""],
  explain: (part) => {
    const groups = readGroups(part.lines);
    return { rows: groups.map((group) => explainGroup(part, group)), missing: missing(part, groups) };
  },
};

interface Group {
  readonly lines: readonly PastedLine[];
  readonly interface: string;
  readonly map: string;
  readonly localAddress: string;
  readonly local: string;
  readonly remote: string;
  readonly peer: string;
  readonly out: number;
  readonly back: number;
  readonly sendErrors: number;
  readonly receiveErrors: number;
  readonly spis: readonly string[];
  readonly transforms: string | undefined;
  readonly mode: string | undefined;
  readonly pfs: string | undefined;
  readonly secondsLeft: number | undefined;
}

function readGroups(lines: readonly PastedLine[]): readonly Group[] {
  // Interface and map stand once above the groups of an interface.
  return blocksOf(lines, /^\s*interface: \S+/).flatMap((block) => {
    const own = {
      interface: found(block, /^\s*interface: (\S+)/) ?? "",
      map: found(block, /Crypto map tag: ([^\s,]+)/) ?? "",
      localAddress: found(block, /local addr\.?:? (\d+(?:\.\d+){3})/) ?? "",
    };
    return blocksOf(block, /^\s*local\s+ident/).map((group) => readGroup(group, own));
  });
}

function readGroup(lines: readonly PastedLine[], own: Pick<Group, "interface" | "map" | "localAddress">): Group {
  const number = (form: RegExp) => Number(found(lines, form) ?? 0);
  return {
    ...own,
    lines,
    local: found(lines, /local\s+ident[^:]*: \(([^)]*)\)/) ?? "",
    remote: found(lines, /remote\s+ident[^:]*: \(([^)]*)\)/) ?? "",
    peer: found(lines, /current_peer:? (\d+(?:\.\d+){3})/) ?? "",
    out: number(/#pkts encaps: (\d+)/),
    back: number(/#pkts decaps: (\d+)/),
    sendErrors: number(/#send errors:? (\d+)/) + number(/#pkts no sa \(send\) (\d+)/),
    receiveErrors: number(/#recv errors:? (\d+)/) + number(/#pkts invalid sa \(rcv\) (\d+)/),
    spis: lines.flatMap(({ text }) => /^\s*spi: (0x[0-9A-Fa-f]+)/.exec(text)?.[1] ?? []),
    transforms: found(lines, /transform: (.*?)\s*,?\s*$/),
    mode: found(lines, /in use settings\s*=\s*\{(Tunnel|Transport)/),
    pfs: found(lines, /DH group: (\S+)/),
    secondsLeft: Number(found(lines, /remaining key lifetime \(k\/sec\): \([^/]*\/(\d+)\)/) ?? NaN),
  };
}

function explainGroup(part: PastedPart, group: Group): ExplainedRow {
  const { design, router } = part;
  const flow = flowOf(part, group);
  const [judged] = tunnelsBetween(design, group.localAddress, group.peer);
  const { tone, says } = meaningOf(group);
  const place = placeOf(part, flow);
  return {
    ...extent(group.lines),
    about: `${plain(group.local)} to ${plain(group.remote)}, peer ${group.peer}`,
    tone,
    says,
    differs: [
      ...(judged || flow ? [] : [noEntry(design, router, group.peer)]),
      ...(flow ? differences(group, flow) : strangers(part, group)),
      ...(judged ? againstVerdict(group, judged) : []),
    ],
    peering: judged?.peering.id ?? null,
    ...(place && { place }),
  };
}

/** What the counters and SPIs tell. Reference: section 6.4. */
function meaningOf({ spis, out, back, sendErrors, receiveErrors, secondsLeft }: Group): {
  readonly tone: RowTone;
  readonly says: readonly string[];
} {
  const errors =
    receiveErrors > 0
      ? [
          `${String(receiveErrors)} packets came in and could not be taken: an SPI that is not known any more, a replay, or a damaged packet.`,
        ]
      : [];
  if (spis.length === 0) {
    return sendErrors > 0
      ? {
          tone: "bad",
          says: [
            `There are no associations, and ${String(sendErrors)} packets were dropped for want of one: negotiation starts and fails. With phase 1 in QM_IDLE it is phase 2: transform sets, mirrored access lists, PFS.`,
          ],
        }
      : {
          tone: "info",
          says: [
            "There are no associations, and nothing was dropped: no packet has asked for this pair of networks yet. Either nobody sends, or a route or a translation takes packets elsewhere before the crypto map sees them.",
          ],
        };
  }
  const timing =
    secondsLeft !== undefined && secondsLeft <= 30 && !Number.isNaN(secondsLeft)
      ? ["The association ends within half a minute; a new one is negotiated meanwhile."]
      : [];
  if (out > 0 && back > 0) {
    return {
      tone: "good",
      says: [
        "Packets are encrypted on the way out and decrypted on the way in: the tunnel works both ways.",
        ...errors,
        ...timing,
      ],
    };
  }
  if (out > 0) {
    return {
      tone: "bad",
      says: [
        "Packets go out encrypted and none come back (zero decaps): the far side drops them, does not know the way back, sends answers in clear or translated, or ESP is filtered in between.",
        ...errors,
      ],
    };
  }
  if (back > 0) {
    return {
      tone: "bad",
      says: [
        "Packets come in and no answer goes out encrypted (zero encaps): answers take another route, are translated first, or meet no permit of this router's crypto access list.",
        ...errors,
      ],
    };
  }
  return { tone: "info", says: ["The associations stand and have carried nothing yet.", ...errors, ...timing] };
}

/** The design's flow between the same networks, under the same map if there are several. */
function flowOf({ design, router }: PastedPart, group: Group): ProtectedFlow | undefined {
  const flows = router === undefined ? [] : (simulatedStates(design).get(router)?.flows ?? []);
  const same = flows.filter(
    ({ selector }) =>
      identityWord(selector, "source") === `(${group.local})` &&
      identityWord(selector, "destination") === `(${group.remote})`,
  );
  // Entries of one map may protect the same networks towards several peers.
  const ofMap = same.filter(({ map }) => map === group.map);
  return ofMap.find(({ peer }) => addressWord(peer) === group.peer) ?? ofMap[0] ?? same[0];
}

function strangers({ router }: PastedPart, { local, remote }: Group): readonly string[] {
  if (router === undefined) return [];
  return [`No crypto access list of the design protects ${plain(local)} to ${plain(remote)} on this router.`];
}

function differences(group: Group, flow: ProtectedFlow): readonly string[] {
  const { associations, entry } = flow;
  const own = associations?.transformSet.transforms.map((word) => transformWord(canonicalTransform(word))).join(" ");
  const told = (what: string, shown: string | undefined, designed: string | undefined) =>
    shown !== undefined && designed !== undefined && shown !== designed
      ? [`${what} is ${shown}; in the design it is ${designed}.`]
      : [];
  return [
    ...told("The crypto map", group.map === "" ? undefined : group.map, flow.map),
    ...told("The interface", group.interface === "" ? undefined : group.interface, flow.carrier.name),
    ...told(
      "The local endpoint",
      group.localAddress === "" ? undefined : group.localAddress,
      flow.local === null ? undefined : addressWord(flow.local),
    ),
    ...told(
      "The peer",
      group.peer === "" ? undefined : group.peer,
      flow.peer === null ? undefined : addressWord(flow.peer),
    ),
    ...(group.spis.length > 0
      ? [
          ...told("The transform", group.transforms, own),
          ...told(
            "The mode",
            group.mode,
            associations ? (associations.mode === "tunnel" ? "Tunnel" : "Transport") : undefined,
          ),
          ...told("The group of PFS", group.pfs, associations ? (associations.pfs ?? "none") : undefined),
        ]
      : []),
    ...(group.secondsLeft !== undefined && group.secondsLeft > (entry.entry.lifetimeSeconds ?? 86400)
      ? [`More of its lifetime is left (${String(group.secondsLeft)} s) than the design gives it.`]
      : []),
  ];
}

function againstVerdict({ spis, out, back }: Group, judged: JudgedPeering): readonly string[] {
  const { status } = judged;
  const reason = verdictOn(judged)?.reason ?? null;
  const up = spis.length > 0 && out > 0 && back > 0;
  if (up && !bringsAssociations(judged))
    return [`By the design this tunnel does not come up: ${reason ?? ""} The routers run something else.`];
  if (!up && spis.length === 0 && status === "agreed")
    return ["By the design this tunnel would come up with the first packet."];
  if (!up && spis.length > 0 && status === "agreed" && out + back > 0) {
    return ["By the design packets would go both ways; something that is not drawn loses them."];
  }
  if (!up && reason !== null && status !== "agreed") return [`The design says why: ${reason}`];
  return [];
}

function placeOf({ router }: PastedPart, flow: ProtectedFlow | undefined): Place | undefined {
  if (router === undefined || !flow) return undefined;
  const { map, sequence, matchAddress } = flow.entry.entry;
  return flow.line !== undefined && matchAddress !== undefined
    ? { router, kind: "accessList", name: matchAddress, field: "lines", item: flow.line }
    : { router, kind: "cryptoMapEntry", name: `${map} ${String(sequence)}` };
}

function missing({ design, router }: PastedPart, groups: readonly Group[]): readonly string[] {
  if (router === undefined || groups.length === 0) return [];
  const shown = new Set(groups.map(({ local, remote }) => `(${local}) (${remote})`));
  return (simulatedStates(design).get(router)?.flows ?? [])
    .filter(
      ({ selector }) => !shown.has(`${identityWord(selector, "source")} ${identityWord(selector, "destination")}`),
    )
    .map(
      ({ selector, map, entry }) =>
        `The design also protects ${plain(identityWord(selector, "source").slice(1, -1))} to ${plain(
          identityWord(selector, "destination").slice(1, -1),
        )} by ${map} ${String(entry.entry.sequence)}, and the output does not have it.`,
    );
}

/** `10.1.0.0/255.255.255.0`; protocol and port only where they are not any. */
function plain(identity: string): string {
  const [network = "", mask = "", protocol = "0", port = "0"] = identity.split("/");
  const where = mask === "255.255.255.255" ? `host ${network}` : `${network}/${mask}`;
  return protocol === "0" || protocol === "256"
    ? where
    : `${where}, protocol ${protocol}${port === "0" ? "" : ` port ${port}`}`;
}
