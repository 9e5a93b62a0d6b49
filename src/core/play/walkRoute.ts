import { normalAccessList } from "../derive/cryptoAccessList.ts";
import { cryptoMapSets } from "../derive/cryptoMapSet.ts";
import { filterOf } from "../derive/firstMatch.ts";
import { primaryAddress } from "../derive/interfaceAddresses.ts";
import { routingTable } from "../derive/routes.ts";
import { selectorsIntersect } from "../derive/selector.ts";
import type { Interface } from "../model/interface.ts";
import type { Place, Router } from "../model/router.ts";
import type { RuleId } from "../model/ruleId.ts";
import { formatIpv4, formatPrefix, prefixContains, prefixOf, prefixOfMask, type Ipv4Address } from "../net/ipv4.ts";
import { placeAt } from "../negotiate/party.ts";
import { isGroupAddress, nameOf, trafficOf, type Walker } from "./walkState.ts";

/** Where a router sends a packet, and why. */
export interface RouteOut {
  /** Undefined where there is no way. */
  readonly exit: Interface | undefined;
  /** False where the route itself can't be known. */
  readonly known: boolean;
  readonly explains: string;
  readonly places: readonly Place[];
  readonly rule: RuleId | null;
  /** The next router on the way; undefined for a connected network and where the text doesn't tell. */
  readonly nextHop: Ipv4Address | undefined;
  /** The destination is on a network of this router. */
  readonly connected: boolean;
}

/** The same table that the negotiation reads, asked for one address. Reference: section 2.1. */
export function routeOut(walker: Walker, router: Router, vrf: string): RouteOut {
  const { destination } = walker.packet;
  const { elements } = router;
  const name = nameOf(walker, router.id);
  const text = formatIpv4(destination);
  const injected = injectedRoute(walker, router);
  if (injected) return injected;
  if (isGroupAddress(destination)) {
    return {
      ...nowhere,
      exit: guessedExit(walker, router),
      explains: `${text} is a group or everybody, which no routing table decides; it is taken to leave by the interface that carries the crypto map.`,
    };
  }
  const table = routingTable(elements);
  const answer = table.lookUp(prefixOf(destination, 32), vrf);
  switch (answer.kind) {
    case "unstated": {
      const exit = guessedExit(walker, router);
      return {
        ...nowhere,
        exit,
        explains: exit
          ? `${name} has no routes in its text; ${text} is assumed to leave by ${exit.name}.`
          : `${name} has no routes in its text, and no interface that carries a crypto map.`,
        rule: "route-assumed",
      };
    }
    case "unknown": {
      const exit = guessedExit(walker, router);
      return {
        ...nowhere,
        exit,
        explains: `${name} has no static route to ${text}; ${answer.protocol} may know one${exit ? `, and it is taken to leave by ${exit.name}` : ""}.`,
        rule: "route-assumed",
      };
    }
    case "no-route":
      return { ...nowhere, explains: `${name} has no route to ${text}.`, rule: "route-missing-remote" };
    case "known":
      break;
    default:
      return answer satisfies never;
  }
  const carrying = answer.choices.find((choice) => elements.interface.get(choice.interface)?.cryptoMap !== undefined);
  const choice = carrying ?? answer.choices[0];
  const exit = choice && elements.interface.get(choice.interface);
  if (!choice || !exit)
    return { ...nowhere, explains: `${name} has no route to ${text}.`, rule: "route-missing-remote" };
  const connected = choice.route === undefined && answer.prefix.length > 0;
  const known = answer.protocol === undefined || connected || exit.cryptoMap !== undefined;
  const shared = answer.choices.length > 1 ? ` It is one of ${answer.choices.length} ways of equal worth.` : "";
  return {
    exit,
    known,
    explains: !known
      ? `A static route sends ${text} out of ${exit.name}, but ${answer.protocol} may know a longer prefix.`
      : connected
        ? `${text} is on ${formatPrefix(answer.prefix)}, ${name}'s own network on ${exit.name}.`
        : `The route to ${answer.prefix.length === 0 ? "0.0.0.0/0, the default route," : formatPrefix(answer.prefix)} leads out of ${exit.name}${
            choice.route?.nextHop === undefined ? "" : ` to ${formatIpv4(choice.route.nextHop)}`
          }.${shared}`,
    places:
      choice.name === undefined
        ? [placeAt({ router }, "interface", exit.name, "address")]
        : [placeAt({ router }, "staticRoute", choice.name)],
    rule: null,
    nextHop: choice.route?.nextHop,
    connected,
  };
}

const nowhere: RouteOut = {
  exit: undefined,
  known: true,
  explains: "",
  places: [],
  rule: null,
  nextHop: undefined,
  connected: false,
};

/** Reverse route injection leads to the peer: from the start when static, else once the tunnel has come up. */
function injectedRoute(walker: Walker, router: Router): RouteOut | undefined {
  const traffic = trafficOf(walker);
  for (const set of cryptoMapSets(router.elements).values()) {
    const [carrier] = set.carriers;
    if (!carrier) continue;
    const fixed = set.entries.find(
      ({ entry, accessList }) =>
        entry.reverseRoute?.static === true &&
        accessList?.permits.some((permit) =>
          permit.selectors.some((one) => selectorsIntersect(one, { ...one, destination: traffic.destination })),
        ),
    );
    const pair = (walker.pairs.get(router.id) ?? []).find(
      ({ own, selector }) =>
        own.view.set === set &&
        own.view.body.reverseRoute !== undefined &&
        selectorsIntersect(selector, { ...selector, destination: traffic.destination }),
    );
    const body = fixed?.entry ?? pair?.own.view.entry.entry;
    if (!body) continue;
    const exit = pair?.own.carriers[0] ?? carrier;
    return {
      ...nowhere,
      exit,
      explains: `Reverse route injection leads ${formatIpv4(walker.packet.destination)} to the peer by ${exit.name}.`,
      places: [placeAt({ router }, "cryptoMapEntry", `${body.map} ${body.sequence}`, "reverseRoute")],
    };
  }
  return undefined;
}

/** Where the text tells no route, the interface whose map wants the packet, else one that carries a map. */
function guessedExit(walker: Walker, { elements }: Router): Interface | undefined {
  const traffic = trafficOf(walker);
  const sets = cryptoMapSets(elements);
  const carriers = [...elements.interface.values()].filter((one) => one.cryptoMap && !one.shutdown);
  const wanting = carriers.find((one) =>
    sets
      .get(one.cryptoMap?.name ?? "")
      ?.entries.some(({ accessList }) => accessList && filterOf(accessList, traffic) !== "none"),
  );
  return wanting ?? carriers[0];
}

/** The interface of a router whose network holds an address; undefined where none does. */
export function interfaceTowards(router: Router, address: Ipv4Address): Interface | undefined {
  let best: { readonly one: Interface; readonly length: number } | undefined;
  for (const one of router.elements.interface.values()) {
    if (one.shutdown) continue;
    for (const prefix of networksOf(one)) {
      if (prefixContains(prefix, address) && prefix.length > (best?.length ?? -1))
        best = { one, length: prefix.length };
    }
  }
  return best?.one;
}

function networksOf(one: Interface) {
  const all = [...(one.address?.kind === "static" ? [one.address] : []), ...one.secondaryAddresses];
  return all.flatMap(({ address, mask }) => prefixOfMask(address, mask) ?? []);
}

/** Whether an address is one of the router's own. */
export function isOwnAddress({ elements }: Router, address: Ipv4Address): boolean {
  return [...elements.interface.values()].some(
    (one) =>
      primaryAddress(one, elements.interface) === address ||
      one.secondaryAddresses.some((secondary) => secondary.address === address),
  );
}

/** An interface's list in normal form; undefined where it has none, or one that filters nothing. */
export function interfaceList(router: Router, name: string | undefined) {
  const list = normalAccessList(router.elements, name);
  return list && list.identities.length > 0 ? list : undefined;
}
