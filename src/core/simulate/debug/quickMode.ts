import { usableTransformSets, canonicalTransform } from "../../derive/transforms.ts";
import type { Selector } from "../../derive/selector.ts";
import { lifetimesOf } from "../../negotiate/phase2Terms.ts";
import { formatIpv4 } from "../../net/ipv4.ts";
import type { TransformSet } from "../../model/transformSet.ts";
import type { OneWayAssociation } from "../associations.ts";
import { ELAPSED_SECONDS, SPENT_KILOBYTES } from "../simulatedClock.ts";
import { networkWord, spiWord } from "../show/wording.ts";
import { isakmpVoice, type DebugLine, type DebugView, type IsakmpVoice } from "./debugLine.ts";
import { durationWords } from "./mainMode.ts";

/** What a packet that needs associations sets off, before phase 1. Reference: section 6.3. */
export function requestLines(view: DebugView): readonly DebugLine[] {
  const { initiator, local, remote } = view;
  const lifetimes = lifetimesOf(initiator.router.elements, initiator.view.body);
  return usableTransformSets(initiator.router, initiator.view.body).flatMap((set) =>
    ipsec([
      "IPSEC(sa_request): ,",
      `  (key eng. msg.) OUTBOUND local= ${local}:500, remote= ${remote}:500,`,
      `    local_proxy= ${proxy(view.ownSelector, "source")},`,
      `    remote_proxy= ${proxy(view.ownSelector, "destination")},`,
      `    protocol= ESP, transform= ${transformWords(set)}  (${set.mode === "transport" ? "Transport" : "Tunnel"}),`,
      `    lifedur= ${String(lifetimes.lifetimeSeconds)}s and ${String(lifetimes.lifetimeKilobytes ?? 0)}kb,`,
      `    spi= 0x0(0), conn_id= 0, keysize= ${String(keySize(set))}, flags= 0x0`,
    ]),
  );
}

/** What quick mode prints at one end. Source: captured debug output; reference sections 6.2 to 6.4. */
export function quickModeLines(view: DebugView): readonly DebugLine[] {
  return view.side === "initiator" ? initiatorLines(view) : responderLines(view);
}

function initiatorLines(view: DebugView): readonly DebugLine[] {
  const voice = isakmpVoice(view);
  const { say, fault } = voice;
  const { connectionId: id, remote } = view;
  const node = nodeOf(view);
  const asks = [
    say(`beginning Quick Mode exchange, M-ID of ${node}`, id),
    say("QM Initiator gets spi", id),
    ...sends(view, voice),
    say(`Node ${node}, Input = IKE_MESG_INTERNAL, IKE_INIT_QM`, id),
    say("Old State = IKE_QM_READY  New State = IKE_QM_I_QM1", id),
  ];
  if (!view.pair) {
    return [
      ...asks,
      ...receives(view, voice),
      say(`processing NOTIFY PROPOSAL_NOT_CHOSEN protocol 3`, id),
      say(`deleting node ${node} error TRUE reason "Delete Larval"`, id),
      fault(`phase 2 negotiation with ${remote} failed`, id),
    ];
  }
  return [
    ...asks,
    ...receives(view, voice),
    ...payloads(voice, id, node),
    ...checked(view, voice),
    say(`Node ${node}, Input = IKE_MESG_FROM_PEER, IKE_QM_EXCH`, id),
    say("Old State = IKE_QM_I_QM1  New State = IKE_QM_IPSEC_INSTALL_AWAIT", id),
    ...installed(view),
    ...successfully(view, voice),
    ...sends(view, voice),
    say(`deleting node ${node} error FALSE reason "No Error"`, id),
    say("Old State = IKE_QM_IPSEC_INSTALL_AWAIT  New State = IKE_QM_PHASE2_COMPLETE", id),
  ];
}

function responderLines(view: DebugView): readonly DebugLine[] {
  const voice = isakmpVoice(view);
  const { say } = voice;
  const { connectionId: id } = view;
  const node = nodeOf(view);
  const asked = [
    ...receives(view, voice),
    { about: "isakmp" as const, text: `ISAKMP: set new node ${node} to QM_IDLE` },
    ...payloads(voice, id, node),
  ];
  if (!view.pair) return [...asked, ...refused(view, voice, node)];
  const { end } = view.own;
  return [
    ...asked,
    ...checked(view, voice),
    ...ipsec(["IPSEC(validate_proposal_request): proposal part #1"]),
    ...mapLookup(view),
    ...ipsec([`(ipsec_process_proposal)Map Accepted: ${end.cryptoMap}, ${String(end.sequence)}`]),
    say("QM Responder gets spi", id),
    say("Old State = IKE_QM_READY  New State = IKE_QM_SPI_STARVE", id),
    say("Old State = IKE_QM_SPI_STARVE  New State = IKE_QM_IPSEC_INSTALL_AWAIT", id),
    ...installed(view),
    ...successfully(view, voice),
    ...sends(view, voice),
    say("Old State = IKE_QM_IPSEC_INSTALL_AWAIT  New State = IKE_QM_R_QM2", id),
    ...receives(view, voice),
    say(`deleting node ${node} error FALSE reason "QM done (await)"`, id),
    say("Old State = IKE_QM_R_QM2  New State = IKE_QM_PHASE2_COMPLETE", id),
    ...ipsec(["IPSEC(key_engine_enable_outbound): rec'd enable notify from ISAKMP"]),
  ];
}

/** Why a responder refuses: what the initiator only hears as "no proposal chosen". Reference: section 6.4. */
function refused(view: DebugView, voice: IsakmpVoice, node: string): readonly DebugLine[] {
  const { say, fault } = voice;
  const { connectionId: id, local, remote, negotiation } = view;
  const end = [
    fault(`phase 2 SA policy not acceptable! (local ${local} remote ${remote})`, id),
    say(`sending NOTIFY PROPOSAL_NOT_CHOSEN protocol 3 spi`, id),
    ...sends(view, voice),
    say(`deleting node ${node} error TRUE reason "QM rejected"`, id),
  ];
  if (negotiation.failedAt === "phase2-proxy-identity") {
    return [
      ...checked(view, voice),
      ...ipsec(["IPSEC(validate_proposal_request): proposal part #1"]),
      ...mapLookup(view),
      ...ipsec([
        "map_db_find_best did not find matching map",
        "IPSEC(ipsec_process_proposal): proxy identities not supported",
      ]),
      fault("IPSec policy invalidated proposal with error 32", id),
      ...end,
    ];
  }
  const [set] = usableTransformSets(view.initiator.router, view.initiator.view.body);
  return [
    ...checked(view, voice),
    ...ipsec([
      "IPSEC(validate_proposal_request): proposal part #1",
      ...(negotiation.failedAt === "phase2-pfs"
        ? ["IPSEC(ipsec_process_proposal): PFS attributes not supported"]
        : [
            "IPSEC(ipsec_process_proposal): transform proposal not supported for identity:",
            `    {${set ? transformWords(set) : ""} }`,
          ]),
    ]),
    fault("IPSec policy invalidated proposal with error 256", id),
    ...end,
  ];
}

function sends(view: DebugView, { packet }: IsakmpVoice): readonly DebugLine[] {
  const port = String(view.pair ? portOf(view) : 500);
  const role = view.side === "initiator" ? "(I)" : "(R)";
  return [
    packet(`sending packet to ${view.remote} my_port ${port} peer_port ${port} ${role} QM_IDLE`, view.connectionId),
  ];
}

function receives(view: DebugView, { packet }: IsakmpVoice): readonly DebugLine[] {
  const port = String(portOf(view));
  const role = view.side === "initiator" ? "(I)" : "(R)";
  return [
    packet(`received packet from ${view.remote} dport ${port} sport ${port} Global ${role} QM_IDLE`, view.connectionId),
  ];
}

function portOf({ own, other }: DebugView): 500 | 4500 {
  return own.router.natOnPath || other.router.natOnPath ? 4500 : 500;
}

function payloads({ say }: IsakmpVoice, id: number, node: string): readonly DebugLine[] {
  return ["HASH", "SA", "NONCE", "ID", "ID"].map((payload) =>
    say(`processing ${payload} payload. message ID = ${node}`, id),
  );
}

/** The offer, attribute by attribute. */
function checked(view: DebugView, voice: IsakmpVoice): readonly DebugLine[] {
  const { initiator, negotiation, pair } = view;
  const set = pair?.transformSet ?? usableTransformSets(initiator.router, initiator.view.body)[0];
  if (!set) return [];
  const mode = pair?.mode ?? set.mode ?? "tunnel";
  const translated = portOf(view) === 4500;
  const encaps =
    mode === "tunnel"
      ? translated
        ? "3 (Tunnel-UDP)"
        : "1 (Tunnel)"
      : translated
        ? "4 (Transport-UDP)"
        : "2 (Transport)";
  const lifetimes = lifetimesOf(initiator.router.elements, initiator.view.body);
  const pfs = negotiation.phase2?.pfs ?? pair?.pfs ?? askedGroup(view);
  const bits = keySize(set);
  const authenticator = set.transforms.map((word) => /^(?:esp|ah)-(\w+)-hmac$/.exec(word)?.[1]).find(Boolean);
  return [
    voice.say("Checking IPSec proposal 1", view.connectionId),
    { about: "isakmp", text: `ISAKMP: transform 1, ${cipherWord(set)}` },
    { about: "isakmp", text: "ISAKMP:   attributes in transform:" },
    ...[
      `encaps is ${encaps}`,
      "SA life type in seconds",
      `SA life duration ${durationWords(lifetimes.lifetimeSeconds)}`,
      ...(lifetimes.lifetimeKilobytes === null
        ? []
        : ["SA life type in kilobytes", `SA life duration ${durationWords(lifetimes.lifetimeKilobytes)}`]),
      ...(authenticator === undefined ? [] : [`authenticator is HMAC-${authenticator.toUpperCase()}`]),
      ...(bits > 0 ? [`key length is ${String(bits)}`] : []),
      ...(pfs === null ? [] : [`group is ${pfs.replace("group", "")}`]),
    ].map(voice.bare),
    voice.say("atts are acceptable.", view.connectionId),
  ];
}

function askedGroup({ initiator }: DebugView): string | null {
  const { pfs } = initiator.view.body;
  return pfs === undefined ? null : pfs === "bare" ? "1" : String(pfs);
}

/** Which networks the responder looks for among its entries. */
function mapLookup({ ownSelector }: DebugView): readonly DebugLine[] {
  const protocol = ownSelector.protocol === "ip" ? 0 : ownSelector.protocol;
  const port = (ports: Selector["sourcePorts"]) => String(ports?.length === 1 ? (ports[0]?.first ?? 0) : 0);
  return ipsec([
    "Crypto mapdb : proxy_match",
    `        src addr     : ${formatIpv4(ownSelector.source.base)}`,
    `        dst addr     : ${formatIpv4(ownSelector.destination.base)}`,
    `        protocol     : ${String(protocol)}`,
    `        src port     : ${port(ownSelector.sourcePorts)}`,
    `        dst port     : ${port(ownSelector.destinationPorts)}`,
  ]);
}

/** Both directions, inbound first: the receiver chose the SPI. */
function installed(view: DebugView): readonly DebugLine[] {
  const { pair, local, remote } = view;
  if (!pair) return [];
  const created = (one: OneWayAssociation, destination: string) =>
    ipsec([
      "IPSEC(create_sa): sa created,",
      `  (sa) sa_dest= ${destination}, sa_proto= ${one.protocol === "esp" ? "50" : "51"},`,
      `    sa_spi= ${spiWord(one.spi)},`,
      `    sa_trans= ${transformWords(pair.transformSet)} , sa_conn_id= ${String(one.connectionId)}`,
      `    sa_lifetime(k/sec)= (${String(whole(pair.remainingKilobytes, SPENT_KILOBYTES))}/${String(
        whole(pair.remainingSeconds, ELAPSED_SECONDS),
      )}),`,
    ]);
  return [
    ...pair.inbound.flatMap((one) => created(one, local)),
    ...pair.outbound.flatMap((one) => created(one, remote)),
  ];
}

/** What is left and what is spent; 0 where there is no limit. */
function whole(remaining: number | null, spent: number): number {
  return remaining === null ? 0 : remaining + spent;
}

function successfully({ pair, own, connectionId }: DebugView, { say }: IsakmpVoice): readonly DebugLine[] {
  const carrier = own.end.interface ?? own.carriers[0]?.name ?? "";
  return (pair?.inbound ?? []).map((one) =>
    say(`Successfully installed IPSEC SA (SPI:0x${one.spi.toString(16).toUpperCase()}) on ${carrier}`, connectionId),
  );
}

/** The message id of the exchange: the same at both ends and on every screen. */
function nodeOf({ pairs, selector }: DebugView): string {
  const seed = pairs.initiator?.inbound[0]?.spi ?? (selector.source.base ^ selector.destination.base) >>> 0;
  return String(seed);
}

function ipsec(lines: readonly string[]): readonly DebugLine[] {
  return lines.map((text) => ({ about: "ipsec", text }));
}

/** `10.1.0.0/255.255.255.0/256/0`: IOS of today writes any protocol as 256. */
function proxy(selector: Selector, end: "source" | "destination"): string {
  const ports = end === "source" ? selector.sourcePorts : selector.destinationPorts;
  const port = ports?.length === 1 ? (ports[0]?.first ?? 0) : 0;
  return `${networkWord(selector[end])}/${String(selector.protocol === "ip" ? 256 : selector.protocol)}/${String(port)}`;
}

function transformWords(set: TransformSet): string {
  return set.transforms.map(canonicalTransform).join(" ");
}

/** Bits of an AES key; 0 for ciphers that have only one. */
function keySize(set: TransformSet): number {
  const aes = set.transforms.map(canonicalTransform).find((word) => /^esp-(aes|gcm|gmac)/.test(word));
  return aes === undefined ? 0 : Number(/ (\d+)$/.exec(aes)?.[1] ?? 128);
}

/** `ESP_AES`. */
function cipherWord(set: TransformSet): string {
  const [first = ""] = set.transforms.filter((word) => word.startsWith("esp-")).concat(set.transforms);
  return (first.split(" ")[0] ?? "")
    .replace(/-hmac$/, "")
    .replace("-", "_")
    .toUpperCase();
}
