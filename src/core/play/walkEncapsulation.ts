import { dialectOf } from "../derive/dialect.ts";
import { plaintextMtu } from "../derive/plaintextMtu.ts";
import { transformProtocols } from "../derive/transforms.ts";
import type { Interface } from "../model/interface.ts";
import type { Router } from "../model/router.ts";
import { formatIpv4, type Ipv4Address } from "../net/ipv4.ts";
import { crossTranslator } from "../negotiate/dataPath.ts";
import { hasTranslatorOnPath, passProtectedTraffic } from "../negotiate/interfaceFilters.ts";
import { newLedger, type Objection } from "../negotiate/ledger.ts";
import { addressText, entryName, entryPlace, placeAt, type Party } from "../negotiate/party.ts";
import type { InstalledPair } from "../simulate/associationPairs.ts";
import { wrappedPacket, type DrawnPacket } from "./drawnPacket.ts";
import type { SizeFacts } from "./packetWalk.ts";
import { decide, lineOf } from "./walkMapEntries.ts";
import { interfaceList } from "./walkRoute.ts";
import { factsOf, stop, tell, trafficOf, type Arrival, type Walker } from "./walkState.ts";

/** Bytes that a packet may have where an interface says nothing else. */
const ethernetMtu = 1500;

/** Puts the packet into its tunnel; answers where it was lost, or undefined. Reference: section 5.2, "plaintext mtu". */
export function encapsulate(
  walker: Walker,
  router: Router,
  exit: Interface,
  pair: InstalledPair,
  peering: string | null,
): Arrival | undefined {
  const { own, other, associations } = pair;
  const at = { kind: "encapsulation" as const, router: router.id, interface: exit.name, peering };
  const refused = filterClearText(walker, own, "out", peering);
  if (refused) return refused;
  if (walker.packet.options && dialectOf(router) === "xe17") {
    return stop(walker, {
      ...at,
      title: "IP options",
      explains: `${own.name} runs IOS-XE, whose crypto engine drops packets that carry IPv4 options.`,
      places: [entryPlace(own)],
    });
  }
  const translated = hasTranslatorOnPath(own, other);
  const set = { ...associations.transformSet, mode: associations.mode };
  const pathMtu = exit.ipMtu ?? ethernetMtu;
  const settings = router.elements.ipsecSettings.get("");
  const room = plaintextMtu(set, pathMtu, { translated });
  const facts = factsOf(walker);
  const packet = wrapped(walker, pair);
  const tooLong = packet.bytes > pathMtu;
  const keepsWhole = walker.packet.dontFragment === true && settings?.dfBit !== "clear";
  const size: SizeFacts = {
    before: facts.bytes,
    after: packet.bytes,
    pathMtu,
    plaintextMtu: room,
    pieces: !tooLong ? 1 : keepsWhole ? 0 : Math.ceil((facts.bytes - 20) / (Math.floor((room - 20) / 8) * 8)),
  };
  const places = [
    placeAt(own, "transformSet", associations.transformSet.name),
    ...(exit.ipMtu === undefined ? [] : [placeAt(own, "interface", exit.name, "ipMtu")]),
  ];
  if (tooLong && keepsWhole) {
    return stop(walker, {
      ...at,
      title: "Too long for the tunnel",
      explains: `The packet has ${facts.bytes} bytes and may not be fragmented; ${room} go through in one piece. ${own.name} drops it and tells its host to send shorter ones, if that message gets back.`,
      places,
      packet,
      size,
      rule: "mtu-hint",
    });
  }
  const after = settings?.fragmentation === "after-encryption";
  tell(walker, {
    ...at,
    verdict: "passes",
    title: `${protocolsText(pair)}, ${associations.mode} mode`,
    explains: `${facts.bytes} bytes become ${packet.bytes}. ${
      tooLong
        ? `That is more than the ${pathMtu} of ${exit.name}, so the packet is fragmented ${
            after ? "after encryption, and the peer has to put it together before it can decrypt" : "before encryption"
          }: ${size.pieces} pieces. Packets up to ${room} bytes go whole.`
        : `Packets up to ${room} bytes go through ${exit.name} whole.`
    }`,
    places,
    packet,
    size,
  });
  return undefined;
}

/** The way between two endpoints: what stands on it, and what the peer's interface lets in. */
export function cross(walker: Walker, pair: InstalledPair, peering: string | null): Arrival | undefined {
  const { own, other, associations } = pair;
  const { transformSet } = associations;
  const packet = wrapped(walker, pair);
  const found = newLedger();
  crossTranslator(found, own, other, transformSet);
  passProtectedTraffic(found, own, other, transformSet);
  const objections = found.entries.flatMap((entry) => (entry.kind === "objection" ? [entry.objection] : []));
  const between = objections.filter(({ refusal }) => refusal.rule.endsWith("-through-nat"));
  const lost = between.find(({ effect }) => effect === "fails");
  const addresses = `${addressText(own.end.address)} to ${addressText(other.end.address)}`;
  if (lost) {
    return stop(walker, {
      kind: "transit",
      router: null,
      title: "A translator on the way",
      explains: lost.reason,
      places: lost.refusal.places,
      packet,
      peering,
      rule: lost.refusal.rule,
    });
  }
  const doubt = between.find(({ effect }) => effect === "unknown");
  tell(walker, {
    kind: "transit",
    router: null,
    verdict: doubt ? "unknown" : "passes",
    title: "Across",
    explains: doubt
      ? doubt.reason
      : `From ${addresses}. Whoever stands between sees ${associations.mode === "tunnel" ? "the two endpoints only" : "the two ends"}, and that it is ${protocolsText(pair)}${
          hasTranslatorOnPath(own, other) ? " in UDP 4500" : ""
        }.`,
    places: doubt?.refusal.places ?? [],
    packet,
    peering,
    rule: doubt?.refusal.rule ?? null,
  });
  const filter = objections.find(
    ({ refusal }) => refusal.data.near === other.name && /^acl-blocks-/.test(refusal.rule),
  );
  return filterProtected(walker, pair, filter, packet, peering);
}

/** The list on the peer's interface sees the encrypted form. Reference: section 2.2. */
function filterProtected(
  walker: Walker,
  { other }: InstalledPair,
  filter: Objection | undefined,
  packet: DrawnPacket,
  peering: string | null,
): Arrival | undefined {
  const [carrier] = other.carriers;
  const at = {
    kind: "access-list" as const,
    router: other.router.id,
    interface: carrier?.name ?? null,
    packet,
    peering,
  };
  if (filter?.effect === "fails") {
    return stop(walker, {
      ...at,
      title: "Inbound access list",
      explains: filter.reason,
      places: filter.refusal.places,
      rule: filter.refusal.rule,
    });
  }
  if (filter?.effect === "unknown") {
    tell(walker, {
      ...at,
      verdict: "unknown",
      title: "Inbound access list",
      explains: filter.reason,
      places: filter.refusal.places,
      rule: filter.refusal.rule,
    });
    return undefined;
  }
  const list = interfaceList(other.router, carrier?.accessGroupIn);
  if (list && carrier) {
    tell(walker, {
      ...at,
      verdict: "passes",
      title: "Inbound access list",
      explains: `Access list ${list.name} on ${carrier.name} sees the packet in its encrypted form only, and lets it in.`,
      places: [placeAt(other, "interface", carrier.name, "accessGroupIn")],
    });
  }
  return undefined;
}

/** Takes the packet out of its tunnel at the peer. Reference: section 2.2. */
export function decapsulate(walker: Walker, pair: InstalledPair, peering: string | null): Arrival | undefined {
  const { own, other, associations } = pair;
  const dynamic = other.view.dynamic
    ? ` ${other.name} holds it under the temporary entry that this negotiation made of ${entryName(other)}.`
    : "";
  tell(walker, {
    kind: "decapsulation",
    router: other.router.id,
    interface: other.end.interface,
    verdict: "passes",
    title: "Taken out of the tunnel",
    explains: `The SPI leads ${other.name} to the association that it shares with ${own.name}: the packet is ${
      transformProtocols(associations.transformSet).esp ? "verified and decrypted" : "verified"
    }.${dynamic}`,
    places: [entryPlace(other)],
    peering,
  });
  tell(walker, {
    kind: "inbound-check",
    router: other.router.id,
    interface: other.end.interface,
    verdict: "passes",
    title: "Inbound check",
    explains: `${formatIpv4(walker.packet.source)} to ${formatIpv4(walker.packet.destination)} fits the association's proxy identities, and came protected as entry ${entryName(other)} asks.`,
    places: [entryPlace(other, other.view.body.matchAddress === undefined ? undefined : "matchAddress")],
    peering,
  });
  return filterClearText(walker, other, "in", peering);
}

/** `set ip access-group` filters what goes into a tunnel, or has come out of it. */
function filterClearText(
  walker: Walker,
  party: Party,
  direction: "in" | "out",
  peering: string | null,
): Arrival | undefined {
  const field = direction === "in" ? "accessGroupIn" : "accessGroupOut";
  const list = interfaceList(party.router, party.view.body[field]);
  if (!list) return undefined;
  const { verdict, identity } = decide(list, trafficOf(walker));
  const { line, linePlace } = lineOf(party.router, list, identity);
  const words = {
    kind: "access-list" as const,
    router: party.router.id,
    interface: party.end.interface,
    title: "Access list of the tunnel",
    places: [...(linePlace ? [linePlace] : []), entryPlace(party, field)],
    peering,
  };
  const by = line ? `by ${line}` : "by its implicit deny";
  if (verdict !== "taken") {
    return stop(walker, {
      ...words,
      explains: `Access list ${list.name}, set in entry ${entryName(party)}, drops it ${by}.`,
    });
  }
  tell(walker, {
    ...words,
    verdict: "passes",
    explains: `Access list ${list.name}, set in entry ${entryName(party)}, lets it pass ${by}.`,
  });
  return undefined;
}

/** What a tunnel makes of the packet. */
export function wrapped(walker: Walker, { own, other, associations }: InstalledPair): DrawnPacket {
  const spi = (protocol: "ah" | "esp") => associations.outbound.find((one) => one.protocol === protocol)?.spi;
  const address = (party: Party): Ipv4Address | null => party.end.address;
  return wrappedPacket(factsOf(walker), {
    set: associations.transformSet,
    mode: associations.mode,
    from: address(own),
    to: address(other),
    spis: { ah: spi("ah"), esp: spi("esp") },
    translated: hasTranslatorOnPath(own, other),
  });
}

function protocolsText({ associations }: InstalledPair): string {
  const { esp, ah } = transformProtocols(associations.transformSet);
  return [...(ah ? ["AH"] : []), ...(esp ? ["ESP"] : [])].join(" and ") || "IPsec";
}
