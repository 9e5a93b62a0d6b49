import { routerNames } from "../../derive/routerNames.ts";
import type { Peering } from "../../derive/peering.ts";
import type { Design } from "../../model/design.ts";
import type { RouterId } from "../../model/router.ts";
import { judgePeerings } from "../../negotiate/judge.ts";
import type { JudgedPeering, Negotiation } from "../../negotiate/trace.ts";
import { formatIpv4, parseIpv4 } from "../../net/ipv4.ts";
import { addressOwners } from "../../derive/addressOwners.ts";

/** The peerings between two endpoints, whichever comes first. */
export function tunnelsBetween(design: Design, one: string, other: string): readonly JudgedPeering[] {
  return judgePeerings(design).filter(({ peering }) => {
    const ends = endsOf(peering);
    return ends.some(([near, far]) => (near === one && far === other) || (near === other && far === one));
  });
}

/** Endpoints as the ends see themselves and as they name each other. */
function endsOf({ a, b }: Peering): readonly (readonly [string, string])[] {
  const addressOf = (address: number | null) => (address === null ? "" : formatIpv4(address));
  return [
    ...(b ? [[addressOf(a.address), addressOf(b.address)] as const] : []),
    ...(a.peer ? [[addressOf(a.address), a.peer.configured] as const] : []),
    ...(b?.peer ? [[addressOf(b.address), b.peer.configured] as const] : []),
  ];
}

/** The peerings of one router with an endpoint. */
export function tunnelsWith(design: Design, router: RouterId | undefined, peer: string): readonly JudgedPeering[] {
  return judgePeerings(design).filter(({ peering }) => {
    const ends = [peering.a, peering.b].flatMap((end) => end ?? []);
    const others = ends.filter((end) => router === undefined || end.router !== router);
    if (router !== undefined && !ends.some((end) => end.router === router)) return false;
    return (
      others.some((end) => end.address !== null && formatIpv4(end.address) === peer) ||
      ends.some((end) => end.router === router && end.peer?.configured === peer)
    );
  });
}

/** Whether packets of some flow find associations, even if they get lost on the way. */
export function bringsAssociations({ flows }: JudgedPeering): boolean {
  return flows.some(({ aToB, bToA }) =>
    [aToB, bToA].some(({ outcome, failedAt }) => outcome === "established" || failedAt === "inbound-check"),
  );
}

/** "the peering of HQ and Branch". */
export function tunnelName(design: Design, { peering: { a, b } }: JudgedPeering): string {
  const names = routerNames(design.routers);
  const near = names.get(a.router) ?? "";
  const far = b ? (names.get(b.router) ?? "") : (a.peer?.configured ?? "");
  return `the peering of ${near} and ${far}`;
}

/** What an address is in the design: "HQ", or itself. */
export function whoHas(design: Design, address: string): string {
  const number = parseIpv4(address);
  const [owner] = number === undefined ? [] : (addressOwners(design.routers).get(number) ?? []);
  const name = owner && routerNames(design.routers).get(owner.router);
  return name === undefined ? address : `${name} (${address})`;
}

/** How the design judges a peering when a certain router starts; any direction that is down where none is told. */
export function verdictOn(judged: JudgedPeering, starter?: RouterId): Negotiation | null {
  const all = [judged.aToB, judged.bToA].flatMap((one) => one ?? []);
  return (
    (starter === undefined ? undefined : all.find(({ initiator }) => initiator === starter)) ??
    all.find(({ outcome }) => outcome !== "established") ??
    all[0] ??
    null
  );
}

/** Why nothing of the design explains two endpoints. */
export function noEntry(design: Design, router: RouterId | undefined, peer: string): string {
  const name = router === undefined ? undefined : routerNames(design.routers).get(router);
  return name === undefined
    ? `No crypto map entry of the design names ${peer} as its peer.`
    : `There is no map entry for it: no crypto map entry of ${name} names ${peer} as its peer.`;
}
