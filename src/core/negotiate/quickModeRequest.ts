import { dialectOf } from "../derive/dialect.ts";
import type { ProxyIdentity } from "../derive/proxyIdentity.ts";
import { formatSelector, type Selector } from "../derive/selector.ts";
import type { Place } from "../model/router.ts";
import type { Ipv4Address } from "../net/ipv4.ts";
import type { Ledger } from "./ledger.ts";
import { linePlace, type Party } from "./party.ts";

/** What the initiator asks quick mode for. */
export interface Request {
  /** The permit that the first packet matched. */
  readonly identity: ProxyIdentity;
  /** What is asked for, from the initiator's side: the whole permit, or one pair of hosts with `level per-host`. */
  readonly selectors: readonly Selector[];
  /** What the responder sees as the source; null where the text doesn't tell. */
  readonly from: Ipv4Address | null;
}

/** The line of the initiator's list that is asked for. */
export function askedPlace(initiator: Party, { identity }: Pick<Request, "identity">): readonly Place[] {
  const list = initiator.view.accessList;
  return list ? [linePlace(initiator, list.name, identity.sequence)] : [];
}

/** What an IKE identity can't carry is not judged: ranges of ports, flags and the like. Reference: section 3.1. */
export function judgeWritingOfSelector(ledger: Ledger, initiator: Party, { identity, selectors }: Request): void {
  const scattered = dialectOf(initiator.router) === "xe17" && selectors.some(hasHoles);
  if (identity.extras.length === 0 && identity.singlePorts && !scattered) return;
  const list = initiator.view.accessList?.name ?? "";
  const data = { near: initiator.name, list, asked: selectors.map(formatSelector).join("; ") };
  const places = askedPlace(initiator, { identity });
  if (identity.extras.length > 0) {
    ledger.unknown({
      rule: "acl-extras",
      reason: `${initiator.name}: an IKE identity can't carry "${identity.extras.join(" ")}" of access list ${list}.`,
      data,
      places,
    });
  }
  if (!identity.singlePorts) {
    ledger.unknown({
      rule: "acl-ports-range",
      reason: `${initiator.name}: an IKE identity carries one port, and an entry of access list ${list} has several.`,
      data,
      places,
    });
  }
  if (scattered) {
    ledger.unknown({
      rule: "acl-discontiguous",
      reason: `${initiator.name}: IOS-XE does not support the wildcard with holes in access list ${list}.`,
      data,
      places,
    });
  }
}

function hasHoles({ source, destination }: Selector): boolean {
  return [source, destination].some(({ wildcard }) => (wildcard & (wildcard + 1)) !== 0);
}
