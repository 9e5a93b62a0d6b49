import { formatPrefix, prefixOf, type Ipv4Prefix } from "../net/ipv4.ts";
import { prefixOfSet, type AddressSet } from "../net/wildcard.ts";
import { routingTable, type RouteAnswer, type RouteChoice } from "../derive/routes.ts";
import type { Ledger } from "./ledger.ts";
import { addressText, entryPlace, placeAt, type Party } from "./party.ts";
import type { Place } from "../model/router.ts";

/** Which question a route answers, and what its failing is called. */
interface Question {
  /** "route" for the first packet, "return route" for the answer to it. */
  readonly purpose: "route" | "return route";
  /** A backup's status assumes that the ways before it are down, so a floating route counts. */
  readonly backup: boolean;
}

/**
 * Whether traffic to a peer's network leaves by an interface that carries the map. Answers the interfaces that it leaves by: those that
 * carry the map where the text doesn't tell. Reference: section 2.1, rules 145 and 146.
 */
export function followRoute(ledger: Ledger, party: Party, remote: AddressSet, question: Question): readonly string[] {
  const carriers = party.carriers.map((carrier) => carrier.name);
  // A map that is on no interface has been told as such; which way its traffic goes is no longer the question.
  if (carriers.length === 0) return carriers;
  const destination = prefixOfSet(remote) ?? prefixOf(remote.base, 32);
  const isReturn = question.purpose === "return route";
  if (!ledger.step && !injectsRoute(party, isReturn)) {
    const answer = routingTable(party.router.elements).lookUp(destination, party.insideVrf);
    const leaves = answer.kind === "known" ? interfacesAmong(carriers, answer.choices) : none;
    // Most often nothing has to be told of the route.
    if (leaves.length > 0) return leaves;
  }
  return tellRoute(ledger, party, destination, question, carriers);
}

const none: readonly never[] = [];

function interfacesAmong(wanted: readonly string[], choices: readonly RouteChoice[]): readonly string[] {
  const found: string[] = [];
  for (const choice of choices) if (wanted.includes(choice.interface)) found.push(choice.interface);
  return found;
}

function tellRoute(
  ledger: Ledger,
  party: Party,
  destination: Ipv4Prefix,
  question: Question,
  carriers: readonly string[],
): readonly string[] {
  const text = () => (destination.length === 0 ? "any" : formatPrefix(destination));
  const table = routingTable(party.router.elements);
  const answer = table.lookUp(destination, party.insideVrf);
  const isReturn = question.purpose === "return route";
  const step =
    ledger.step &&
    ((ok: boolean | null, explains: string, places: readonly Place[] = []) =>
      ledger.step?.({
        stage: isReturn ? "data" : "trigger",
        message: question.purpose,
        from: party.router.id,
        ok,
        explains,
        places,
      }));
  const failed = (
    rule: "route-missing-remote" | "route-wrong-interface",
    reason: string,
    exit: string,
    places: readonly Place[],
  ) => {
    step?.(false, reason, places);
    ledger.fails(isReturn ? "inbound-check" : "route", {
      rule: isReturn ? "route-return" : rule,
      reason,
      data: {
        near: party.name,
        network: text(),
        exit,
        carrier: carriers.join(", "),
        map: party.view.set.name,
        cause: rule === "route-missing-remote" ? "missing" : "wrong-interface",
      },
      places,
    });
    return exit === "" ? carriers : [exit];
  };

  if (injectsRoute(party, isReturn)) {
    step?.(true, `Reverse route injection leads ${text()} to the peer.`, [entryPlace(party, "reverseRoute")]);
    return carriers;
  }
  switch (answer.kind) {
    case "unstated":
      step?.(true, `${party.name} has no routes in its text; ${text()} is assumed to leave by ${carriers.join(", ")}.`);
      assumeRoute(ledger, party, text());
      return carriers;
    case "unknown":
      step?.(true, `${party.name} has no static route to ${text()}; ${answer.protocol} may know one.`);
      return carriers;
    case "no-route":
      return failed("route-missing-remote", `${party.name} has no route to ${text()}.`, "", [
        entryPlace(party, "matchAddress"),
      ]);
    case "known":
      break;
    default:
      return answer satisfies never;
  }
  const leaves = interfacesAmong(carriers, answer.choices);
  const floating = question.backup
    ? interfacesAmong(carriers, table.lessPreferred(destination, party.insideVrf))
    : none;
  const places = () => answer.choices.flatMap((choice) => routePlace(party, choice));
  if (leaves.length > 0) {
    step?.(true, `${text()} leaves by ${leaves[0] ?? ""}, which carries crypto map ${party.view.set.name}.`, places());
    return leaves;
  }
  if (floating.length > 0) {
    step?.(true, `Once the better route is gone, ${text()} leaves by ${floating[0] ?? ""}.`, places());
    return floating;
  }
  const exit = answer.choices.map((choice) => choice.interface).join(", ");
  if (isOwnNetwork(answer.prefix, answer.choices)) {
    const routed = places();
    const reason = `${party.name} has ${text()} on its own interface ${exit}, so nothing for it leaves by ${carriers.join(", ")}.`;
    return failed("route-wrong-interface", reason, exit, routed.length > 0 ? routed : [interfacePlace(party, exit)]);
  }
  if (answer.protocol !== undefined) {
    step?.(
      null,
      `A static route sends ${text()} out of ${exit}, but ${answer.protocol} may know a longer prefix that leaves by ${carriers.join(", ")}.`,
      places(),
    );
    ledger.unknown({
      rule: "route-assumed",
      reason: `Which way ${party.name} sends ${text()} depends on what ${answer.protocol} learns.`,
      data: { near: party.name, destination: text(), protocol: answer.protocol },
      places: places(),
    });
    return [exit];
  }
  return failed(
    "route-wrong-interface",
    `${party.name} sends ${text()} out of ${exit}, but crypto map ${party.view.set.name} is on ${carriers.join(", ")}.`,
    exit,
    places(),
  );
}

/** Whether IKE gets out: a route to the peer's endpoint. Which interface it leaves by doesn't matter. Rules 147 and 148. */
export function followRouteToPeer(ledger: Ledger, party: Party, peer: number): void {
  const answer = routingTable(party.router.elements).lookUp(prefixOf(peer, 32), party.frontVrf ?? "");
  const isPlain = answer.kind === "known" && !answer.choices.some((choice) => leadsThroughItself(party, choice, peer));
  if (!isPlain || ledger.step) tellRouteToPeer(ledger, party, peer, answer);
}

function tellRouteToPeer(ledger: Ledger, party: Party, peer: number, answer: RouteAnswer): void {
  const text = () => addressText(peer);
  const step =
    ledger.step &&
    ((ok: boolean, explains: string) =>
      ledger.step?.({ stage: "phase1", message: "route to peer", from: party.router.id, ok, explains }));
  if (answer.kind === "unstated") {
    step?.(true, `${party.name} has no routes in its text; ${text()} is assumed to be reachable.`);
    assumeRoute(ledger, party, text());
    return;
  }
  if (answer.kind === "unknown") {
    step?.(true, `${party.name} has no static route to ${text()}; ${answer.protocol} may know one.`);
    return;
  }
  const data = (exit: string) => ({ near: party.name, peer: text(), exit });
  if (answer.kind === "no-route") {
    step?.(false, `${party.name} has no route to ${text()}.`);
    ledger.fails("reachability", {
      rule: "route-peer",
      reason: `${party.name} has no route to its peer ${text()}.`,
      data: data(""),
      places: [entryPlace(party, "peers")],
    });
    return;
  }
  const tunnels = answer.choices.filter((choice) => leadsThroughItself(party, choice, peer));
  if (tunnels.length === answer.choices.length) {
    const exit = tunnels[0]?.interface ?? "";
    step?.(false, `${party.name} would reach ${text()} through ${exit}, which itself ends at ${text()}.`);
    ledger.fails("reachability", {
      rule: "route-peer-via-tunnel",
      reason: `${party.name} routes its peer ${text()} into ${exit}, whose own packets go to ${text()}.`,
      data: data(exit),
      places: [...tunnels.flatMap((choice) => routePlace(party, choice)), interfacePlace(party, exit)],
    });
    return;
  }
  step?.(true, `${party.name} reaches ${text()} by ${answer.choices[0]?.interface ?? ""}.`);
}

/** The text has no routes at all: a fragment, whose router is taken to have those that it needs. */
function assumeRoute(ledger: Ledger, party: Party, destination: string): void {
  ledger.warns({
    rule: "route-assumed",
    reason: `${party.name} has no routes in its text, so a route to ${destination} is assumed.`,
    data: { near: party.name, destination, protocol: "" },
    places: [entryPlace(party)],
  });
}

/** Reverse routes stand from the start when static, and once the peer has brought the tunnel up when not. */
function injectsRoute(party: Party, established: boolean): boolean {
  const { reverseRoute } = party.view.body;
  return reverseRoute !== undefined && (established || reverseRoute.static === true);
}

function isOwnNetwork(prefix: Ipv4Prefix, choices: readonly RouteChoice[]): boolean {
  return prefix.length > 0 && choices.every((choice) => choice.route === undefined);
}

function leadsThroughItself(party: Party, choice: RouteChoice, peer: number): boolean {
  const tunnel = party.router.elements.interface.get(choice.interface)?.tunnel;
  return tunnel !== undefined && tunnel.destination === addressText(peer);
}

function routePlace(party: Party, choice: RouteChoice): readonly Place[] {
  return choice.name === undefined ? [] : [placeAt(party, "staticRoute", choice.name)];
}

function interfacePlace(party: Party, name: string): Place {
  return placeAt(party, "interface", name);
}
