import { plaintextMtu } from "../../derive/plaintextMtu.ts";
import type { ReplayWindow } from "../../model/ipsec.ts";
import { interfaceNameOf } from "../interfaceWord.ts";
import type { AssociationPair, OneWayAssociation, ProtectedFlow } from "../associations.ts";
import type { ShowContext, ShowForm } from "./command.ts";
import { addressWord, identityWord, spiWord, transformWord } from "./wording.ts";

type Keep = (flow: ProtectedFlow) => boolean;

/** `show crypto ipsec sa` and its filters. Layout: reference, section 5.2. */
export const ipsecSa: readonly ShowForm[] = ["", " detail"].flatMap((ending): readonly ShowForm[] => {
  const form = (
    syntax: string,
    meaning: string,
    keep: (values: Readonly<Record<string, string>>) => Keep,
  ): ShowForm => ({
    syntax: `show crypto ipsec sa${syntax}${ending}`,
    meaning: ending === "" ? meaning : "Show counter detail",
    run: (context, values) => show(context, keep(values), ending !== ""),
  });
  return [
    form("", "IPSEC SA table", () => () => true),
    form(
      " peer <address>",
      "IPv4 address of the peer",
      ({ address }) =>
        (flow) =>
          addressWord(flow.peer) === address,
    ),
    form(
      " interface <interface>",
      "Interface that carries the map",
      (values) => (flow) => flow.carrier.name === interfaceNameOf(values["interface"]),
    ),
    form(
      " map <name>",
      "Crypto map name",
      ({ name }) =>
        (flow) =>
          flow.map === name,
    ),
  ];
});

function show({ state, router }: ShowContext, keep: Keep, detail: boolean): readonly string[] {
  const flows = state.flows.filter(keep);
  if (flows.length === 0) return ["", "No SAs found"];
  const carriers = [...new Set(flows.map((flow) => flow.carrier))];
  const window = router.elements.ipsecSettings.get("")?.replayWindow;
  return carriers.flatMap((carrier) => {
    const own = flows.filter((flow) => flow.carrier === carrier);
    const [first] = own;
    return [
      "",
      `interface: ${carrier.name}`,
      `    Crypto map tag: ${first?.map ?? ""}, local addr ${addressWord(first?.local ?? null)}`,
      ...own.flatMap((flow) => group(flow, window, detail)),
    ];
  });
}

function group(flow: ProtectedFlow, globalWindow: ReplayWindow | undefined, detail: boolean): readonly string[] {
  const { associations, counters, selector, carrier } = flow;
  const [outbound] = associations?.outbound ?? [];
  const local = addressWord(flow.local);
  const peer = addressWord(flow.peer);
  const mtu = carrier.ipMtu ?? ethernetMtu;
  const translated = flow.port === 4500;
  const room = associations ? plaintextMtu(withMode(associations), mtu, { translated }) : ethernetMtu;
  const window = flow.entry.entry.replayWindow ?? globalWindow;
  const [protectedOut, protectedIn] = [counters.encapsulated, counters.decapsulated].map(String);
  const block = (one: OneWayAssociation) => saBlock(flow, one, window, detail);
  const list = (direction: "inbound" | "outbound", protocol: "esp" | "ah") =>
    (associations?.[direction] ?? []).filter((one) => one.protocol === protocol).flatMap(block);
  return [
    "",
    `   protected vrf: ${carrier.vrf ?? "(none)"}`,
    `   local  ident (addr/mask/prot/port): ${identityWord(selector, "source")}`,
    `   remote ident (addr/mask/prot/port): ${identityWord(selector, "destination")}`,
    `   current_peer ${peer} port ${String(flow.port)}`,
    `     PERMIT, flags={${flow.line === undefined ? "" : "origin_is_acl,"}}`,
    `    #pkts encaps: ${protectedOut ?? ""}, #pkts encrypt: ${protectedOut ?? ""}, #pkts digest: ${protectedOut ?? ""}`,
    `    #pkts decaps: ${protectedIn ?? ""}, #pkts decrypt: ${protectedIn ?? ""}, #pkts verify: ${protectedIn ?? ""}`,
    "    #pkts compressed: 0, #pkts decompressed: 0",
    "    #pkts not compressed: 0, #pkts compr. failed: 0",
    "    #pkts not decompressed: 0, #pkts decompress failed: 0",
    ...(detail
      ? errorDetail(counters.sendErrors)
      : [`    #send errors ${String(counters.sendErrors)}, #recv errors 0`]),
    "",
    `     local crypto endpt.: ${local}, remote crypto endpt.: ${peer}`,
    `     plaintext mtu ${String(room)}, path mtu ${String(mtu)}, ip mtu ${String(mtu)}, ip mtu idb ${carrier.name}`,
    `     current outbound spi: ${spiWord(outbound?.spi ?? 0)}`,
    `     PFS (Y/N): ${associations?.pfs ? "Y" : "N"}, DH group: ${associations?.pfs ?? "none"}`,
    "",
    "     inbound esp sas:",
    ...list("inbound", "esp"),
    "",
    "     inbound ah sas:",
    ...list("inbound", "ah"),
    "",
    "     inbound pcp sas:",
    "",
    "     outbound esp sas:",
    ...list("outbound", "esp"),
    "",
    "     outbound ah sas:",
    ...list("outbound", "ah"),
    "",
    "     outbound pcp sas:",
  ];
}

/** What a link takes unless its interface says otherwise, in bytes. */
const ethernetMtu = 1500;

function errorDetail(sendErrors: number): readonly string[] {
  return [
    `    #pkts no sa (send) ${String(sendErrors)}, #pkts invalid sa (rcv) 0`,
    "    #pkts encaps failed (send) 0, #pkts decaps failed (rcv) 0",
    "    #pkts invalid prot (recv) 0, #pkts verify failed: 0",
    "    #pkts invalid identity (recv) 0, #pkts invalid len (rcv) 0",
    "    #pkts replay rollover (send): 0, #pkts replay rollover (rcv) 0",
    "    ##pkts replay failed (rcv): 0",
    "    #pkts tagged (send): 0, #pkts untagged (rcv): 0",
    "    #pkts not tagged (send): 0, #pkts not untagged (rcv): 0",
    "    #pkts internal err (send): 0, #pkts internal err (recv) 0",
  ];
}

function saBlock(
  flow: ProtectedFlow,
  one: OneWayAssociation,
  window: ReplayWindow | undefined,
  detail: boolean,
): readonly string[] {
  const { associations } = flow;
  if (!associations) return [];
  const { transformSet, mode, remainingSeconds, remainingKilobytes } = associations;
  const transforms = transformSet.transforms.filter((word) => word.startsWith(`${one.protocol}-`)).map(transformWord);
  const encapsulation = `${mode === "tunnel" ? "Tunnel" : "Transport"}${flow.port === 4500 ? " UDP-Encaps" : ""}`;
  const byHand = remainingSeconds === null;
  const checked = !byHand && window !== "disable";
  return [
    `      spi: ${spiWord(one.spi)}`,
    `        transform: ${transforms.join(" ")} ,`,
    `        in use settings ={${encapsulation}, }`,
    `        conn id: ${String(one.connectionId)}, flow_id: SW:${String(one.connectionId)}, sibling_flags ${
      mode === "tunnel" ? "80000040" : "80000000"
    }, crypto map: ${flow.map}`,
    byHand
      ? "        no sa timing"
      : remainingKilobytes === null
        ? `        sa timing: remaining key lifetime (k/sec): (KB Vol Rekey Disabled/${String(remainingSeconds)})`
        : `        sa timing: remaining key lifetime (k/sec): (${String(remainingKilobytes)}/${String(remainingSeconds)})`,
    ...(one.protocol === "esp" ? [`        IV size: ${String(vectorSize(transforms))} bytes`] : []),
    `        replay detection support: ${checked ? "Y" : "N"}${
      detail && checked ? `  replay window size: ${String(window ?? defaultWindow)}` : ""
    }`,
    "        Status: ACTIVE(ACTIVE)",
  ];
}

/** Packets; what IOS checks over where nobody says otherwise. Reference: section 1.9. */
const defaultWindow = 64;

/** Bytes of the initialisation vector: a block of the cipher, 8 in counter modes, none without a cipher. */
function vectorSize(transforms: readonly string[]): number {
  if (transforms.some((word) => /aes$/.test(word))) return 16;
  return transforms.some((word) => /^esp-(des|3des|gcm|gmac)/.test(word)) ? 8 : 0;
}

/** The set as it is used: transport mode is only for traffic between the endpoints themselves. */
function withMode({ transformSet, mode }: AssociationPair) {
  return { ...transformSet, mode };
}
