import { cryptoMapSets, type CryptoMapSet, type SetEntry } from "../../derive/cryptoMapSet.ts";
import { transformSetNamed, usableTransformSets } from "../../derive/transforms.ts";
import { accessListEntries } from "../../model/accessList.ts";
import type { CryptoMapEntryBody } from "../../model/cryptoMap.ts";
import type { Elements } from "../../model/router.ts";
import { lifetimesOf } from "../../negotiate/phase2Terms.ts";
import type { ProtectedFlow } from "../associations.ts";
import { interfaceNameOf } from "../interfaceWord.ts";
import { currentPeerOf } from "../protectedFlows.ts";
import { HIDDEN, type ShowContext, type ShowForm } from "./command.ts";
import { addressWord, entryWords, peerWord, transformWord } from "./wording.ts";

/** `show crypto map`. Layout: reference, section 5.4. */
export const cryptoMap: readonly ShowForm[] = [
  { syntax: "show crypto map", meaning: "Crypto maps", run: (context) => show(context, () => true) },
  {
    syntax: "show crypto map interface <interface>",
    meaning: "Crypto maps for an interface",
    run: (context, values) =>
      show(context, (set) => set.carriers.some((one) => one.name === interfaceNameOf(values["interface"]))),
  },
  {
    syntax: "show crypto map tag <name>",
    meaning: "Crypto maps with a given tag",
    run: (context, { name }) => show(context, (set) => set.name === name),
  },
];

/** IOS gives the entries that a dynamic map makes numbers from here. Reference: section 5.4. */
const firstTemporarySequence = 65536;

function show(context: ShowContext, keep: (set: CryptoMapSet) => boolean): readonly string[] {
  const sets = [...cryptoMapSets(context.router.elements).values()].filter(keep);
  const blocks = sets.flatMap((set) => {
    const entries = [...set.entries.map((entry) => entryBlock(context, set, entry)), ...temporaryEntries(context, set)];
    // Entries stand apart; the interfaces follow the last one at once.
    return [...entries.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines])), ...carrierLines(set), ""];
  });
  return blocks.length > 0 ? blocks : ["No crypto maps found."];
}

function entryBlock(context: ShowContext, set: CryptoMapSet, one: SetEntry): readonly string[] {
  const { entry } = one;
  const { elements } = context.router;
  if (entry.dynamicMap !== undefined) {
    return [
      `Crypto Map "${entry.map}" ${String(entry.sequence)} ipsec-isakmp`,
      `        Dynamic map template tag: ${entry.dynamicMap}`,
    ];
  }
  const applied = set.carriers.length > 0;
  const peer = currentPeerOf(context.router, one, context.state.flows);
  return [
    `Crypto Map IPv4 "${entry.map}" ${String(entry.sequence)} ${entry.type}`,
    ...incompleteLines(context, entry),
    ...(entry.description === undefined ? [] : [`        Description: ${entry.description}`]),
    ...entry.peers.map((line) => `        Peer = ${peerWord(elements, line)}`),
    ...profileLines(entry),
    ...listLines(context, entry),
    ...(applied && peer !== undefined ? [`        Current peer: ${addressWord(peer)}`] : []),
    ...(entry.type === "ipsec-manual" ? keyLines(context, entry) : termLines(context, entry)),
    "        Transform sets={",
    ...setLines(context, entry),
    "        }",
  ];
}

/** A manual entry has nothing to settle; an unfinished one says so in two lines. */
function incompleteLines({ router }: ShowContext, entry: CryptoMapEntryBody): readonly string[] {
  if (isComplete(router.elements, entry)) return [];
  return [
    "        WARNING: This crypto map is in an incomplete state!",
    "                (missing peer or access-list definitions)",
  ];
}

function isComplete(elements: Elements, { peers, matchAddress }: CryptoMapEntryBody): boolean {
  return peers.length > 0 && matchAddress !== undefined && elements.accessList.has(matchAddress);
}

function profileLines(entry: CryptoMapEntryBody): readonly string[] {
  return [
    ...(entry.isakmpProfile === undefined ? [] : [`        ISAKMP Profile: ${entry.isakmpProfile}`]),
    ...(entry.ikev2Profile === undefined ? [] : [`        IKEv2 Profile: ${entry.ikev2Profile}`]),
  ];
}

/** The access list with its lines, as `show crypto map` and `show crypto dynamic-map` print them. */
export function listLines({ router, dialect }: ShowContext, entry: CryptoMapEntryBody): readonly string[] {
  const name = entry.matchAddress;
  if (name === undefined) return [];
  const list = router.elements.accessList.get(name);
  const kind = list?.type === "standard" ? "Standard" : "Extended";
  return [
    `        ${kind} IP access list ${name}`,
    ...(list ? accessListEntries(list) : []).map(
      (line) => `            access-list ${name} ${entryWords(line, list?.type ?? "extended", dialect)}`,
    ),
  ];
}

/** Lifetimes and what else quick mode settles. */
export function termLines({ router, dialect }: ShowContext, entry: CryptoMapEntryBody): readonly string[] {
  const { lifetimeSeconds, lifetimeKilobytes } = lifetimesOf(router.elements, entry);
  const idle = entry.idleTimeSeconds ?? router.elements.ipsecSettings.get("")?.idleTimeSeconds;
  const group = entry.pfs === "bare" ? 1 : entry.pfs;
  return [
    `        Security association lifetime: ${
      lifetimeKilobytes === null ? "0" : String(lifetimeKilobytes)
    } kilobytes/${String(lifetimeSeconds)} seconds`,
    ...(idle === undefined ? [] : [`        Security association idletime: ${String(idle)} seconds`]),
    ...(dialect === "xe17" ? ["        Dualstack (Y/N): N", ""] : []),
    "        Responder-Only (Y/N): N",
    `        PFS (Y/N): ${group === undefined ? "N" : "Y"}`,
    ...(group === undefined ? [] : [`        DH group:  group${String(group)}`]),
    "        Mixed-mode : Disabled",
  ];
}

/** The sets with what they hold; one that is not defined has nothing between its braces. */
export function setLines({ router }: ShowContext, entry: CryptoMapEntryBody): readonly string[] {
  const named = entry.transformSets.map((name) => ({ name, set: transformSetNamed(router.elements, name) }));
  const used = named.length > 0 ? named : usableTransformSets(router, entry).map((set) => ({ name: set.name, set }));
  return used.map(
    ({ name, set }) =>
      `                ${name}:  { ${(set?.transforms ?? []).map((word) => `${transformWord(word)} `).join("")} } ,`,
  );
}

/** Keys set by hand: SPIs are told, keys only to who asked for them. */
function keyLines({ secrets }: ShowContext, entry: CryptoMapEntryBody): readonly string[] {
  const shown = (key: string | undefined) => (key === undefined ? "" : secrets ? key : HIDDEN);
  return (["inbound", "outbound"] as const).flatMap((direction) =>
    entry.sessionKeys
      .filter((line) => line.direction === direction)
      .flatMap((line) => [
        `        ${direction === "inbound" ? "Inbound" : "Outbound"} ${line.protocol} spi: ${String(line.spi)},`,
        ...(line.protocol === "ah"
          ? [`            key: ${shown(line.key)},`]
          : [`            cipher key: ${shown(line.key)},`, `            auth key: ${shown(line.authenticatorKey)},`]),
      ]),
  );
}

/** What dynamic maps have made of peers' requests: entries that go with their associations. */
function temporaryEntries(context: ShowContext, set: CryptoMapSet): readonly (readonly string[])[] {
  const made = new Map<string, ProtectedFlow>();
  for (const flow of context.state.flows) {
    if (flow.map !== set.name || !flow.dynamicMap) continue;
    const key = `${addressWord(flow.peer)} ${flow.carrier.name}`;
    if (!made.has(key)) made.set(key, flow);
  }
  return [...made.values()].flatMap((flow, index) => {
    const { dynamicMap, entry } = flow;
    const body = entry.dynamicEntries.find((one) => one.entry.sequence === dynamicMap?.sequence)?.entry;
    if (!dynamicMap || !body) return [];
    const own = context.state.flows.filter(
      (one) => one.map === set.name && one.peer === flow.peer && one.carrier === flow.carrier && one.dynamicMap,
    );
    const lines = [
      `Crypto Map IPv4 "${set.name}" ${String(firstTemporarySequence + index)} ipsec-isakmp`,
      `        Peer = ${addressWord(flow.peer)}`,
      ...profileLines(body),
      "        Extended IP access list ",
      ...own.map(({ selector }) => `            access-list  ${selectorWords(selector)}`),
      `        dynamic (created from dynamic map ${dynamicMap.name}/${String(dynamicMap.sequence)})`,
      `        Current peer: ${addressWord(flow.peer)}`,
      ...termLines(context, body),
      "        Transform sets={",
      ...setLines(context, body),
      "        }",
    ];
    return [lines];
  });
}

function selectorWords({ protocol, source, destination }: ProtectedFlow["selector"]): string {
  const entry = {
    kind: "entry",
    sequence: 10,
    action: "permit",
    protocol,
    source: { kind: "addresses", ...source },
    destination: { kind: "addresses", ...destination },
    options: [],
  } as const;
  return entryWords(entry, "extended", "classic");
}

function carrierLines(set: CryptoMapSet): readonly string[] {
  return [
    `        Interfaces using crypto map ${set.name}:`,
    ...set.carriers.map((one) => `                ${one.name}`),
  ];
}
