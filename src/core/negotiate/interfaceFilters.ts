import { hostSet, ANY_ADDRESS } from "../net/wildcard.ts";
import type { Ipv4Address } from "../net/ipv4.ts";
import type { Place } from "../model/router.ts";
import { normalAccessList } from "../derive/cryptoAccessList.ts";
import { firstMatches } from "../derive/firstMatch.ts";
import type { PortSet } from "../derive/portRanges.ts";
import type { Selector } from "../derive/selector.ts";
import type { TransformSet } from "../model/transformSet.ts";
import { transformProtocols } from "../derive/transforms.ts";
import type { Ledger } from "./ledger.ts";
import { addressText, placeAt, type Party } from "./party.ts";

/** What a tunnel needs an inbound list to let through. */
type Passenger = "ike" | "natt" | "esp" | "ah";

const passengers = {
  ike: { rule: "acl-blocks-ike", protocol: 17, port: 500, text: "UDP 500 (IKE)" },
  natt: { rule: "acl-blocks-natt", protocol: 17, port: 4500, text: "UDP 4500 (NAT traversal)" },
  esp: { rule: "acl-blocks-esp", protocol: 50, port: undefined, text: "ESP (protocol 50)" },
  ah: { rule: "acl-blocks-ah", protocol: 51, port: undefined, text: "AH (protocol 51)" },
} as const;

interface Blocking {
  /** Null where it depends on an address that the text doesn't tell. */
  readonly blocked: boolean | null;
  readonly list: string;
  readonly places: readonly Place[];
}

/**
 * Whether IKE gets through the lists of both ends' interfaces: the first message inbound at the responder, the answers at the
 * initiator. Neither keeps state, and the router's own packets are not filtered on the way out.
 */
export function passIke(ledger: Ledger, initiator: Party, responder: Party): void {
  pass(ledger, responder, initiator, "ike", "reachability");
  pass(ledger, initiator, responder, "ike", "reachability");
  pass(ledger, responder, initiator, "natt", "reachability");
  pass(ledger, initiator, responder, "natt", "reachability");
}

/** Whether the protected packets get in at both ends, whichever protocols the agreed transforms use. */
export function passProtectedTraffic(ledger: Ledger, one: Party, other: Party, set: TransformSet): void {
  const { esp, ah } = transformProtocols(set);
  const encapsulated = hasTranslatorOnPath(one, other);
  for (const [receiver, sender] of [
    [other, one],
    [one, other],
  ] as const) {
    if (esp && !encapsulated) pass(ledger, receiver, sender, "esp", "inbound-check");
    if (ah) pass(ledger, receiver, sender, "ah", "inbound-check");
  }
}

export function hasTranslatorOnPath(one: Party, other: Party): boolean {
  return one.router.natOnPath === true || other.router.natOnPath === true;
}

function pass(
  ledger: Ledger,
  receiver: Party,
  sender: Party,
  passenger: Passenger,
  failedAt: "reachability" | "inbound-check",
): void {
  const blocking = blockingAt(receiver, sender, passenger);
  if (!blocking) return;
  const { rule, text } = passengers[passenger];
  const words = {
    rule,
    reason: `${receiver.name}: access list ${blocking.list} on ${receiver.end.interface ?? "its interface"} does not let ${text} in from ${sender.name}.`,
    data: {
      near: receiver.name,
      far: sender.name,
      list: blocking.list,
      interface: receiver.end.interface ?? "",
      source: addressText(sender.seenAs),
      destination: addressText(receiver.end.address),
    },
    places: blocking.places,
  };
  const harmless = passenger === "natt" && !hasTranslatorOnPath(receiver, sender);
  const ok = harmless ? true : blocking.blocked === null ? null : false;
  ledger.step?.({
    stage: failedAt === "reachability" ? "phase1" : "data",
    message: "access list in",
    from: receiver.router.id,
    ok,
    explains: harmless ? `${words.reason} It would be needed only with a translator on the way.` : words.reason,
    places: blocking.places,
  });
  if (harmless) ledger.warns(words);
  else if (blocking.blocked === null) ledger.unknown(words);
  else ledger.fails(failedAt, words);
}

/** What a receiver's lists keep out of what one sender sends. */
interface Filtered {
  readonly sender: Party;
  readonly found: Map<Passenger, Blocking | undefined>;
}

/** By the receiver: either end may start a flow, and then the same packets pass the same lists. */
const remembered = new WeakMap<Party, Filtered>();

/** The list that keeps a passenger out; undefined when every interface that it may come in by has none or permits it. */
function blockingAt(receiver: Party, sender: Party, passenger: Passenger): Blocking | undefined {
  // Most lists are none: nothing has to be matched where some way in is open.
  if (receiver.carriers.some((carrier) => carrier.accessGroupIn === undefined)) return undefined;
  let known = remembered.get(receiver);
  if (known?.sender !== sender) {
    known = { sender, found: new Map<Passenger, Blocking | undefined>() };
    remembered.set(receiver, known);
  }
  if (!known.found.has(passenger)) known.found.set(passenger, findBlocking(receiver, sender, passenger));
  return known.found.get(passenger);
}

function findBlocking(receiver: Party, sender: Party, passenger: Passenger): Blocking | undefined {
  const { protocol, port } = passengers[passenger];
  const translated = hasTranslatorOnPath(receiver, sender);
  const ports: PortSet = port === undefined ? null : [{ first: port, last: port }];
  const packet: Selector = {
    protocol,
    source: setOf(sender.seenAs),
    // A translator may pick another source port.
    sourcePorts: translated ? null : ports,
    destination: setOf(receiver.end.address),
    destinationPorts: ports,
  };
  const blockings = receiver.carriers.map((carrier): Blocking | undefined => {
    const list = normalAccessList(receiver.router.elements, carrier.accessGroupIn);
    // A list that doesn't exist, or has no entries, filters nothing.
    if (!list || list.identities.length === 0) return undefined;
    const parts = firstMatches(list, packet);
    const stopped = parts.filter((part) => part.identity?.action !== "permit");
    const [first] = stopped;
    if (!first) return undefined;
    const listPlace = first.identity
      ? placeAt(receiver, "accessList", list.name, "lines", first.identity.sequence)
      : placeAt(receiver, "accessList", list.name);
    const open = sender.seenAs === null || receiver.end.address === null;
    if (stopped.length < parts.length && !open) return undefined;
    return {
      blocked: stopped.length === parts.length ? true : null,
      list: list.name,
      places: [listPlace, placeAt(receiver, "interface", carrier.name, "accessGroupIn")],
    };
  });
  return blockings.every((one) => one !== undefined) ? blockings[0] : undefined;
}

function setOf(address: Ipv4Address | null) {
  return address === null ? ANY_ADDRESS : hostSet(address);
}
